"""Where a host name really leads, and what makes it suspicious.

Follows what browsers do (WHATWG URL): full-width letters and ideographic stops are mapped, numbers
in any base are IPv4 addresses. A label of Arabic letters alone is an ordinary Arabic name; any
other letters outside ASCII may imitate Latin ones, so they are shown in punycode first.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain.errors import N_

NUMERIC = N_("The address names a computer by number instead of a name.")
PRIVATE = N_("The address leads into your own computer or network.")
SINGLE_LABEL = N_("The server name has no ending, so it leads into your own network.")
PUNYCODE = N_("The server name is written in code (xn--). Check where it leads.")
LOOKALIKE = N_("The server name mixes or imitates letters. Check where it leads.")
REMAPPED = N_("The server name is written with unusual characters. Check where it leads.")

_LOCAL_ENDINGS = (
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private",
    "home.arpa",
)  # fmt: skip
_STOPS = re.compile("[\u3002\uff0e\uff61]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_ARABIC_LABEL = re.compile(
    "(?:[\u0620-\u063f\u0641-\u064a\u066e-\u0673\u0679-\u06d3\u06d5]|(?<!^)-(?!$)"
    "|(?<!^)[0-9])+|(?:[\u0620-\u063f\u0641-\u064a\u066e-\u0673\u0679-\u06d3\u06d5]|(?<!^)-(?!$)"
    "|(?<!^)[\u0660-\u0669])+"
)


@dataclass(frozen=True, slots=True)
class Host:
    """`real` is the name as sent over the network, empty if invalid; `doubt` a msgid or empty."""

    real: str = ""
    doubt: str = ""


@lru_cache(maxsize=1024)
def inspect(host: str) -> Host:
    """Look at a host name as it stands in an address, brackets of IPv6 included."""
    if host.startswith("["):
        return _ip_v6(host[1:-1]) if host.endswith("]") else Host()
    mapped = _STOPS.sub(".", unicodedata.normalize("NFKC", host).lower())
    name = mapped.removesuffix(".")
    labels = name.split(".")
    if not name or len(name) > 253 or not all(_is_valid(label) for label in labels):
        return Host()
    if _NUMBER.fullmatch(labels[-1]):
        return _ip_v4(labels)
    real = ".".join(_punycode(label) for label in labels)
    if len(real) > 253 or any(len(label) > 63 for label in real.split(".")):
        return Host()
    return Host(real, _doubt(host, mapped, labels))


def _doubt(host: str, mapped: str, labels: list[str]) -> str:
    name = ".".join(labels)
    if any(name == ending or name.endswith("." + ending) for ending in _LOCAL_ENDINGS):
        return PRIVATE
    if len(labels) == 1:
        return SINGLE_LABEL
    if any(label.startswith("xn--") for label in labels):
        return PUNYCODE
    if not all(label.isascii() or _ARABIC_LABEL.fullmatch(label) for label in labels):
        return LOOKALIKE
    return "" if mapped == host.lower() else REMAPPED


def _is_valid(label: str) -> bool:
    if label.isascii():
        return _LABEL.fullmatch(label) is not None
    return not label.startswith("-") and all(
        char in "-_" or unicodedata.category(char)[0] in "LMN" for char in label
    )


def _punycode(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode()


def _ip_v6(text: str) -> Host:
    try:
        address = ipaddress.IPv6Address(text)
    except ValueError:
        return Host()
    return Host(f"[{address}]", PRIVATE if _is_private(address) else NUMERIC)


def _ip_v4(labels: list[str]) -> Host:
    """Read up to four numbers, decimal, octal or hexadecimal; the last one fills the rest."""
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
        return Host()
    try:
        numbers = [_number(label) for label in labels]
    except ValueError:
        return Host()
    *heads, last = numbers
    if any(head > 255 for head in heads) or last >= 256 ** (5 - len(numbers)):
        return Host()
    value = last + sum(head << 8 * (3 - place) for place, head in enumerate(heads))
    address = ipaddress.IPv4Address(value)
    return Host(str(address), PRIVATE if _is_private(address) else NUMERIC)


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if label.startswith("0") and label != "0" else int(label)


def _is_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return not address.is_global
