import yaml
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.edit.yaml_text import block
from pilotkit.load.yaml_source import read_yaml

WORDS = st.text(
    st.sampled_from("ab甲0123-:.# ,[]{}'\"&*!|>%@`~yno\n\t\\é"), min_size=1, max_size=12
)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), WORDS)
def test_text_comes_back_as_text_from_our_reader_and_from_yaml_1_1(
    text: str, several: list[str], inner: str
) -> None:
    data = {"a": text, "b": several, "c": {"d": inner}, "e": [{"f": inner}]}
    written = block(data)
    document = read_yaml("x.yaml", written.encode())
    assert (document.refused, document.data) == ([], data)
    assert yaml.safe_load(written) == data


def test_what_is_empty_is_left_out_and_truths_are_typed() -> None:
    assert block({"a": None, "b": [], "c": True, "d": 3}) == "c: true\nd: 3\n"
