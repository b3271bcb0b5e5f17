"""How is a number written? With a comma every three digits, unless asked for plain."""

from __future__ import annotations

import re
from fractions import Fraction

Number = int | float | Fraction
_GIVEN = re.compile(r",?(\.\d+)?[fg%]")


def is_form(form: str) -> bool:
    """Is it a form of numbers: "plain", "g", ".2f", ",.1%"?"""
    return form == "plain" or _GIVEN.fullmatch(form) is not None


def written(number: Number, form: str = "") -> str:
    """The number in digits; a fraction with the decimals it needs, at most four."""
    if form and form != "plain":
        return format(float(number), form)
    if isinstance(number, Fraction) and number.denominator != 1:
        return f"{float(number):{'' if form else ','}.4f}".rstrip("0")
    if isinstance(number, float) and not number.is_integer():
        return format(number, "g" if form else ",g")
    return str(int(number)) if form else f"{int(number):,}"
