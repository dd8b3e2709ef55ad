"""For people at a terminal: an outline, indented as its clauses are; what rests on a standard."""

from collections.abc import Iterable, Iterator, Sequence

from pilotkit.model.naming import unit_called
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.outlines.outline import Outline
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.citations import Citation
from pilotkit.text.dependents import Dependent, Impact
from pilotkit.text.law_dependents import Grounded, LawImpact
from pilotkit.text.structure import Element, Section


def outline(one: Outline, lang: Lang) -> str:
    """Render an outline; a line number is that of the file."""
    return _shown(_outline(one, lang))


def impact(one: Impact, repository: Repository, lang: Lang) -> str:
    """Render what has to be looked at again when a standard changes."""
    return _shown(_impact(one, repository, lang))


def impact_of_law(one: LawImpact, repository: Repository, lang: Lang) -> str:
    """Render what has to be looked at again when a law changes."""
    return _shown(_impact_of_law(one, repository, lang))


def _shown(lines: Iterable[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


def _outline(one: Outline, lang: Lang) -> Iterator[str]:
    standard = one.standard
    yield "  ".join(filter(None, (standard.id, standard.number, standard.title, standard.kind)))
    yield standard.path
    if not one.sections:
        yield Sentence("还没有正文", "There is no text yet").to(lang)
    for section in one.sections:
        yield f"{one.line(section.line):>6}  {'  ' * (section.depth - 1)}{_heading(section)}"
    terms = [f"{one.line(term.line):>6}  {term.number} {term.title}" for term in one.terms]
    yield from _list(Sentence("术语", "Terms"), terms, lang)
    cited = [f"{one.line(each.line):>6}  {_cited(each, lang)}" for each in one.citations]
    yield from _list(Sentence("引用", "Citations"), cited, lang)
    labelled = [
        f"{one.line(block.line):>6}  {_label(block)} {block.text}".rstrip()
        for block in one.labelled
    ]
    yield from _list(Sentence("表、图、式", "Tables, figures, formulas"), labelled, lang)


def _label(block: Block) -> str:
    """Return what a table, a figure or a formula is called, or what it is."""
    return f"{block.kind}{block.label}" if block.kind is Kind.FORMULA else block.label or block.kind


def _heading(section: Section) -> str:
    if section.element is not Element.ANNEX or not section.is_chapter:
        return f"{section.number} {section.title}".strip()
    nature = f"（{section.nature}）" if section.nature else ""
    return f"附录{section.number}{nature} {section.title}".strip()


def _cited(citation: Citation, lang: Lang) -> str:
    """Say what is cited, and where it stands."""
    listed = Sentence("列于规范性引用文件", "in the list of references")
    body = Sentence("正文", "in the provisions")
    around = Sentence("正文以外", "around the provisions")
    place = listed if citation.is_listed else body if citation.is_in_body else around
    return f"{citation.cited.written} {citation.cited.clause}".rstrip() + f"  {place.to(lang)}"


def _impact(one: Impact, repository: Repository, lang: Lang) -> Iterator[str]:
    standard = one.standard
    yield "  ".join(filter(None, (standard.id, standard.number, standard.title)))
    yield from _dependents(one.dependents, repository, lang)
    items = [f"  {each.id}  {each.name}{_owner(each.unit, repository)}" for each in one.items]
    yield from _list(Sentence("覆盖的事项", "Items it covers"), items, lang)
    posts = [f"  {each.id}  {each.name}{_owner(each.unit, repository)}" for each in one.posts]
    yield from _list(Sentence("依据它工作的岗位", "Posts that work by it"), posts, lang)
    records = [_record(each.name, each.every, each.keeper) for each in standard.records]
    yield from _list(Sentence("应形成的记录", "Records it requires"), records, lang)
    evidence = [
        f"  {each.id}  {each.title}{_owner(each.unit, repository)}" for each in one.evidence
    ]
    yield from _list(Sentence("指向它的证据", "Evidence that names it"), evidence, lang)


def _impact_of_law(one: LawImpact, repository: Repository, lang: Lang) -> Iterator[str]:
    law = one.law
    yield "  ".join(filter(None, (law.id, law.number, law.title)))
    yield from _dependents(one.dependents, repository, lang)
    items = [_grounded(each, repository, lang) for each in one.items]
    yield from _list(Sentence("以它为设定依据的事项", "Items set up by it"), items, lang)
    covering = {each.id: each for item in one.items for each in item.standards}
    own = [
        f"  {id_}  {each.title}{_owner(each.unit, repository)}" for id_, each in covering.items()
    ]
    yield from _list(Sentence("这些事项的自编标准", "Own standards for these items"), own, lang)
    basis = [f"  {each.title}" for each in one.basis]
    yield from _list(Sentence("试点的依据", "Grounds of the pilot"), basis, lang)
    named = [f"  {each.id}  {each.title}{_owner(each.unit, repository)}" for each in one.documents]
    yield from _list(Sentence("提到它的原有文件", "Existing documents that name it"), named, lang)
    evidence = [
        f"  {each.id}  {each.title}{_owner(each.unit, repository)}" for each in one.evidence
    ]
    yield from _list(Sentence("提到它的证据", "Evidence that names it"), evidence, lang)


def _dependents(every: Sequence[Dependent], repository: Repository, lang: Lang) -> Iterator[str]:
    day = repository.day
    yield Sentence(
        f"截至 {day}，改动它要重新核对：", f"As of {day}, to re-check if it changes:"
    ).to(lang)
    direct = [_dependent(each, repository, lang) for each in every if each.steps == 1]
    yield from _list(Sentence("直接引用它的自编标准", "Own standards citing it"), direct, lang)
    others = [_dependent(each, repository, lang) for each in every if each.steps > 1]
    yield from _list(Sentence("间接引用它的自编标准", "Own standards through others"), others, lang)


def _grounded(one: Grounded, repository: Repository, lang: Lang) -> str:
    """Name an item with the articles it rests on."""
    articles = COMMA.to(lang).join(one.articles)
    head = f"  {one.item.id}  {one.item.name}{_owner(one.item.unit, repository)}"
    return f"{head}  {articles}".rstrip()


def _list(title: Sentence, lines: list[str], lang: Lang) -> Iterator[str]:
    yield f"{title.to(lang)} {len(lines)}"
    yield from lines


def _dependent(one: Dependent, repository: Repository, lang: Lang) -> str:
    standard = one.standard
    head = f"  {standard.id}  {standard.title}{_owner(standard.unit, repository)}"
    if one.steps > 1:
        return head + Sentence(f"  经 {one.through}", f"  through {one.through}").to(lang)
    lines = COMMA.to(lang).join(str(standard.at_line(line).line) for line in one.lines)
    where = Sentence(f"  第 {lines} 行", f"  lines {lines}")
    only = Sentence("  仅在 citations 中", "  only in citations")
    return head + (where if lines else only).to(lang)


def _record(name: str, every: str, keeper: str | None) -> str:
    return f"  {name}  {every}" + (f"  {keeper}" if keeper else "")


def _owner(name: str, repository: Repository) -> str:
    return f"（{unit_called(repository, name)}）"
