"""Reaching a server before the window opens its record: that may take as long as a network does."""

from collections.abc import Callable

from factcheck.domain.errors import UserError
from factcheck.gui.jobs import Jobs, Tell
from factcheck.gui.main_window import MainWindow
from factcheck.operations.opening import Opened

Open = Callable[[], Opened]


def reach(
    attempt: Open,
    window: MainWindow,
    then: Callable[[], object],
    otherwise: Callable[[UserError], object],
) -> None:
    """Open a record on a worker and close it again; then call `then`, or `otherwise` with why not.

    Neither is called once the window is closed.
    """
    jobs = Jobs(window)
    window.closing.connect(jobs.stop)

    def work(_tell: Tell) -> UserError | None:
        try:
            attempt().store.close()
        except UserError as error:
            return error
        return None

    def answer(error: UserError | None) -> None:
        if error is None:
            then()
        else:
            otherwise(error)

    jobs.start(work, answer)
