"""May this web address be opened? A judgement of the text alone; nothing is looked up.

Evidence holds addresses as somebody typed or pasted them, and an address can be made to look like
another one, to point into the reader's own network, or to start a program. Three verdicts: *open*,
*ask* (show where it really leads first), *text* (never a link, anywhere).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote

from factcheck.domain.errors import N_
from factcheck.text import hosts

_LONGEST = 4096
_FORBIDDEN = re.compile(
    "[\\s\\\\\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_WEB = re.compile(r"(https?)://([^/?#]+)([/?#].*)?", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MAIL = re.compile(r"mailto:([^?#]+)(?:\?([^#]*))?", re.IGNORECASE)
_MAIL_HEADERS = {"subject", "body", "cc", "bcc", "to"}


class Opening(StrEnum):
    """What may be done with an address."""

    OPEN = "open"
    ASK = "ask"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Address:
    """An address with the judgement on it.

    `host` is where it really leads, in the form that goes over the network (punycode, dotted
    numbers), empty for plain text. `reason` is a msgid, empty where the address may be opened.
    """

    url: str
    verdict: Opening
    host: str = ""
    reason: str = ""

    @property
    def is_link(self) -> bool:
        """Whether reports and screens may make it a link."""
        return self.verdict is Opening.OPEN


NO_ADDRESS = N_("This is not a web address, so it stays text.")
OTHER_SCHEME = N_("Only http, https and mailto addresses are opened.")
HIDDEN = N_("The address holds spaces or invisible characters, so it stays text.")
TOO_LONG = N_("The address is too long to be opened.")
BROKEN_HOST = N_("The address names no valid server, so it stays text.")
UNSAFE_MAIL = N_("The mail address carries instructions, so it stays text.")
USERINFO = N_("The address begins with a name that hides the real server.")


@lru_cache(maxsize=4096)
def judge(url: str) -> Address:
    """Judge an address as typed; spaces around it do not count. Never raises."""
    typed = url.strip(" ")
    reason = _refusal(typed)
    if reason:
        return Address(url, Opening.TEXT, reason=reason)
    mail = _MAIL.fullmatch(typed)
    if mail:
        return _judge_mail(typed, mail.group(1), mail.group(2) or "")
    web = _WEB.fullmatch(typed)
    if not web:
        return Address(url, Opening.TEXT, reason=BROKEN_HOST)
    userinfo, at, server = web.group(2).rpartition("@")
    return _judged(typed, server, hides_server=bool(at or userinfo))


def _refusal(typed: str) -> str:
    """Return why `typed` can never be a link, or nothing."""
    if len(typed) > _LONGEST:
        return TOO_LONG
    if _FORBIDDEN.search(typed):
        return HIDDEN
    scheme = _SCHEME.match(typed)
    if not scheme:
        return NO_ADDRESS
    if scheme.group(1).lower() not in ("http", "https", "mailto"):
        return OTHER_SCHEME
    return ""


def _judged(typed: str, server: str, *, hides_server: bool) -> Address:
    host, colon, port = _split_port(server)
    if colon and port and not (port.isascii() and port.isdigit() and int(port) <= 65535):
        return Address(typed, Opening.TEXT, reason=BROKEN_HOST)
    found = hosts.inspect(host)
    if not found.real:
        return Address(typed, Opening.TEXT, reason=BROKEN_HOST)
    reason = USERINFO if hides_server else found.doubt
    return Address(typed, Opening.ASK if reason else Opening.OPEN, found.real, reason)


def _split_port(server: str) -> tuple[str, str, str]:
    if server.startswith("["):
        host, bracket, rest = server.partition("]")
        if rest and not rest.startswith(":"):
            return "", "", ""
        return host + bracket, rest[:1], rest[1:]
    return server.partition(":")


def _judge_mail(typed: str, recipients: str, query: str) -> Address:
    headers = {field.partition("=")[0].lower() for field in query.split("&") if field}
    plain = unquote(recipients + query)
    hides = any(unicodedata.category(char) in ("Cc", "Cf") for char in plain)
    if hides or not headers <= _MAIL_HEADERS:
        return Address(typed, Opening.TEXT, reason=UNSAFE_MAIL)
    servers = [recipient.rpartition("@") for recipient in unquote(recipients).split(",")]
    if not all(name and at and not re.search(r'[\s"<>@;:]', name) for name, at, _ in servers):
        return Address(typed, Opening.TEXT, reason=BROKEN_HOST)
    judged = [_judged(typed, server, hides_server=False) for _, _, server in servers]
    severity = (Opening.OPEN, Opening.ASK, Opening.TEXT)
    return max(judged, key=lambda each: severity.index(each.verdict))
