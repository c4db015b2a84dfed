"""How dates are written in the window, as it was set."""

from PySide6.QtCore import QLocale

from timeline_app.model.date_style import ENGLISH, GERMAN, DateForm, DateStyle
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.settings import DATE_FORMAT, AppSettings

_FORMS = {"day": DateForm.DAY_MONTH, "month": DateForm.MONTH_DAY, "iso": DateForm.ISO}


def use_dates(settings: AppSettings) -> None:
    """Writes dates as they were set, in the language of the window."""
    german = QLocale().language() is QLocale.Language.German
    form = _FORMS.get(settings.value(DATE_FORMAT), DateForm.DAY_MONTH)
    use_style(DateStyle(GERMAN if german else ENGLISH, form))
