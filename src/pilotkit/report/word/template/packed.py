"""A template as a packed file, before a process of its own works on it."""

from zipfile import BadZipFile

from pilotkit.disk.confinement import RefusedError
from pilotkit.disk.package import open_package
from pilotkit.model.sentence import Sentence

EXAMINE = "pilotkit.report.word.template.work:examine"
RENDER = "pilotkit.report.word.template.work:render"


def checked(content: bytes) -> bytes:
    """Look at a packed file before anything in it is unpacked.

    Raises:
        RefusedError: it is damaged, or not safe to unpack.
    """
    try:
        open_package(content).close()
    except BadZipFile as error:
        unfit = Sentence("不是 Word 文件，或解开后太大", "no Word file, or too large inside")
        raise RefusedError([unfit]) from error
    return content
