from drawn import obeys_the_laws, texts, words
from pilotkit.report.drawings.legend import HEIGHT, Key, legend
from pilotkit.report.drawings.palette import NAVY
from pilotkit.report.drawings.picture import About, picture
from pilotkit.report.drawings.shapes import Paint, Point


def test_keys_go_on_in_a_next_row_and_a_long_one_is_cut() -> None:
    keys = [Key("box", Paint(NAVY), "有据得分"), Key("line", Paint(NAVY), "自评得分" * 20)]
    shapes, height = legend(Point(0, 0), 200, keys)
    svg = picture(200, height, shapes, About("图例", "说明"))
    obeys_the_laws(svg)
    assert height == 2 * HEIGHT
    assert texts(svg) == ["有据得分", "自评得分" * 3 + "自…"]
    first, second = words(svg)
    assert second.frame.y - first.frame.y == HEIGHT
