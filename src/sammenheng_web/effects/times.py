"""Lead times in words."""

from django.utils.translation import ngettext

from sammenheng.texts import formats
from sammenheng_web.ui.terms import texts


def quarters(count: int | None) -> str:
    """How many quarters; empty when nobody has said."""
    if count is None:
        return ""
    return ngettext("%(n)s quarter", "%(n)s quarters", count) % {"n": formats.number(texts(), count)}
