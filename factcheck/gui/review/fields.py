"""Text fields bound to one record at a time.

A field is written when it settles, together with what the record said when the typing began. What
could not be written stays in the field and, when another record is shown meanwhile, waits until it
can be written or its own record comes back: typed text is never dropped.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.gui.widgets.settling_edit import SettlingEdit, SettlingLine

T = TypeVar("T")
Field = SettlingEdit | SettlingLine
Values = dict[str, object]
Store = Callable[[Values, Values], bool]
StoreLate = Callable[[Hashable, Values, Values], bool]


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """Text that waits: the record it was typed into, and the values it gives where it gives any."""

    text: str
    base: T | None
    values: Values | None


@dataclass(slots=True)
class _Binding(Generic[T]):
    """A widget, how its text is read from a record, and which values its text gives.

    `base` is the record as it was when the field was last in step with it.
    """

    field: Field
    read: Callable[[T], str]
    write: Callable[[str], Values]
    base: T | None = None


class Fields(Generic[T]):
    """The fields of a form.

    `store` writes values of the record shown, given what they were before; False when refused.
    `store_late` does so for the record of a key, which is not shown any more.
    """

    def __init__(
        self,
        store: Store,
        store_late: StoreLate = lambda _key, _values, _base: False,
        leave_over: Callable[[str], None] = lambda _text: None,
    ) -> None:
        """Tell `leave_over` every text that gives no value."""
        self._store = store
        self._store_late = store_late
        self._leave_over = leave_over
        self._bindings: list[_Binding[T]] = []
        self._key: Hashable = None
        self._unwritten: dict[tuple[Hashable, Field], _Kept[T]] = {}

    def bind(self, field: Field, name: str) -> None:
        """Let `field` edit the text attribute `name` of the record."""
        self.bind_with(field, lambda record: str(getattr(record, name)), lambda text: {name: text})

    def bind_with(
        self, field: Field, read: Callable[[T], str], write: Callable[[str], Values]
    ) -> None:
        """Let `field` edit what `read` takes from the record; `write` gives the values to store.

        `write` raises ValueError for text that is no such value; the text then stays half typed.
        """
        binding = _Binding(field, read, write)
        self._bindings.append(binding)
        field.settled.connect(lambda _text: self._settled(binding))

    def show(self, key: Hashable, record: T | None) -> None:
        """Show a record: the same key refreshes what is not half typed, another replaces all."""
        is_other = key != self._key
        if is_other:
            self._put_aside()
        self._key = key
        for binding in self._bindings:
            text = "" if record is None else binding.read(record)
            if is_other:
                binding.field.load(text)
                binding.base = record
                self._take_up(binding)
            elif not binding.field.is_edited:
                binding.base = record
                binding.field.set_text_quietly(text)

    def call(self, key: Hashable) -> None:
        """Go on under another key, as when a new record has been stored."""
        self._key = key

    def settle(self) -> None:
        """Write what is half typed."""
        for binding in self._bindings:
            binding.field.settle()
        for key in dict.fromkeys(key for key, _ in self._unwritten):
            if key != self._key:
                self._settle_late(key)

    def _settle_late(self, key: Hashable) -> None:
        """Write what waits about a record that is not shown, all of it at once."""
        values: Values = {}
        base: Values = {}
        fields = []
        for (owner, field), kept in self._unwritten.items():
            if owner == key and kept.values is None:
                self._leave_over(kept.text)
            elif owner == key and kept.values is not None:
                fields.append(field)
                values |= kept.values
                base |= _values_of(kept.base, kept.values)
        if fields and self._store_late(key, values, base):
            for field in fields:
                self._unwritten.pop((key, field), None)

    def _settled(self, binding: _Binding[T]) -> None:
        try:
            values = binding.write(typed_text(binding.field))
        except ValueError:
            binding.field.keep()
            self._leave_over(typed_text(binding.field))
            return
        if not self._store(values, _values_of(binding.base, values)):
            binding.field.keep()

    def _put_aside(self) -> None:
        for binding in self._bindings:
            if self._key is not None and binding.field.is_edited:
                kept = _Kept(typed_text(binding.field), binding.base, _given(binding))
                self._unwritten[self._key, binding.field] = kept

    def _take_up(self, binding: _Binding[T]) -> None:
        kept = self._unwritten.pop((self._key, binding.field), None)
        if kept is not None:
            binding.base = kept.base
            type_text(binding.field, kept.text)


def _given(binding: _Binding[T]) -> Values | None:
    try:
        return binding.write(typed_text(binding.field))
    except ValueError:
        return None


def _values_of(record: object, names: Values) -> Values:
    return {} if record is None else {name: getattr(record, name) for name in names}


def typed_text(field: Field) -> str:
    """Return what stands in a field."""
    return field.toPlainText() if isinstance(field, SettlingEdit) else field.text()


def type_text(field: Field, text: str) -> None:
    """Put text into a field as if somebody had typed it."""
    field.selectAll()
    if isinstance(field, SettlingEdit):
        field.insertPlainText(text)
    else:
        field.insert(text)
