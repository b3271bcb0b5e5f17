"""Names with dates: what a state was called, and when; and bodies that act like parties.

A dated name is used whatever the date of the text (a text of today may speak of the Soviet Union); the years
tell a reader from when to when it was the name in use.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a state of ISO code `code`, in use from year `since` until year `until` (None: open)."""

    name: str
    code: str
    since: int | None = None
    until: int | None = None


FORMER_NAMES: tuple[Alias, ...] = (
    Alias("Burma", "MMR", None, 1989),
    Alias("Cape Verde", "CPV", None, 2013),
    Alias("Swaziland", "SWZ", None, 2018),
    Alias("Zaire", "COD", 1971, 1997),
    Alias("Soviet Union", "RUS", 1922, 1991),
    Alias("USSR", "RUS", 1922, 1991),
    Alias("Soviet", "RUS", 1922, 1991),
    Alias("Macedonia", "MKD", 1991, 2019),
    Alias("Ceylon", "LKA", None, 1972),
    Alias("Persia", "IRN", None, 1935),
    Alias("Upper Volta", "BFA", 1958, 1984),
    Alias("Dahomey", "BEN", None, 1975),
    Alias("Rhodesia", "ZWE", 1965, 1980),
    Alias("Siam", "THA", None, 1939),
    Alias("West Germany", "DEU", 1949, 1990),
    Alias("East Pakistan", "BGD", 1955, 1971),
    Alias("Holland", "NLD"),
)

ORGANIZATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("United Nations", ("UN", "U.N.")),
    ("UN Security Council", ("Security Council", "U.N. Security Council", "United Nations Security Council")),
    ("European Union", ("EU", "E.U.", "Brussels")),
    ("European Commission", ()),
    ("NATO", ("Nato", "North Atlantic Treaty Organization", "North Atlantic Treaty Organisation")),
    ("African Union", ("AU",)),
    ("ASEAN", ("Asean", "Association of Southeast Asian Nations")),
    ("Arab League", ("League of Arab States",)),
    ("Gulf Cooperation Council", ("GCC",)),
    ("ECOWAS", ("Ecowas", "Economic Community of West African States")),
    ("CARICOM", ("Caricom",)),
    ("Organization of American States", ("OAS", "Organisation of American States")),
    ("OSCE", ()),
    ("IAEA", ("International Atomic Energy Agency",)),
    ("International Court of Justice", ("ICJ", "World Court")),
    ("International Monetary Fund", ("IMF",)),
    ("World Bank", ()),
    ("World Trade Organization", ("WTO", "World Trade Organisation")),
    ("World Health Organization", ("WHO", "World Health Organisation")),
    ("Red Cross", ("ICRC", "International Committee of the Red Cross")),
    ("OPEC", ("Opec",)),
    ("Group of Seven", ("G7", "G-7")),
    ("Group of Twenty", ("G20", "G-20")),
    ("BRICS", ("Brics",)),
    ("Hamas", ()),
    ("Hezbollah", ("Hizbollah", "Hizbullah")),
    ("Taliban", ()),
    ("Polisario Front", ("Polisario",)),
    ("Houthis", ("Houthi",)),
)  # fmt: skip
