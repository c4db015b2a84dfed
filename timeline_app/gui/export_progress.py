"""ExportProgress: how far a large export is, beside the window, which can be used meanwhile; and leaving one."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from timeline_app.gui.dialogs.messages import ask_to_leave
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.wording import counted
from timeline_app.workspace.export_job import ExportJob

translate = QCoreApplication.translate


class ExportProgress(QProgressDialog):
    """Follows one job and offers to cancel it; goes when it is over."""

    def __init__(self, job: ExportJob, count: int, window: QWidget) -> None:
        super().__init__(window)
        self._job, self._count = job, count
        self.setWindowTitle(self.tr("Export"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setMinimumDuration(0)
        self.setMinimumWidth(360)
        self.setBar(QProgressBar(textVisible=False))  # which is too flat for figures; the words say how many
        self.setRange(0, 0)
        self._show_words(0)
        give_letters(self)
        self.canceled.connect(job.cancel)
        job.progressed.connect(self._follow)
        job.finished.connect(self.close_quietly)
        job.failed.connect(self.close_quietly)
        self.show()

    def close_quietly(self, _result: object = None) -> None:
        """Goes away without cancelling anything."""
        self.canceled.disconnect(self._job.cancel)
        self.close()

    def _follow(self, done: int, total: int) -> None:
        self.setRange(0, total)
        self.setValue(done)
        self._show_words(done)

    def _show_words(self, done: int) -> None:
        name, events = self._job.order.path.name, counted(self._count, "event")
        if done:
            words = self.tr("Writing {name}: {done} of {events}").format(name=name, done=f"{done:,}", events=events)
        else:
            words = self.tr("Writing {name}: {events}").format(name=name, events=events)
        self.setLabelText(words)


def ask_to_abandon(parent: QWidget, names: str) -> bool:
    """Asks whether the window closes on exports that are not finished."""
    return ask_to_leave(
        parent,
        translate("ExportProgress", "An export is running"),
        translate("ExportProgress", "{names} is still being written.").format(names=names),
        translate("ExportProgress", "Closing the window now leaves it unwritten."),
        leave=translate("ExportProgress", "Close without it"),
        stay=translate("ExportProgress", "Wait"),
    )
