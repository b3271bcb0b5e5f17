"""A timeline as SVG: events on a line to scale, labels above in lanes; close ones share a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.exhibits import Event, Timeline
from detente.messages import Date, Say, message
from detente.present.clean import clean
from detente.present.dates import positions, span
from detente.present.figures.alt import timeline_alt
from detente.present.figures.figure import Figure
from detente.present.figures.legend import flowed
from detente.present.figures.packing import placed
from detente.present.figures.scale import Scale
from detente.present.figures.svg import ACCENT, LINE, SOFT, document, element, label, path
from detente.present.grounds import ASSUMED
from detente.present.measure import pixels, wrap
from detente.present.tables import kind_words

MOST_EVENTS = 40
_PAD = 14.0
_WIDTH = 880.0
_LABEL = 158.0
_LANE = 62.0
_MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class _Dot:
    """An event and where it stands on the line."""

    event: Event[str]
    x: float


@dataclass(frozen=True, slots=True)
class _Flag:
    """The label of one dot or of several close together: its lane, its date and its lines."""

    dots: tuple[_Dot, ...]
    lane: int
    when: str
    said: tuple[str, ...]

    @property
    def x(self) -> float:
        """Where the stem stands."""
        return self.dots[0].x


def draw_timeline(timeline: Timeline[str], number: int, say: Say) -> Figure | None:
    """The dated events as figure `number`; None with fewer than two, since a line would say nothing."""
    shown = _dated(timeline)[-MOST_EVENTS:]
    if len(shown) < 2:
        return None
    scale = Scale.of([at for at, _ in shown], _PAD + 8, _WIDTH - 2 * _PAD - _LABEL)
    xs = _parted([scale.at(at) for at, _ in shown])
    flags = _flags([_Dot(event, x) for (_, event), x in zip(shown, xs, strict=True)], say)
    svg, height = _drawn(timeline, flags, scale, number, say)
    return Figure(
        number,
        svg,
        timeline_alt(timeline, say),
        _WIDTH,
        height,
        _remarks(timeline, len(shown), bool(scale.breaks), say),
    )


def _dated(timeline: Timeline[str]) -> list[tuple[float, Event[str]]]:
    dated = [(within, event) for event in timeline.events if (within := span(event.date)) is not None]
    moments = positions([within for within, _ in dated])
    return sorted(
        ((at, event) for at, (_, event) in zip(moments, dated, strict=True)), key=lambda pair: pair[0]
    )


def _remarks(timeline: Timeline[str], shown: int, broken: bool, say: Say) -> tuple[str, ...]:
    undrawn = len(timeline.events) - shown
    return (
        *((say(message("present.not_drawn", n=undrawn)),) if undrawn else ()),
        *((say(message("present.broken_line")),) if broken else ()),
    )


def _parted(exact: Sequence[float]) -> list[float]:
    """The positions with the room that dots need, none left of the first place."""
    parted = placed(exact, [10.0] * len(exact), [1.0] * len(exact), 2.0)
    shift = max(0.0, _PAD + 8 - parted[0])
    return [x + shift for x in parted]


def _flags(dots: Sequence[_Dot], say: Say) -> list[_Flag]:
    """Labels for runs of dots, the runs longer until no more than four lanes are needed."""
    for closest in (0.0, 13.0, 26.0, 45.0, 70.0, 110.0, 160.0):
        flags = _laned(_runs(dots, closest), say)
        if max(flag.lane for flag in flags) < _MOST_LANES:
            return flags
    return _laned([tuple(dots)], say)


def _runs(dots: Sequence[_Dot], closest: float) -> list[tuple[_Dot, ...]]:
    runs: list[list[_Dot]] = [[dots[0]]]
    for dot in dots[1:]:
        if dot.x - runs[-1][0].x < closest:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return [tuple(run) for run in runs]


def _laned(runs: Sequence[tuple[_Dot, ...]], say: Say) -> list[_Flag]:
    """From the right, each label into the lowest lane where it ends before the next one begins."""
    begins: list[float] = []  # per lane, where the label to the right begins
    flags: list[_Flag] = []
    for run in reversed(runs):
        when, said = _words(run, say)
        end = run[0].x + _width(when, said) + 8
        lane = next((lane for lane, begin in enumerate(begins) if end <= begin), len(begins))
        begins[lane : lane + 1] = [run[0].x]
        flags.append(_Flag(run, lane, when, said))
    return flags[::-1]


def _words(run: Sequence[_Dot], say: Say) -> tuple[str, tuple[str, ...]]:
    events = [dot.event for dot in run]
    dates = list(dict.fromkeys(say(message("date.short", date=Date(clean(event.date)))) for event in events))
    when = dates[0] if len(dates) == 1 else say(message("date.span", first=dates[0], last=dates[-1]))
    said = "; ".join(
        clean(event.text.text).rstrip(".") + (ASSUMED if event.text.assumed else "") for event in events
    )
    told = say(message("present.events", count=len(events), events=said)) if len(events) > 1 else said
    return wrap(when, _LABEL - 12, _bold, lines=1)[0], wrap(told, _LABEL - 12, _small, lines=3)


def _width(when: str, said: Sequence[str]) -> float:
    return max([_small(line) for line in said] + [_bold(when)]) + 6


def _small(text: str) -> float:
    return pixels(text, 11)


def _bold(text: str) -> float:
    return pixels(text, 11) * 1.07


def _drawn(
    timeline: Timeline[str], flags: Sequence[_Flag], scale: Scale, number: int, say: Say
) -> tuple[str, float]:
    axis = _PAD + _LANE * (max(flag.lane for flag in flags) + 1) + 12
    ticks = scale.ticks(say)
    body = [path(f"M{_PAD:.1f} {axis:.1f}L{_WIDTH - _PAD:.1f} {axis:.1f}", stroke=SOFT, stroke_width=1.4)]
    body += [_break(x, axis) for x in scale.breaks]
    for x, said in ticks:
        body.append(path(f"M{x:.1f} {axis:.1f}L{x:.1f} {axis + 9:.1f}", stroke=SOFT, stroke_width=1))
        body.append(label([said], x, axis + 21, size=10.5, fill=SOFT, text_anchor="middle"))
    body += [_stem(flag, axis) for flag in flags]
    body += [_text(flag, axis) for flag in flags]
    body += [_dot(dot.event.status, dot.x, axis) for flag in flags for dot in flag.dots]
    statuses = dict.fromkeys(dot.event.status for flag in flags for dot in flag.dots)
    legend, height = flowed(
        [(_dot(status, 7, 0), kind_words(status, say)) for status in statuses], _WIDTH - 2 * _PAD, room=20
    )
    below = axis + (36 if ticks else 22)
    body.append(element("g", *legend, transform=f"translate({_PAD:.0f} {below:.1f})"))
    total = below + height
    return document(number, _WIDTH, total, timeline.title, timeline_alt(timeline, say), body), total


def _break(x: float, axis: float) -> str:
    """Two short strokes with a gap between them."""
    gap = element("rect", x=x - 4, y=axis - 3, width=8, height=6, fill="#ffffff")
    strokes = "".join(f"M{x + dx - 2:.1f} {axis + 5:.1f}L{x + dx + 2:.1f} {axis - 5:.1f}" for dx in (-4, 4))
    return gap + path(strokes, stroke=SOFT, stroke_width=1.4)


def _top(flag: _Flag, axis: float) -> float:
    return axis - 12 - _LANE * (flag.lane + 1)


def _stem(flag: _Flag, axis: float) -> str:
    """The line from the label down, and along the dots when there are several."""
    along = f"M{flag.x:.1f} {axis - 9:.1f}L{flag.dots[-1].x:.1f} {axis - 9:.1f}" if len(flag.dots) > 1 else ""
    down = f"M{flag.x:.1f} {_top(flag, axis):.1f}L{flag.x:.1f} {axis:.1f}"
    return path(down + along, stroke=LINE, stroke_width=1.2)


def _text(flag: _Flag, axis: float) -> str:
    """The label on a ground of its own, so that a stem from above passes behind it."""
    x, y = flag.x + 6, _top(flag, axis) + 10
    width = _width(flag.when, flag.said)
    ground = element(
        "rect", x=x - 4, y=y - 10, width=width + 4, height=14.5 * (len(flag.said) + 1), fill="#ffffff"
    )
    when = label([flag.when], x, y, size=11, font_weight=700, fill=ACCENT)
    return ground + when + label(flag.said, x, y + 14, size=11)


def _dot(status: str, x: float, y: float) -> str:
    """Full: done. A ring: to come; dashed, if it may never come or nobody says. A cross: told as not done."""
    if status == "negated":
        across = "".join(f"M{x - 4:.1f} {y - d:.1f}L{x + 4:.1f} {y + d:.1f}" for d in (4, -4))
        return path(across, stroke=ACCENT, stroke_width=1.8)
    if status in ("hypothetical", "unknown"):
        dash = "3 2" if status == "hypothetical" else "1 2"
        return element(
            "circle", cx=x, cy=y, r=5, fill="#ffffff", stroke=ACCENT, stroke_width=1.8, stroke_dasharray=dash
        )
    fill = ACCENT if status == "done" else "#ffffff"
    ring = element("circle", cx=x, cy=y, r=5, fill=fill, stroke=ACCENT, stroke_width=1.8)
    return ring if status in ("done", "scheduled") else ring + element("circle", cx=x, cy=y, r=2, fill=ACCENT)
