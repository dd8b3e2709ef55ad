from itertools import combinations

from drawn import SVG, boxes, inside, obeys_the_laws, overlap, paper, root, texts
from pilotkit.report.drawings.framework import Layer, System, draw
from pilotkit.report.drawings.framework_boxes import Pillar, Subsystem, columns

LONG = "街道党群服务中心（便民服务中心）帮办代办与综合受理窗口岗位工作标准"


def pillar(number: str, count: int, name: str = "标准体系") -> Pillar:
    subsystems = [
        Subsystem(f"{number}{n}", LONG if n % 5 == 0 else f"第{n}子体系", n % 3, 0)
        for n in range(1, count + 1)
    ]
    return Pillar(number, name, subsystems)


SYSTEM = System(
    "政务服务标准体系结构图",
    [
        Layer("第一层", "通用基础", [pillar("JC", 6)], "作为其他标准的基础"),
        Layer("第二层", "服务提供、管理", [pillar("TG", 5), pillar("GL", 13)], "共同制约"),
        Layer("第三层", "岗位工作", [pillar("GZ", 36)]),
    ],
)


def test_sixty_subsystems_with_long_names_stand_apart() -> None:
    svg = draw(SYSTEM, "zh")
    obeys_the_laws(svg)
    for one, other in combinations(boxes(svg), 2):
        apart = not overlap(one, other)
        assert apart or inside(one, other) or inside(other, one)


def test_every_subsystem_is_there_with_its_number() -> None:
    shown = texts(draw(SYSTEM, "zh"))
    assert {each.number for each in SYSTEM.subsystems()} <= set(shown)
    assert "".join(shown).count(LONG[-4:]) == sum(e.name == LONG for e in SYSTEM.subsystems())


def test_what_is_empty_is_marked_by_words_and_by_its_outline() -> None:
    svg = draw(SYSTEM, "zh")
    empty = sum(each.empty for each in SYSTEM.subsystems())
    assert empty == 19
    assert texts(svg).count("尚无标准") == empty
    assert len(boxes(svg, dashed=True)) == empty + 1  # and the legend


def test_totals_stand_above_and_in_words() -> None:
    svg = draw(System("甲", [Layer("一", "乙", [pillar("JC", 2)])]), "zh")
    said = "1 个层次、1 个支柱、2 个子体系；标准 3 项：自编 3 项，采用 0 项；尚无标准的子体系 0 个"
    assert said in texts(svg)
    described = root(svg).findtext(f"{SVG}desc") or ""
    assert described == f"{said}；一 JC 标准体系 子体系 2，自编 3，采用 0"


def test_arrows_say_what_a_layer_does_to_the_next() -> None:
    svg = draw(SYSTEM, "zh")
    assert {"作为其他标准的基础", "共同制约"} <= set(texts(svg))
    # One head for each pillar that is reached: two on layer two, one on layer three.
    assert svg.count("<polygon") == 3


def test_pillars_of_a_layer_share_it_by_what_they_hold() -> None:
    provision, management = columns([pillar("TG", 2), pillar("GL", 6)], 700, "zh")
    assert (provision.in_a_row, management.in_a_row) == (1, 3)
    assert provision.width < management.width
    assert management.x + management.width == 700


def test_one_box_more_stands_in_a_row_where_that_saves_a_row() -> None:
    def in_a_row(*held: int) -> list[int]:
        pillars = [pillar(f"P{index}", number) for index, number in enumerate(held)]
        return [one.in_a_row for one in columns(pillars, 700, "zh")]

    assert [in_a_row(3), in_a_row(5), in_a_row(6)] == [[4], [5], [4]]
    assert [in_a_row(2, 6), in_a_row(2, 7), in_a_row(4, 9)] == [[1, 3], [1, 4], [2, 3]]


def test_a_layer_and_a_pillar_without_anything_are_drawn() -> None:
    system = System("甲", [Layer("一", "乙", [], "丙"), Layer("二", "丁", [pillar("JC", 0)])])
    svg = draw(system, "en")
    obeys_the_laws(svg)
    assert "no subsystem yet" in texts(svg)
    assert paper(svg).width == 840
