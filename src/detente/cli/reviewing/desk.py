"""The reviewer's desk: one claim at a time, its passage in its surroundings, one key for each decision."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import typer

from detente.cli.answers import plain
from detente.cli.reviewing.as_json import now
from detente.cli.reviewing.texts import Texts
from detente.errors import ArgumentError, InputError
from detente.messages import Say, Words, joined, message
from detente.present.clean import clean
from detente.present.terminal import console, show
from detente.store.review_folder import ReviewFolder, record
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.context import Likeness, surroundings
from detente.study.reviewing.decisions import EDITABLE, Action, Value
from detente.study.reviewing.exhibits import review_section
from detente.study.reviewing.parties import Parties
from detente.study.reviewing.review import Item, decide, edited, queue

if TYPE_CHECKING:
    from rich.text import Text as Line

    from detente.evidence.claims import Attestation, Claim

_PLAIN: Mapping[str, Action] = {"a": "accept", "r": "reject", "s": "skip"}


class Desk:
    """A session at the keyboard. `key` waits for one key, `line` for a line; tests give their own."""

    def __init__(
        self,
        opened: ReviewFolder,
        reviewer: str,
        *,
        say: Say,
        opinion: bool = False,
        key: Callable[[], str] = typer.getchar,
        line: Callable[[str], str] | None = None,
    ) -> None:
        self.opened = opened
        self.reviewer = reviewer
        self.opinion = opinion
        self.say = say
        self.key = key
        self.line = line or (lambda ask: str(typer.prompt(ask, default="", show_default=False)))
        self.screen = console()
        self.texts = Texts(opened)
        self.parties = Parties(opened.dossier.claims, opened.actors)
        self.note = ""
        self.count = 0
        self.left = 0
        self.skipped: set[str] = set()

    def run(self) -> None:
        """Show claims until the queue is empty or the reviewer stops; each decision is written at once."""
        try:
            while (item := self._next()) is not None:
                self._show(item)
                if not self._answer(item):
                    break
        except (KeyboardInterrupt, EOFError):
            self.screen.print()
        self.screen.print()
        show(self.screen, review_section(self.opened.dossier, self.opened.log), say=self.say)
        if self.count:
            said = message("cli.desk.written", n=self.count, file=str(self.opened.log_file))
            self._say(said, "dim")

    def _queue(self) -> tuple[Item, ...]:
        opened = self.opened
        return queue(
            opened.dossier, opened.log, reviewer=self.reviewer, opinion=self.opinion, cited=opened.cited
        )

    def _next(self) -> Item | None:
        waiting = self._queue()
        if waiting and waiting[0].claim.id in self.skipped:
            self._say(message("cli.desk.skipped_left"), "bold")
            return None
        if not waiting:
            done = message("cli.desk.nothing_left") if self.count else message("cli.desk.nothing")
            self._say(done, "bold")
            return None
        self.left = len(waiting)
        return waiting[0]

    def _answer(self, item: Item) -> bool:
        """Take keys until one decision is made; False to stop."""
        while True:
            pressed = self.key().lower()
            if pressed in ("q", "\x1b", "\x04"):
                return False
            if pressed == "\x03":
                raise KeyboardInterrupt
            if pressed == "n":
                self.note = self._ask(message("cli.desk.note")) or self.note
            elif self._decided(pressed, item.claim):
                return True
            self._remind(item.claim)

    def _decided(self, pressed: str, claim: Claim) -> bool:
        if pressed in _PLAIN:
            return self._record(_PLAIN[pressed], claim.id)
        if pressed == "u":
            return self._record("undo", "")
        if pressed == "e":
            changes = self._changes(claim)
            return bool(changes) and self._record("edit", claim.id, changes=changes)
        if pressed == "m":
            into = self._partner(claim)
            return bool(into) and self._record("merge", claim.id, into=into)
        return False

    def _remind(self, claim: Claim) -> None:
        """Nothing was decided: which claim is asked about, and what can be done."""
        self._say(f"{claim.id} · {claim.kind} · {claim.text}", "bold")
        self._say(message("cli.desk.keys"), "cyan")

    def _ask(self, words: Words) -> str | None:
        """A typed line; None where the question is called off, which does not end the session."""
        try:
            return self.line(self.say(words)).strip()
        except (typer.Abort, KeyboardInterrupt, EOFError):
            self._say(message("cli.desk.called_off"), "yellow")
            return None

    def _record(
        self, action: Action, claim: str, *, changes: Mapping[str, Value] | None = None, into: str = ""
    ) -> bool:
        opened = self.opened
        hand = InHand(opened.dossier)
        try:
            entry = decide(
                hand, opened.log, action, claim, by=self.reviewer, when=now(), note=self.note,
                changes=changes or {}, into=into, opinion=self.opinion, cited=opened.cited,
            )  # fmt: skip
            dossier = hand.dossier()
        except (ArgumentError, InputError) as error:
            self._say(plain(error), "red")
            return False
        self.opened = record(opened, dossier, (entry,))
        self.note = ""
        self.count += 1
        (self.skipped.add if action == "skip" else self.skipped.discard)(entry.claim)
        self._say(message(f"cli.desk.done.{action}", claim=entry.claim), "green")
        return True

    def _changes(self, claim: Claim) -> dict[str, Value]:
        """Fields and values until an empty line, each checked at once; nothing given, nothing changed."""
        for name in EDITABLE:
            self._say(f"{name} = {_shown(_field(claim, name))}", "dim")
        changes: dict[str, Value] = {}
        while given := self._ask(message("cli.desk.field")):
            name, mark, value = (part.strip() for part in given.partition("="))
            if not mark or name not in EDITABLE:
                self._say(message("cli.desk.write_one", fields=joined(EDITABLE, "comma")), "red")
                continue
            try:
                edited(claim, {**changes, name: value})
            except ArgumentError as error:
                self._say(message("cli.desk.stays", why=plain(error), field=name), "red")
                continue
            changes[name] = value
            for party in self.parties.unknown(claim.id, {name: value}):
                self._say(str(party), "yellow")
        return {} if given is None else changes

    def _partner(self, claim: Claim) -> str:
        """The claim to merge into; one that is not like it only when asked twice."""
        claims = self.opened.dossier.claims
        alike = Likeness(claims).alike(claim)
        for other in alike:
            self._say(f"{other.id}: {other.text}", "dim")
        if not alike:
            self._say(message("cli.desk.none_alike"), "dim")
        into = self._ask(message("cli.desk.merge_into")) or ""
        unlike = next(
            (one for one in claims if one.id == into and one not in alike and one.id != claim.id), None
        )
        if unlike is None:
            return into
        self._say(message("cli.desk.unlike", other=unlike.id, claim=claim.id, text=unlike.text), "yellow")
        sure = (self._ask(message("cli.desk.sure", claim=claim.id)) or "").lower()
        return into if sure in ("y", "yes", self.say(message("cli.desk.yes"))) else ""

    def _say(self, words: Words, style: str = "") -> None:
        from rich.text import Text as Line

        self.screen.print(Line(clean(self.say(words)), style=style, overflow="fold"))

    def _show(self, item: Item) -> None:
        from rich.text import Text as Line

        claim = item.claim
        self.screen.rule(Line(self.say(message("cli.desk.left", n=self.left))), style="dim")
        order = message("cli.desk.order", importance=item.importance, doubt=item.doubt)
        self._say(f"{claim.id} · {claim.kind} · {claim.origin} · {self.say(order)}", "bold")
        if claim.text not in {place.passage.text for place in claim.attestations if place.passage}:
            self.screen.print(Line(clean(claim.text), style="bold cyan", overflow="fold"))
        for name in ("who", "to", "date", "status", "about", "stance", "direction", "event", "flags"):
            value = _shown(getattr(claim, name))
            if value and value != "unknown":
                self._say(f"{name}: {value}")
        for place in claim.attestations:
            self.screen.print(self._in_context(place))
        for one in self.opened.dossier.contrasts():
            if claim.id in (one.first.id, one.second.id):
                other = one.second if one.first.id == claim.id else one.first
                self._say(message(f"cli.desk.apart.{one.kind}", other=other.id, text=other.text), "yellow")
        self._say(message("cli.desk.keys"), "cyan")

    def _in_context(self, place: Attestation) -> Line:
        from rich.text import Text as Line

        document = self.opened.dossier.document(place.document)
        words = Line(overflow="fold")
        if document.interest:
            interest = self.say(message("cli.desk.interest", interest=clean(document.interest)))
            words.append(f"\n{interest}", style="yellow")
        passage = place.passage
        page = self.texts.page(passage) if passage is not None else None
        where = (
            self.say(message("cli.desk.page", page=page))
            if page
            else (f", {clean(place.where)}" if place.where else "")
        )
        words.append(f"\n{clean(str(document))}{where}\n", style="dim")
        if passage is None:
            words.append(f"{clean(place.note)}\n" if place.note else "")
            return words
        found = surroundings(self.texts.of(place.document), passage)
        words.append(("… " if found.cut_before else "") + _lines(found.before).lstrip())
        words.append(f"[{_lines(found.text)}]", style="bold reverse")
        words.append(_lines(found.after).rstrip() + (" …" if found.cut_after else ""))
        if self.texts.of(place.document) is None:
            words.append("\n" + self.say(message("cli.desk.not_at_hand")), style="yellow")
        words.append("\n")
        return words


def _lines(text: str) -> str:
    """Text with its paragraphs and edges kept: cleaning joins and trims, and words must not run together."""
    return "\n".join(_edged(paragraph) for paragraph in re.split(r"\n+", text))


def _edged(text: str) -> str:
    inner = clean(text)
    lead = " " if text[:1].isspace() and inner else ""
    return lead + inner + (" " if text[-1:].isspace() and inner else "")


def _field(claim: Claim, name: str) -> object:
    """What an editable field holds; who speaks is told by the citations."""
    if name == "said_by":
        return tuple(dict.fromkeys(place.said_by for place in claim.attestations if place.said_by))
    return getattr(claim, name)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
