"""How outcomes are reached from today: by single steps, or through a move made together."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.selection import Family
from detente.analysis.paths.joint import JointStep
from detente.analysis.paths.result import Route
from detente.exhibits import Edge, Exhibit, Graph, Node, Paragraph, Text
from detente.situation.english import listed
from detente.situation.words import act_words, move_words, name, sentence, subject


def way(found: Outcomes, route: Route) -> str:
    """A route as a sentence."""
    return sentence(f"From today, each step to the advantage of whoever takes it: {way_words(found, route)}")


def way_words(found: Outcomes, route: Route) -> str:
    """The steps of a route as phrases."""
    situation = found.situation
    return "; then ".join(
        f"{subject(situation, step.actor)} would {move_words(situation, step.source, step.target)}"
        for step in route.steps
    )


def reached(found: Outcomes, family: Family) -> str:
    """How a family is reached from today, in a phrase."""
    route = family.first.route
    if route is not None and route.steps:
        movers = listed((name(found.situation, one) for one in route.first_movers), "or")
        return f"{_steps(len(route.steps))}, {movers} first"
    for joint in found.joint:
        onward = _onward(joint, family)
        if onward is not None:
            after = f", then {_steps(len(onward.steps))}" if onward.steps else ""
            return f"through “{joint.move.name}”{after}"
    for origin, joint in found.joint_later:
        if family.letter != origin.letter and _onward(joint, family) is not None:
            return f"from {origin.letter} through “{joint.move.name}”"
    return "not by single steps, nor by a named joint move"


def _steps(count: int) -> str:
    return "1 single step" if count == 1 else f"{count} single steps"


def _onward(joint: JointStep, family: Family) -> Route | None:
    """The shortest way from where a joint move leads to any outcome of the family."""
    if joint.onward is None:
        return None
    routes = [joint.onward.route(outcome.state) for outcome in family.outcomes]
    return min((one for one in routes if one is not None), key=lambda one: len(one.steps), default=None)


def joint_paragraph(found: Outcomes) -> Iterator[Exhibit]:
    """What moves made together open, one sentence each."""
    sentences = [_joint_sentence(found, joint) for joint in found.joint if joint.agreed]
    if sentences:
        lead = Text("Some moves serve nobody alone and everyone together:")
        yield Paragraph((lead,))
        yield Paragraph(tuple(sentences), bullets=True)


def _joint_sentence(found: Outcomes, joint: JointStep) -> Text:
    situation, move = found.situation, joint.move
    parts = []
    for actor in move.actors:
        acts = [
            act_words(situation.option(option), level)
            for option, level in move.settings.items()
            if situation.option(option).owner == actor
        ]
        parts.append(f"{subject(situation, actor)} would {listed(acts)}")
    opened = [
        (family, onward)
        for family in found.selection.families
        if (family.first.route is None) and (onward := _onward(joint, family)) is not None
    ]
    text = f"“{move.name}”: {listed(parts)}, and each would be better off than today"
    for family, onward in opened:
        after = f" after {_steps(len(onward.steps))} ({way_words(found, onward)})" if onward.steps else ""
        text += f". It opens {family.letter}{after}"
    grounds = move.grounds
    return Text(sentence(text), grounds.because, grounds.are_assumed)


def route_graph(found: Outcomes) -> Iterator[Exhibit]:
    """Today, the shortest routes by improvements and by joint moves, and where they end."""
    if found.selection.today is None:
        return
    drawing = _Drawing(found)
    for family in found.selection.families:
        route = family.first.route
        if route is not None:
            drawing.route(route)
    for joint in found.joint:
        if joint.agreed:
            drawing.joint(joint)
    if drawing.edges:
        yield drawing.graph()


class _Drawing:
    """Collects nodes and edges; families keep their letter, other states are numbered."""

    def __init__(self, found: Outcomes) -> None:
        self.found = found
        today = found.selection.today
        assert today is not None
        self.letters = found.all_letters
        self.nodes = {today: Node("today", "Today", "start")}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def node(self, position: int) -> str:
        letter = self.letters.get(position)
        if position not in self.nodes:
            same = [node.id for node in self.nodes.values() if node.label == letter]
            identifier = letter if letter and not same else f"{letter or 'via'}-{len(self.nodes)}"
            kind = "equilibrium" if letter else "state"
            self.nodes[position] = Node(identifier, letter or "·", kind)
        return self.nodes[position].id

    def edge(self, source: int, target: int, label: str, kind: str) -> None:
        key = (self.node(source), self.node(target), label)
        self.edges.setdefault(key, Edge(key[0], key[1], label, kind))

    def route(self, route: Route) -> None:
        compiled, situation = self.found.compiled, self.found.situation
        for step in route.steps:
            label = f"{name(situation, step.actor)}: {move_words(situation, step.source, step.target)}"
            source, target = compiled.position(step.source), compiled.position(step.target)
            self.edge(source, target, label, "improvement")

    def joint(self, joint: JointStep) -> None:
        fresh = [family for family in self.found.selection.families if family.first.route is None]
        onward = [one for family in fresh if (one := _onward(joint, family)) is not None]
        if onward:
            actors = listed(name(self.found.situation, actor) for actor in joint.move.actors)
            self.edge(joint.source, joint.target, f"{actors}: {joint.move.name}", "joint")
            for route in onward:
                self.route(route)

    def graph(self) -> Graph:
        drawn = tuple(self.edges.values())
        labels = {
            node.id: "a state in between" if node.kind == "state" else node.label
            for node in self.nodes.values()
        }
        alt = "Routes from today. " + ". ".join(
            f"{labels[edge.source]} to {labels[edge.target]} — {edge.label}" for edge in drawn
        )
        return Graph("How the outcomes are reached from today", tuple(self.nodes.values()), drawn, alt)
