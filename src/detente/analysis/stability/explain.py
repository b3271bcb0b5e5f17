"""A verdict and its witness, in sentences (GRAPH_MODEL §11)."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.stability.concept import Answer, Judgement, Step
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.run import choose
from detente.exhibits import Argument, Text
from detente.exhibits import Step as Reason
from detente.messages import Words, joined, message
from detente.situation.compile import Compiled
from detente.situation.states import State
from detente.situation.words import move_words, name, sentence

Verdict = Judgement[str, State]

_SHOWN = 6


def explain(compiled: Compiled, verdict: Verdict) -> Argument:
    """Why an actor would or would not leave a state: the verdict, and each improvement with its answer."""
    teller = _Teller(compiled, verdict)
    answers = teller.in_order() if len(verdict.answers) > 1 else []  # a single one is in the headline
    reasons = [Reason(Text(teller.answer(answer))) for answer in answers[:_SHOWN]]
    more = len(answers) - len(reasons)
    if more > 0:
        reasons.append(Reason(Text(message("explain.further", n=more))))
    return Argument(teller.title(), Text(teller.headline()), tuple(reasons))


def judge(compiled: Compiled, position: int, *, actor: str, concept: str) -> Verdict:
    """The verdict for one state, with its witness, by the literal definition. Raises ArgumentError."""
    chosen = choose([concept])[0]
    found = chosen.judge(compiled.graph, compiled.actor_index(actor), position)
    return found.labelled(compiled.actors.__getitem__, compiled.state)


def headline(compiled: Compiled, verdict: Verdict) -> Words:
    """The verdict in one sentence, with the most telling improvement."""
    return _Teller(compiled, verdict).headline()


class _Teller:
    def __init__(self, compiled: Compiled, verdict: Verdict) -> None:
        self.compiled, self.verdict = compiled, verdict
        self.situation = compiled.situation
        self.who = name(self.situation, verdict.actor)
        self.concept = next(one for one in CONCEPTS if one.id == verdict.concept)
        self.credible = self.concept.credible
        self.ranks = compiled.graph.ranks[compiled.actor_index(verdict.actor)]

    def title(self) -> Words:
        return message("explain.title", who=self.who, concept=self.concept.name)

    def in_order(self) -> list[Answer[str, State]]:
        """Undeterred improvements first, then the shortest sanctions, the smallest moves first."""
        return sorted(
            self.verdict.answers,
            key=lambda answer: (answer.deterred, len(answer.sanction or ()), self.size(answer)),
        )

    def size(self, answer: Answer[str, State]) -> int:
        here, there = self.verdict.state.levels, answer.to.levels
        return sum(here[option] != there[option] for option in here)

    def headline(self) -> Words:
        answers = self.in_order()
        if not answers:
            return sentence(message("explain.stays_content", who=self.who))
        body = self.body(answers[0])
        if self.verdict:
            return sentence(message("explain.stays", who=self.who, because=body))
        return sentence(message("explain.leaves", who=self.who, because=body))

    def answer(self, answer: Answer[str, State]) -> Words:
        return sentence(self.body(answer))

    def body(self, answer: Answer[str, State]) -> Words:
        gain = message("explain.gain", move=move_words(self.situation, self.verdict.state, answer.to))
        if self.verdict.concept == "nash":
            return gain
        if answer.sanction is None:
            return self.unanswered(gain)
        replies, harm = self.replies(answer.sanction), self.harm(answer.sanction)
        if answer.escape is None:
            return message("explain.answered", gain=gain, replies=replies, harm=harm)
        way_out = move_words(self.situation, answer.sanction[-1].target, answer.escape)
        return message("explain.escaped", gain=gain, replies=replies, harm=harm, escape=way_out)

    def unanswered(self, gain: Words) -> Words:
        if self.credible:
            return message("explain.no_credible_answer", gain=gain)
        return message("explain.no_answer", gain=gain)

    def replies(self, steps: Sequence[Step[str, State]]) -> Words:
        return joined(self.reply(step, first=index == 0) for index, step in enumerate(steps))

    def reply(self, step: Step[str, State], *, first: bool) -> Words:
        actor = name(self.situation, step.actor)
        move = move_words(self.situation, step.source, step.target)
        match self.credible, first:
            case True, True:
                return message("explain.would_then", actor=actor, move=move)
            case True, False:
                return message("explain.would", actor=actor, move=move)
            case False, True:
                return message("explain.could_then", actor=actor, move=move)
            case _:
                return message("explain.could", actor=actor, move=move)

    def harm(self, steps: Sequence[Step[str, State]]) -> Words:
        here = self.ranks[self.compiled.position(self.verdict.state)]
        there = self.ranks[self.compiled.position(steps[-1].target)]
        if there < here:
            return message("explain.worse", who=self.who)
        return message("explain.no_better", who=self.who)
