"""`pilot text export`: standards in Word or PDF after GB/T 1.1, one by one or in a volume."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    FolderOption,
    FontsOption,
    LangOption,
    day,
    font_folders,
    refuse,
    workspace,
)
from pilotkit.cli.outputs import Outputs, output_folder, tell
from pilotkit.cli.provenance import checked_out
from pilotkit.cli.reading import read
from pilotkit.load.loader import load
from pilotkit.model.fault import Fault
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.model.standard import Standard
from pilotkit.report.copies.copy import copy_of
from pilotkit.report.copies.volume import Volume, volume_of
from pilotkit.report.standard_files import standard_files, volume_file
from pilotkit.report.standard_forms import StandardForm, pdf_form, word_form

_FOLDER = "标准文本"


def export(
    topics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="标准 / ID",
            help="标准的编号或标准号，不写则全部汇编成一册 / ids or numbers; none: a volume",
        ),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="每项标准一个文件 / every standard as a file of its own")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="放到哪里，默认 build/ / where to")
    ] = None,
    formats: Annotated[str, typer.Option("-f", "--format", help="docx、pdf / docx, pdf")] = "docx",
    fonts: FontsOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="改过的文件也覆盖 / replace what was changed by hand")
    ] = False,
    folder: FolderOption = Path(),
    at: AtOption = None,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """按 GB/T 1.1 的格式写出标准文本 / write standards in Word or PDF after GB/T 1.1."""
    forms = _forms(formats, font_folders(fonts, lang), lang)
    root = workspace(folder, lang)
    reading = read(root, at)
    repository = load(reading.files, day(as_of), reading.otherwise)[0]
    chosen = [_own(repository, topic) for topic in topics or []]
    place = output_folder(output, root, lang)
    stamp = _stamp(repository, root, reading.revision if at else None)
    if each:
        chosen = [one for one in repository.standards if one.text.strip()]
    if chosen:
        single = place if output else output_folder(place / _FOLDER, root, lang)
        outputs = Outputs(single, lang, force=force)
        copies = [copy_of(one, repository) for one in chosen]
        for form in forms:
            for made in standard_files(copies, stamp, form):
                outputs.put(made)
        return
    volume = volume_of(repository)
    _tell_left_out(volume, lang)
    for form in forms:
        Outputs(place, lang, force=force).put(volume_file(volume, stamp, form))


def _forms(formats: str, folders: tuple[str, ...], lang: Lang) -> list[StandardForm]:
    known: dict[str, Callable[[], StandardForm]] = {
        "docx": lambda: word_form(folders),
        "pdf": lambda: pdf_form(folders),
    }
    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            unknown = Sentence(f"没有格式“{name}”", f"no format {name!r}")
            refuse(unknown.to(lang), Sentence("可用：docx、pdf", "known: docx, pdf").to(lang))
    return [known[name]() for name in wanted]


def _own(repository: Repository, topic: str) -> Standard:
    found = standard_of(repository, topic)
    if isinstance(found, Standard):
        return found
    adopted = Sentence(f"“{topic}”是采用的标准，没有文本", f"{topic!r} is adopted, without text")
    remedy = Sentence(
        f"引用它的标准：pilot text impact {found.id}",
        f"who cites it: pilot text impact {found.id}",
    )
    raise Fault(adopted, remedy)


def standard_of(repository: Repository, topic: str) -> AnyStandard:
    """Find a standard by its id or number."""
    found = repository.standards_by_id.get(topic) or repository.standard_by_number(topic)
    if found is None:
        unknown = Sentence(f"没有标准“{topic}”", f"there is no standard {topic!r}")
        ids = Sentence(
            "写编号（data/standards/ 里的文件名去掉后缀）或标准号",
            "write its id, the name of its file in data/standards/, or its number",
        )
        raise Fault(unknown, did_you_mean(topic, list(repository.standards_by_id)) or ids)
    return found


def _stamp(repository: Repository, root: Path, revision: str | None) -> str:
    commit, dirty = (revision, False) if revision else checked_out(root)
    said = commit or "未提交的工作区"
    if commit and dirty:
        said += "，另有未提交的改动"
    return f"数据截至{repository.day}；数据版本：{said}；由 pilotkit {__version__} 生成。"


def _tell_left_out(volume: Volume, lang: Lang) -> None:
    if not volume.count:
        refuse(
            Sentence("没有已发布、有文本的标准", "no standard is issued and has a text").to(lang)
        )
    if volume.left_out:
        listed = "、".join(one.id for one in volume.left_out)
        count = len(volume.left_out)
        tell(
            Sentence(
                f"未发布、已废止或没有文本的{count}项没有编入：{listed}",
                f"{count} that are not issued, withdrawn or without a text are left out: {listed}",
            ),
            lang,
        )
