from hashlib import sha256

from cases import AS_OF, BUNDLED, PILOT
from pilotkit.check.readable import content_of, decoded, is_readable
from pilotkit.check.rules import RULES
from pilotkit.check.runner import run
from pilotkit.load.loader import load
from pilotkit.model.files import MAX_BYTES, Attachment, Files

RECORD = """\
id: huiyi
title: 动员会
kind: 会议
meeting_type: 动员会
date: 2021-12-01
unit: spj
files:
- {path: jiyao.txt, sha256: %s}
- {path: tu.png, sha256: %s}
"""
FOLDER = "data/evidence/spj/huiyi"


def gone(*_: object) -> bytes:
    raise FileNotFoundError


def lying(content: bytes) -> Attachment:
    return Attachment(len(content), sha256(content).hexdigest, lambda n: content[:n])


def test_a_disk_that_gives_nothing_is_no_crash_and_no_proof() -> None:
    broken = Attachment(10, lambda: gone().decode(), gone)
    texts = {"data/evidence/spj/huiyi.yaml": (RECORD % ("0" * 64, "1" * 64)).encode()}
    texts |= {path: text.encode() for path, text in PILOT.items()}
    attached = {f"{FOLDER}/jiyao.txt": broken, f"{FOLDER}/tu.png": broken}
    repository, _ = load(Files(texts, attached, bundled=BUNDLED), None, AS_OF)
    found = {one.name: one.location.line for rule in RULES for one in run(rule, repository)}
    assert found["attachment-changed"] == 9
    assert found["unchecked-attachment"] == 8
    assert found.keys().isdisjoint({"attachment-missing", "attachment-empty", "personal-data"})


def test_what_can_be_read_is_short_and_a_text() -> None:
    text = lying("姓名\n".encode())
    assert is_readable("a.CSV", text)
    assert not is_readable("a.docx", text)
    assert not is_readable("a.txt", Attachment(MAX_BYTES + 1, text.digest, text.read))
    assert content_of("a.csv", text) == "姓名\n".encode()
    assert content_of("a.png", text) == b""
    assert content_of("a.txt", Attachment(MAX_BYTES, text.digest, gone)) == b""


def test_a_sheet_in_an_old_encoding_is_read_too() -> None:
    assert decoded("姓名,电话".encode("gb18030")) == "姓名,电话"
    assert decoded("\ufeff姓名".encode()) == "姓名"
    assert decoded(b"\xff\xff\xff")
