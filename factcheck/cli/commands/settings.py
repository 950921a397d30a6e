"""The choices of the person, as in the settings of the desk."""

import dataclasses

from factcheck.cli.call import Call
from factcheck.cli.output import Answer, fields
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings

_FIXED = "replica"
NO_SETTING = N_("There is no setting {name}. The settings are: {names}.")
BAD_VALUE = N_("The setting {name} cannot be {value}.")
NOT_SAVED = N_("{path} could not be written: {reason}")


def list_all(call: Call) -> Answer:
    """List the settings."""
    return _shown(Settings.load(call.paths.settings_file))


def change(call: Call) -> Answer:
    """Change one setting and keep it.

    Raises:
        InvalidInputError: There is no such setting, the value is not possible, or the file
            cannot be written.
    """
    settings = Settings.load(call.paths.settings_file)
    name, text = call.arguments.name, call.arguments.value
    names = [each.name for each in dataclasses.fields(Settings) if each.name != _FIXED]
    if name not in names:
        raise InvalidInputError(NO_SETTING, name=name, names=", ".join(names))
    try:
        changed = settings.replace(**{name: _read(text, getattr(settings, name))})
    except ValueError:
        raise InvalidInputError(BAD_VALUE, name=name, value=text) from None
    try:
        changed.save(call.paths.settings_file)
    except OSError as error:
        path = call.paths.settings_file
        raise InvalidInputError(NOT_SAVED, path=path, reason=error.strerror) from error
    return _shown(changed)


def _read(text: str, before: object) -> object:
    """Read a value of the same type as the one before.

    Raises:
        ValueError: The text is no such value.
    """
    if isinstance(before, bool):
        return {"true": True, "false": False, "yes": True, "no": False}.get(text.lower(), text)
    return int(text) if isinstance(before, int) else text


def _shown(settings: Settings) -> Answer:
    data = dataclasses.asdict(settings)
    pairs = [(name, _text(value)) for name, value in data.items() if name != _FIXED]
    return Answer(data, lambda: fields(pairs))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or tr("(not set)")
