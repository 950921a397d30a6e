"""Sentences of the program in labels whose text can be selected.

Such a label takes its direction from the first letter, also where that belongs to an isolated name:
“سامي changed this claim” would be laid out from right to left.
"""

from factcheck.runtime.i18n import is_rtl

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"


def sentence(text: str) -> str:
    """Return `text` with the invisible mark that gives it the direction of the program."""
    return f"{_RIGHT_TO_LEFT if is_rtl() else _LEFT_TO_RIGHT}{text}" if text else ""
