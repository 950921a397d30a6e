"""What comparing a claimed with a found figure comes to, in a sentence."""

from factcheck.runtime.i18n import ntr, tr
from factcheck.runtime.settings import Settings
from factcheck.text.display import format_number, format_percent
from factcheck.text.figures import NOTHING_GIVEN, Agreement, Comparison


def comparison_words(outcome: Comparison, settings: Settings) -> str:
    """Say whether the figures agree and how far they are apart; empty while one is missing."""
    if outcome.reason == NOTHING_GIVEN:
        return ""
    sentences = [_verdict(outcome.agreement), _distance(outcome, settings)]
    if outcome.reason:
        sentences.append(tr(outcome.reason))
    return " ".join(each for each in sentences if each)


def _verdict(agreement: Agreement) -> str:
    return {
        Agreement.AGREES: tr("✓ The figures agree."),
        Agreement.WITHIN_TOLERANCE: tr("≈ The figures agree within the tolerance."),
        Agreement.DIFFERS: tr("≠ The figures differ."),
        Agreement.NOT_COMPARABLE: tr("? The figures cannot be compared."),
    }[agreement]


def _distance(outcome: Comparison, settings: Settings) -> str:
    difference = outcome.difference
    if not difference:
        return ""
    if outcome.in_days:
        return _days(int(difference), settings)
    amount = format_number(abs(difference), settings)
    if outcome.percent is None:
        return (
            tr("Found is {amount} more.", amount=amount)
            if difference > 0
            else tr("Found is {amount} less.", amount=amount)
        )
    percent = format_percent(abs(outcome.percent), settings)
    if difference > 0:
        return tr("Found is {amount} more ({percent}).", amount=amount, percent=percent)
    return tr("Found is {amount} less ({percent}).", amount=amount, percent=percent)


def _days(days: int, settings: Settings) -> str:
    number = abs(days)
    shown = format_number(number, settings)
    if days > 0:
        return ntr("Found is {n} day later.", "Found is {n} days later.", number, n=shown)
    return ntr("Found is {n} day earlier.", "Found is {n} days earlier.", number, n=shown)
