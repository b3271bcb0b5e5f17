"""How outcomes are reached from today: by single steps, or through a move made together."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.selection import Family
from detente.analysis.paths.joint import JointStep
from detente.analysis.paths.result import Route
from detente.exhibits import Edge, Exhibit, Graph, Node, Paragraph, Text
from detente.messages import Words, joined, message
from detente.situation.words import act_words, move_words, name, sentence


def way(found: Outcomes, route: Route) -> Words:
    """A route as a sentence."""
    return sentence(message("outcomes.way", steps=way_words(found, route)))


def way_words(found: Outcomes, route: Route) -> Words:
    """The steps of a route as phrases."""
    situation = found.situation
    return joined(
        (
            message(
                "outcomes.would",
                actor=name(situation, step.actor),
                move=move_words(situation, step.source, step.target),
            )
            for step in route.steps
        ),
        "semicolon_then",
    )


def reached(found: Outcomes, family: Family) -> Words:
    """How a family is reached from today, in a phrase."""
    route = family.first.route
    if route is not None and route.steps:
        movers = joined((name(found.situation, one) for one in route.first_movers), "or")
        return message("outcomes.steps_first", steps=steps_words(len(route.steps)), movers=movers)
    opened = opening(found, family)
    if opened is not None:
        joint, onward = opened
        if not onward.steps:
            return message("outcomes.through", move=joint.move.name)
        steps = steps_words(len(onward.steps))
        return message("outcomes.through_then", move=joint.move.name, steps=steps)
    for origin, joint in found.joint_later:
        if family.letter != origin.letter and _onward(joint, family) is not None:
            return message("outcomes.from_through", origin=origin.letter, move=joint.move.name)
    return message("outcomes.not_reached")


def opening(found: Outcomes, family: Family) -> tuple[JointStep, Route] | None:
    """The joint move from today that opens a family no single steps lead to, and the way on from there."""
    if family.first.route is not None and family.first.route.steps:
        return None
    ways = ((joint, _onward(joint, family)) for joint in found.joint)
    return next(((joint, onward) for joint, onward in ways if onward is not None), None)


def steps_words(count: int) -> Words:
    """ "1 single step", "3 single steps"."""
    return message("outcomes.single_steps", n=count)


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
        yield Paragraph((Text(message("outcomes.together")),))
        yield Paragraph(tuple(sentences), bullets=True)


def _joint_sentence(found: Outcomes, joint: JointStep) -> Text:
    situation, move = found.situation, joint.move
    parts = [
        message(
            "outcomes.would",
            actor=name(situation, actor),
            move=joined(
                act_words(situation.option(option), level)
                for option, level in move.settings.items()
                if situation.option(option).owner == actor
            ),
        )
        for actor in move.actors
    ]
    opened = [
        _opens(found, family, onward)
        for family in found.selection.families
        if family.first.route is None and (onward := _onward(joint, family)) is not None
    ]
    told = message("outcomes.joint", move=move.name, acts=joined(parts))
    grounds = move.grounds
    return Text(sentence(joined((told, *opened), "stop")), grounds.because, grounds.are_assumed)


def _opens(found: Outcomes, family: Family, onward: Route) -> Words:
    if not onward.steps:
        return message("outcomes.opens", family=family.letter)
    steps, way = steps_words(len(onward.steps)), way_words(found, onward)
    return message("outcomes.opens_after", family=family.letter, steps=steps, way=way)


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
        self.nodes: dict[int, Node] = {today: Node("today", message("outcomes.graph.today"), "start")}
        self.edges: dict[tuple[str, str, Words], Edge] = {}

    def node(self, position: int) -> str:
        letter = self.letters.get(position)
        if position not in self.nodes:
            same = [node.id for node in self.nodes.values() if node.label == letter]
            identifier = letter if letter and not same else f"{letter or 'via'}-{len(self.nodes)}"
            kind = "equilibrium" if letter else "state"
            self.nodes[position] = Node(identifier, letter or "·", kind)
        return self.nodes[position].id

    def edge(self, source: int, target: int, label: Words, kind: str) -> None:
        key = (self.node(source), self.node(target), label)
        self.edges.setdefault(key, Edge(key[0], key[1], label, kind))

    def route(self, route: Route) -> None:
        compiled, situation = self.found.compiled, self.found.situation
        for step in route.steps:
            label = message(
                "outcomes.graph.step",
                actor=name(situation, step.actor),
                move=move_words(situation, step.source, step.target),
            )
            source, target = compiled.position(step.source), compiled.position(step.target)
            self.edge(source, target, label, "improvement")

    def joint(self, joint: JointStep) -> None:
        fresh = [family for family in self.found.selection.families if family.first.route is None]
        onward = [one for family in fresh if (one := _onward(joint, family)) is not None]
        if onward:
            actors = joined(name(self.found.situation, actor) for actor in joint.move.actors)
            label = message("outcomes.graph.step", actor=actors, move=joint.move.name)
            self.edge(joint.source, joint.target, label, "joint")
            for route in onward:
                self.route(route)

    def graph(self) -> Graph:
        drawn = tuple(self.edges.values())
        labels: dict[str, Words] = {
            node.id: message("outcomes.graph.between") if node.kind == "state" else node.label
            for node in self.nodes.values()
        }
        told = joined(
            (
                message(
                    "outcomes.graph.edge",
                    source=labels[edge.source],
                    target=labels[edge.target],
                    label=edge.label,
                )
                for edge in drawn
            ),
            "stop",
        )
        alt = message("outcomes.graph.alt", routes=told)
        return Graph(message("outcomes.graph.title"), tuple(self.nodes.values()), drawn, alt)
