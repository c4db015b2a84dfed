"""The words of the model in the language of the window: statuses, modalities, grades."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from timeline_app.model.annotation import Modality

_WORDS = (
    QT_TRANSLATE_NOOP("Word", "suggested"),
    QT_TRANSLATE_NOOP("Word", "accepted"),
    QT_TRANSLATE_NOOP("Word", "edited"),
    QT_TRANSLATE_NOOP("Word", "rejected"),
    QT_TRANSLATE_NOOP("Word", "stale"),
    QT_TRANSLATE_NOOP("Word", "happened"),
    QT_TRANSLATE_NOOP("Word", "ongoing"),
    QT_TRANSLATE_NOOP("Word", "planned"),
    QT_TRANSLATE_NOOP("Word", "possible"),
    QT_TRANSLATE_NOOP("Word", "denied"),
    QT_TRANSLATE_NOOP("Word", "opinion"),
)


def word(value: StrEnum) -> str:
    """A status or a modality as the window says it."""
    return QCoreApplication.translate("Word", value.value)


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
