"""The row of buttons at the foot of a dialog, in the order of the platform."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

Named = tuple[str, Callable[[], object]]


def dialog_buttons(
    *actions: Named, default: int = 0, cancel: Named | None = None
) -> QDialogButtonBox:
    """Return a box of buttons that call their functions; the `default` one answers Enter."""
    box = QDialogButtonBox()
    roles = QDialogButtonBox.ButtonRole
    for at, (text, call) in enumerate(actions):
        role = roles.AcceptRole if at == default else roles.ActionRole
        button = QPushButton(text)
        button.setDefault(at == default)
        button.setAutoDefault(at == default)
        button.clicked.connect(lambda _checked=False, call=call: call())
        box.addButton(button, role)
    if cancel is not None:
        text, call = cancel
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, call=call: call())
        box.addButton(button, roles.RejectRole)
    return box
