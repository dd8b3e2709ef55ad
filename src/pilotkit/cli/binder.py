"""`pilot report binder`: the binder, volume by volume, with a bar for who watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from pilotkit.cli.outputs import Outputs, near, tell
from pilotkit.cli.progress import PROGRESS
from pilotkit.disk import libreoffice
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case
from pilotkit.report.format import Setting

NAME = "binder"
TITLE = Sentence("资料汇编", "Binder")
NOT_AMONG_ALL = Sentence(
    "资料汇编要读全部附件，不在 --all 之内，请用 pilot report binder",
    "the binder reads all attachments and is not among --all: pilot report binder",
)


def write_binder(case: Case, setting: Setting, outputs: Outputs, *, internal: bool) -> None:
    """Write every volume and the originals; say what is done meanwhile, and what came of it.

    Raises:
        Fault: a library of the extra is not installed.
    """
    if find_spec("pikepdf") is None:
        raise Fault(
            Sentence(
                "编资料汇编需要安装 pikepdf，怎么装见 pilot doctor",
                "the binder needs pikepdf; pilot doctor says how",
            )
        )
    # Of an extra, and slow to import.
    from pilotkit.report.binder.runner import Tally, bind  # noqa: PLC0415
    from pilotkit.report.typesetting.fonts import letters  # noqa: PLC0415

    binder = bind(case, letters(setting.fonts), internal=internal)
    if not PROGRESS.quiet:
        tell(Sentence(f"正在生成 {TITLE.zh}", f"making {NAME}"), case.lang)
    if binder.has_office_files and libreoffice.find() is None:
        tell(
            Sentence(
                "本机没有 LibreOffice：Word、Excel 附件以说明页代替",
                "no LibreOffice here: sheets stand for Word and Excel files",
            ),
            case.lang,
        )
    tally = Tally()
    with _bar(binder.steps, TITLE.to(case.lang)) as step:
        for made in binder.make(libreoffice.convert, step, tally):
            outputs.put(made)
    where = near(outputs.place)
    tell(
        Sentence(
            f"资料汇编共{tally.volumes}册{tally.pages}页，收材料{binder.records}件，"
            f"暂缺{binder.missing}条，以说明页代替{tally.unbound}个文件，在 {where}",
            f"the binder: {tally.volumes} volumes, {tally.pages} pages, {binder.records} records,"
            f" {binder.missing} criteria without evidence, {tally.unbound} files not bound in;"
            f" in {where}",
        ),
        case.lang,
    )


@contextmanager
def _bar(steps: int, title: str) -> Iterator[Callable[[], None]]:
    """Show how far it is on stderr, where that is a terminal."""
    if PROGRESS.quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where a bar is seen
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=steps)
        yield lambda: progress.advance(task)
