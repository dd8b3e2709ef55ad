"""`pilot report binder`: the binder, volume by volume, with a bar for who watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from pilotkit.cli.outputs import Outputs, tell
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


def write_binder(case: Case, setting: Setting, outputs: Outputs) -> None:
    """Write every volume and the originals; say what is done meanwhile.

    Raises:
        Fault: a library of the extra is not installed.
    """
    if find_spec("pypdf") is None:
        raise Fault(
            Sentence(
                "编资料汇编需要安装 pypdf：pip install 'pilotkit[office]'",
                "the binder needs pypdf: pip install 'pilotkit[office]'",
            )
        )
    # Of an extra, and slow to import.
    from pilotkit.report.binder.runner import bind  # noqa: PLC0415
    from pilotkit.report.typesetting.fonts import letters  # noqa: PLC0415

    binder = bind(case, letters(setting.fonts))
    tell(Sentence(f"正在生成 {TITLE.zh}", f"making {NAME}"), case.lang)
    if binder.has_office_files and libreoffice.find() is None:
        tell(
            Sentence(
                "本机没有 LibreOffice：Word、Excel 附件以说明页代替",
                "no LibreOffice here: sheets stand for Word and Excel files",
            ),
            case.lang,
        )
    with _bar(binder.steps, TITLE.to(case.lang)) as step:
        for made in binder.make(libreoffice.convert, step):
            outputs.put(made)


@contextmanager
def _bar(steps: int, title: str) -> Iterator[Callable[[], None]]:
    """Show how far it is on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where a bar is seen
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=steps)
        yield lambda: progress.advance(task)
