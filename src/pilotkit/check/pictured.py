"""The pictures that standards show in their texts: what the rules on pictures walk through."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.files import Attachment
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.images import Image, holds_image, may_show


class Pictured(NamedTuple):
    """A picture in a text, and the path where its file is `found`, if one lies there.

    There is no path where none inside the standard's own folder is written.
    """

    own: OwnText
    image: Image
    path: str | None
    found: Attachment | None

    def says(self, message: Sentence, remedy: Sentence | None = None) -> Finding:
        """Say something about the line that names it."""
        return self.own.says(self.image.line, message, remedy)


def pictured(repository: Repository) -> Iterator[Pictured]:
    """Yield every picture that a text shows in a line of its own."""
    lying = repository.files.attachments
    for own in _with_pictures(repository):
        for _, block in own.text.blocks():
            if image := block.image:
                path = own.standard.picture_at(image.path)
                yield Pictured(own, image, path, lying.get(path or ""))


def within_lines(repository: Repository) -> Iterator[tuple[OwnText, int]]:
    """Yield the lines, by number, with a picture between other words: no form can set it there."""
    for own in _with_pictures(repository):
        shown = {block.image.line for _, block in own.text.blocks() if block.image}
        for number, line in enumerate(own.text.lines, 1):
            if number not in shown and holds_image(line):
                yield own, number


def _with_pictures(repository: Repository) -> Iterator[OwnText]:
    """Yield the few texts with a picture: to take all apart again would cost more than the rest."""
    return (own for own in own_texts(repository) if may_show(own.standard.text))
