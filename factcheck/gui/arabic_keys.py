"""Which letters the keys of a Latin keyboard type when the Arabic (101) layout is active.

A key event names the character of the active layout, so a shortcut written in Latin letters is
deaf to Arabic typing. `physical_twins` gives the same key as the Arabic layouts of Windows and
of X.Org (`xkb/symbols/ara`) name it.
"""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_PLAIN = dict(
    zip(
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./`",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ",
        strict=True,
    )
) | {"B": "\ufefb"}  # lam-alef, one key of its own

_SHIFTED = dict(
    zip(
        "QWERYIOPASDFHJKZXCVN",
        "\u064e\u064b\u064f\u064cإ÷×؛\u0650\u064d][أـ،~\u0652}{آ",
        strict=True,
    )
) | {"T": "\ufef9", "G": "\ufef7", "B": "\ufef5"}

_DIGITS = {str(number): chr(0x0660 + number) for number in range(10)}


def _named(combination: QKeyCombination, character: str) -> QKeySequence:
    modifiers = combination.keyboardModifiers()
    return QKeySequence(modifiers.value | ord(character))


def physical_twins(sequence: QKeySequence) -> list[QKeySequence]:
    """Return `sequence` as Arabic layouts name it, [] for keys that are the same on them."""
    if sequence.isEmpty():
        return []
    combination: QKeyCombination = sequence[0]  # type: ignore[index]
    key = combination.key().value
    if key > 0x7E:
        return []
    letter = chr(key)
    tables = [_PLAIN, _DIGITS]
    if combination.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
        tables.append(_SHIFTED)
    return [_named(combination, table[letter]) for table in tables if letter in table]
