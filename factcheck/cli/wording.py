"""What argparse says, as sentences of the catalogues.

argparse composes its messages in English before anyone can translate them, so they are recognised
by their shape. What is not recognised is shown as it is.
"""

import re

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import tr

_ARGUMENT = r"argument (?P<name>.+?): "
_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        r"the following arguments are required: (?P<names>.+)",
        N_("Something is missing: {names}."),
    ),
    (r"unrecognized arguments: (?P<words>.+)", N_("This was not understood: {words}")),
    (
        r"argument COMMAND: invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
        N_("There is no command {value}. The commands are: {choices}."),
    ),
    (
        _ARGUMENT + r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
        N_("{name} cannot be {value}. It can be: {choices}."),
    ),
    (_ARGUMENT + r"expected (?:one|at least one) argument", N_("{name} needs a value.")),
    (_ARGUMENT + r"expected 2 arguments", N_("{name} needs two values.")),
    (
        _ARGUMENT + r"invalid int value: (?P<value>.+)",
        N_("{name} needs a whole number, not {value}."),
    ),
    (_ARGUMENT + r"ignored explicit argument (?P<value>.+)", N_("{name} takes no value.")),
    (_ARGUMENT + r"(?P<reason>.+)", N_("{name}: {reason}")),
)


def sentence(message: str) -> str:
    """Return the sentence for a message of argparse, in the language in use."""
    for shape, msgid in _SENTENCES:
        found = re.fullmatch(shape, message, re.DOTALL)
        if found:
            return tr(msgid, **{name: _plain(each) for name, each in found.groupdict().items()})
    return message


def _plain(value: str) -> str:
    """Take the quotes of Python's `repr` off words and lists of words."""
    return re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"\1", value)
