"""Tool tips that show what a document says as it says it: Qt takes a tip that looks like markup for markup."""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A text as a tool tip that is shown letter by letter, whatever is in it."""
    if not Qt.mightBeRichText(text):
        return text
    import html  # its table of entities takes a while, and few tips look like markup

    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"
