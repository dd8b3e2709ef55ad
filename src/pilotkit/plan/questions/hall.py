"""④ and ⑤: windows, posts and cases on the spot, and what the public says."""

from collections.abc import Iterator

from pilotkit.model.evidence.disclosure import Disclosure
from pilotkit.model.evidence.examination import Examination
from pilotkit.model.matrix import SERVICE_KINDS
from pilotkit.model.naming import unit_called
from pilotkit.model.post import Post
from pilotkit.model.sentence import Sentence
from pilotkit.plan.drawing_lots import Case, Lots, Window, latest
from pilotkit.plan.questions.opening import figure_of
from pilotkit.plan.questions.question import FOUND, NOTHING, Answer, Question, shown, told

_ASKED = (
    Sentence("非常满意", "very satisfied"),
    Sentence("满意", "satisfied"),
    Sentence("基本满意", "fairly satisfied"),
    Sentence("不满意", "dissatisfied"),
    Sentence("非常不满意", "very dissatisfied"),
)


def on_the_spot(lots: Lots) -> tuple[Question, ...]:
    """Ask at windows, at posts, and after cases."""
    windows = tuple(_window(lots, one) for one in lots.windows())
    posts = tuple(_post(lots, one) for one in lots.posts())
    cases = tuple(_case(lots, one) for one in lots.cases())
    return (
        *(windows or (_none(Sentence("抽查窗口", "windows are drawn")),)),
        *(posts or (_none(Sentence("抽查岗位", "posts are drawn")),)),
        *(cases or (_none(Sentence("抽查办件", "cases are drawn")),)),
    )


def _none(what: Sentence) -> Question:
    return Question(what, (NOTHING,), (FOUND,))


def _window(lots: Lots, drawn: Window) -> Question:
    unit, item = drawn
    return Question(
        Sentence(
            f"窗口 {unit.name}“{item.name}”：按指南办、按承诺时限办、公开了没有？",
            f"window of {unit.name}, {item.name}: by its guide, in time, published?",
        ),
        tuple(_of_item(lots, drawn)),
        (FOUND,),
    )


def _of_item(lots: Lots, drawn: Window) -> Iterator[Answer]:
    item, repository = drawn.item, lots.appraisal.repository
    covering = repository.covering.get(item.id, ())
    for kind in SERVICE_KINDS:
        there = [one for one in covering if one.kind == kind and one.issued_on(repository.day)]
        if there:
            title = f"{kind}：{there[0].number or ''}《{there[0].title}》"
            yield Answer(Sentence(title, title), there[0].at("id"))
        else:
            none = Sentence(f"{kind}：材料里没有", f"{kind}: the records hold none")
            yield Answer(none, is_there=False)
    if limit := item.promised_limit:
        yield told(
            f"承诺时限：{limit.days} {limit.unit}",
            f"promised: {limit.days} {limit.unit}",
            item.at("promised_limit"),
        )
    n = len(item.materials)
    yield told(
        f"申请材料 {n} 项，环节 {len(item.steps)} 个",
        f"{n} papers, {len(item.steps)} steps",
        item.at("materials"),
    )
    published = (one for one in lots.appraisal.basis.of(Disclosure) if item.id in one.items)
    yield shown(latest(published), Sentence("公开", "published"))


def _post(lots: Lots, post: Post) -> Question:
    of = unit_called(lots.appraisal.repository, post.unit)
    name = post.name if post.name.startswith(of) else f"{of}{post.name}"
    return Question(
        Sentence(
            f"岗位 {name}：做什么、做到什么程度、依据哪些标准？",
            f"post {name}: what, to which degree, by which standards?",
        ),
        tuple(_of_post(lots, post)),
        (Sentence("本人回答", "its holder answers"),),
    )


def _of_post(lots: Lots, post: Post) -> Iterator[Answer]:
    known = lots.appraisal.repository.standards_by_id
    yield told(post.does, post.does, post.at("does"))
    yield told(post.degree, post.degree, post.at("degree"))
    titles = "、".join(f"《{known[id_].title}》" for id_ in post.standards if id_ in known)
    yield told(titles, titles, post.at("standards"))
    examined = (one for one in lots.appraisal.basis.of(Examination) if post.id in one.posts)
    yield shown(latest(examined), Sentence("岗位考核", "examination"))


def _case(lots: Lots, drawn: Case) -> Question:
    ledger, sampled = drawn.ledger, drawn.sampled
    return Question(
        Sentence(
            f"办件 {sampled.case}：追到记录、标准、条款、岗位",
            f"case {sampled.case}: to its record, standard, clause and post",
        ),
        tuple(_trace(lots, drawn)),
        (Sentence(f"台账“{ledger.title}”里查到", f"found in {ledger.title}"),),
    )


def _trace(lots: Lots, drawn: Case) -> Iterator[Answer]:
    ledger, repository = drawn.ledger, lots.appraisal.repository
    place = ledger.at("sample", drawn.at, "case")
    yield Answer(Sentence(f"记录：{ledger.title}", f"record: {ledger.title}"), place)
    standard = repository.standards_by_id.get(ledger.standard)
    title = f"《{standard.title}》" if standard else None
    clause = f"第 {drawn.sampled.clause} 条" if drawn.sampled.clause else "条款没有写明"
    clause_en = f"clause {drawn.sampled.clause or 'not stated'}"
    if standard and title:
        yield told(f"标准：{title}{clause}", f"standard: {title} {clause_en}", standard.at("id"))
    else:
        yield NOTHING
    post = repository.posts_by_id.get(ledger.post or "")
    if post:
        yield told(f"岗位：{post.name}", f"post: {post.name}", post.at("id"))
    else:
        none = Sentence("岗位：没有写明", "post: not stated")
        yield Answer(none, ledger.at("id"), is_there=False)


def public_survey(lots: Lots) -> tuple[Question, ...]:
    """Leave a tally for each window that is drawn; put the pilot's own figure beside it."""
    measured = lots.appraisal.score.measurements["satisfaction"]
    figure = figure_of(measured)
    zh, en = measured.method or "未写明方法", measured.method or "no method stated"
    mine = Answer(
        Sentence(f"自报满意度（{zh}）：{figure.zh}", f"reported ({en}): {figure.en}"),
        measured.subjects[0].location if measured.subjects else None,
        is_there=measured.rate is not None,
    )
    tallies = tuple(
        Question(
            Sentence(
                f"在 {window.unit.name} 窗口随机询问办事群众",
                f"ask people at the window of {window.unit.name}",
            ),
            blanks=_ASKED,
        )
        for window in lots.windows()
    )
    kept = Question(
        Sentence("现场结果与测评结果相差多少？", "how far are the two apart?"), (mine,), (FOUND,)
    )
    return (*tallies, kept)
