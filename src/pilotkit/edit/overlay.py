"""The files of a workspace as they would be after writing, to try it out before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pilotkit.model.files import Attachment, Files

Held = TypeVar("Held")


def overlay(
    files: Files, texts: Mapping[str, bytes], attachments: Mapping[str, Attachment] | None = None
) -> Files:
    """Put texts and attachments into a workspace, over those of the same path."""
    return replace(
        files,
        texts=_by_path({**files.texts, **texts}),
        attachments=_by_path({**files.attachments, **(attachments or {})}),
    )


def _by_path(held: dict[str, Held]) -> dict[str, Held]:
    return dict(sorted(held.items(), key=lambda one: one[0].encode()))
