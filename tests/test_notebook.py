"""Results in notebooks: the formatter knows their class, and shows their tables."""

from collections.abc import Callable

from detente.analysis.protocol import Result
from detente.notebook import html, tell


class Formatter:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: dict[tuple[str, str], Callable[[Result], str]] = {}

    def for_type_by_name(self, type_module: str, type_name: str, func: Callable[[Result], str]) -> None:
        self.told[type_module, type_name] = func


def test_the_class_of_all_results_is_told_by_its_name() -> None:
    formatter = Formatter()
    tell(formatter)
    assert formatter.told == {(Result.__module__, Result.__qualname__): html}


def test_tables_and_grids_are_shown_and_nothing_else() -> None:
    from detente.exhibits import Grid, Paragraph, Table, Text

    class Found:
        def exhibits(self) -> tuple[object, ...]:
            return (
                Table("a < b", ("x",), ((Text("1 & 2"),),)),
                Grid("g", (Text("r"),), (Text("c"),), (("yes",),), {"yes": "fulfilled"}),
                Paragraph((Text("left to presenters"),)),
            )

    said = html(Found())  # type: ignore[arg-type]
    assert said.startswith("<table><caption>a &lt; b</caption>") and "<td>1 &amp; 2</td>" in said
    assert "<td>fulfilled</td>" in said and "left" not in said
