"""What `--help` says of the families of analyses and their parameters."""

from __future__ import annotations

_CONCEPT = "nash, gmr, smr, seq or sseq"
_GROUP_BY = "An option by which outcomes are told apart; repeatable. Without: by importance."
_OBJECTIVE = (
    "breadth, max-min, leximin, wants, kalai-smorodinsky, nash, total or least-cost; "
    "repeatable. breadth,max-min: the second breaks the first's ties."
)
_PACKAGES = {
    "objective": _OBJECTIVE,
    "without": "An issue, a party or an ask to take out; repeatable.",
    "budget": "The mediator's budget.",
    "draft": "A draft to improve without hurting anyone: issue=level, with commas.",
    "seconds": "Time limit where packages are too many to write out.",
}
HELP = {
    "analysis.wishes.question": "Who wants what, and whose wishes go together or exclude each other.",
    "analysis.stability.question": "Which outcomes hold, under which concept, for whom.",
    "analysis.why.question": "Why an actor would or would not leave a state.",
    "analysis.outcomes.question": "The outcomes that would hold, gathered into families, and the ways there.",
    "analysis.paths.question": "The shortest legal paths from the status quo, and who moves first on them.",
    "analysis.agreements.question": (
        "Which packages can be signed now, what is best set aside, and who or what blocks."
    ),
    "analysis.compliance.question": "Which packages would hold once signed, and who would walk away.",
    "analysis.shocks.question": "What each named shock breaks, and what it opens.",
    "analysis.robustness.question": "What the verdicts hang on: which assumed wishes carry them.",
    "params.stability.concept": f"{_CONCEPT}; repeatable.",
    "params.stability.sequences": "How the others may answer: legal, once-each or one-step.",
    "params.stability.every": "List stable states per actor however many there are.",
    "params.stability.engine": "explicit, symbolic or auto (explicit while states are few).",
    "params.stability.limit_seconds": "Symbolic engine: stop then, and say what is proven.",
    "params.stability.count": "Symbolic engine: find out how many equilibria there are.",
    "params.stability.listed": "Symbolic engine: how many equilibria to list per concept.",
    "params.why.actor": "The actor's id.",
    "params.why.state": (
        "A state as printed (“A.x B.y=high”), an expression true in one state, "
        "a key in graph form, or status-quo."
    ),
    "params.why.concept": f"{_CONCEPT}.",
    "params.paths.to": "Where to: an expression, or a key in graph form.",
    "params.paths.concept": "Without --to: the equilibria of this concept.",
    "params.outcomes.group_by": _GROUP_BY,
    "params.shocks.group_by": _GROUP_BY,
    "params.robustness.group_by": _GROUP_BY,
    "params.compliance.group_by": _GROUP_BY,
    **{f"params.agreements.{name}": text for name, text in _PACKAGES.items()},
    **{f"params.compliance.{name}": text for name, text in _PACKAGES.items()},
}
