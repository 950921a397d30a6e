"""The one change that a text undergoes, on import, before any offset into it exists.

Qt's text documents rewrite a few characters by themselves (line ends, U+2029, the byte order mark,
two non-characters). Doing the same beforehand makes the stored text and the shown text agree
character for character. Nothing else is touched: no Unicode normalisation, marks, joiners and
direction marks stay as the author wrote them.
"""

import re

_DROPPED = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")
_LINE_END = re.compile("\r\n|[\r\u2029]")
_BYTE_ORDER_MARK = "\ufeff"


def normalise(text: str) -> str:
    """Return `text` as it is stored.

    Line ends (CR LF, CR, U+2029) become LF; lone surrogates, U+FDD0 and U+FDD1 are dropped, and so
    is a byte order mark at the beginning. Applying it twice changes nothing more.
    """
    kept = _DROPPED.sub("", text).lstrip(_BYTE_ORDER_MARK)
    return _LINE_END.sub("\n", kept)
