"""The words of the model in the language of the window: statuses, modalities, grades."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from timeline_app.model.annotation import Modality
from timeline_app.workspace.translation import mark, translated

_WORDS = (
    mark("suggested"),
    mark("accepted"),
    mark("edited"),
    mark("rejected"),
    mark("stale"),
    mark("happened"),
    mark("ongoing"),
    mark("planned"),
    mark("possible"),
    mark("denied"),
    mark("opinion"),
)


def word(value: StrEnum) -> str:
    """A status or a modality as the window says it."""
    return translated(value.value)


def modality_called(text: str) -> Modality:
    """The modality of a word, English or of the window; raises ValueError naming them all."""
    name = text.strip().casefold()
    for modality in Modality:
        if name in (modality.value, word(modality).casefold()):
            return modality
    known = ", ".join(word(modality) for modality in Modality)
    raise ValueError(
        QCoreApplication.translate("Word", "“{text}” is not a modality; use one of {known}.").format(
            text=text, known=known
        )
    )
