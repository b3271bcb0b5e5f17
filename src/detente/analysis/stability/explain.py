"""A verdict and its witness, in sentences (GRAPH_MODEL §11)."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.stability.concept import Answer, Judgement, Step
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.run import choose
from detente.exhibits import Argument, Text
from detente.exhibits import Step as Reason
from detente.situation.compile import Compiled
from detente.situation.english import listed
from detente.situation.states import State
from detente.situation.words import move_words, name, sentence, subject

Verdict = Judgement[str, State]

# What a sanctioner may do under a concept: anything it can (GMR, SMR), or only what serves it (SEQ, SSEQ).
_CREDIBLE = {"seq", "sseq"}
_SHOWN = 6


def explain(compiled: Compiled, verdict: Verdict) -> Argument:
    """Why an actor would or would not leave a state: the verdict, and each improvement with its answer."""
    teller = _Teller(compiled, verdict)
    answers = teller.in_order() if len(verdict.answers) > 1 else []  # a single one is in the headline
    reasons = [Reason(Text(teller.answer(answer))) for answer in answers[:_SHOWN]]
    more = len(answers) - len(reasons)
    if more > 0:
        reasons.append(Reason(Text(f"{more} further improvements, answered in the same way.")))
    return Argument(teller.title(), Text(teller.headline()), tuple(reasons))


def judge(compiled: Compiled, position: int, *, actor: str, concept: str) -> Verdict:
    """The verdict for one state, with its witness, by the literal definition. Raises ArgumentError."""
    chosen = choose([concept])[0]
    found = chosen.judge(compiled.graph, compiled.actor_index(actor), position)
    return found.labelled(compiled.actors.__getitem__, compiled.state)


def headline(compiled: Compiled, verdict: Verdict) -> str:
    """The verdict in one sentence, with the most telling improvement."""
    return _Teller(compiled, verdict).headline()


class _Teller:
    def __init__(self, compiled: Compiled, verdict: Verdict) -> None:
        self.compiled, self.verdict = compiled, verdict
        self.situation = compiled.situation
        self.who = subject(self.situation, verdict.actor)
        self.credible = verdict.concept in _CREDIBLE
        self.ranks = compiled.graph.ranks[compiled.actor_index(verdict.actor)]

    def title(self) -> str:
        concept = next(one for one in CONCEPTS if one.id == self.verdict.concept)
        return f"{name(self.situation, self.verdict.actor)}: {concept.name}"

    def in_order(self) -> list[Answer[str, State]]:
        """Undeterred improvements first, then the shortest sanctions, the smallest moves first."""
        return sorted(
            self.verdict.answers,
            key=lambda answer: (answer.deterred, len(answer.sanction or ()), self.size(answer)),
        )

    def size(self, answer: Answer[str, State]) -> int:
        here, there = self.verdict.state.levels, answer.to.levels
        return sum(here[option] != there[option] for option in here)

    def headline(self) -> str:
        answers = self.in_order()
        if not answers:
            return sentence(
                f"{self.who} would not leave this outcome: no move of its own would improve its position"
            )
        if self.verdict:
            return sentence(f"{self.who} would not leave this outcome: {self.body(answers[0])}")
        return sentence(f"{self.who} would leave this outcome: {self.body(answers[0])}")

    def answer(self, answer: Answer[str, State]) -> str:
        return sentence(self.body(answer))

    def body(self, answer: Answer[str, State]) -> str:
        move = move_words(self.situation, self.verdict.state, answer.to)
        gain = f"it could {move} and be better off"
        if self.verdict.concept == "nash":
            return gain
        if answer.sanction is None:
            return f"{gain}, and {self.no_sanction(answer)}"
        reply = f"{self.replies(answer.sanction)}, {self.harm(answer.sanction)}"
        if answer.escape is None:
            return f"{gain}, but {reply}"
        way_out = move_words(self.situation, answer.sanction[-1].target, answer.escape)
        return f"{gain}; {reply}, but it could then {way_out} and be better off after all"

    def no_sanction(self, answer: Answer[str, State]) -> str:
        others = "no reply that serves those who make it" if self.credible else "nothing the others could do"
        return f"{others} would take that gain away"

    def replies(self, steps: Sequence[Step[str, State]]) -> str:
        word = "would" if self.credible else "could"
        parts = [
            f"{subject(self.situation, step.actor)} {word} "
            f"{'then ' if index == 0 else ''}{move_words(self.situation, step.source, step.target)}"
            for index, step in enumerate(steps)
        ]
        return listed(parts)

    def harm(self, steps: Sequence[Step[str, State]]) -> str:
        here = self.ranks[self.compiled.position(self.verdict.state)]
        there = self.ranks[self.compiled.position(steps[-1].target)]
        worse = "worse off" if there < here else "no better off"
        return f"which leaves {self.who} {worse} than staying"
