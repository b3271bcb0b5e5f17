"""Published bargaining problems as file trees, from the given data."""

import json
from fractions import Fraction


def scorable(shared, name, *, quota):
    """A scorable game of Abdelnabi et al.: unanimous, or all but one with both vetoes."""
    game = json.loads((shared / "cases/packages/scorable_games_abdelnabi2023.json").read_text("utf-8"))[name]
    ids = {party: f"P{number}" for number, party in enumerate(game["parties"])}
    tree = {
        "issues": {
            f"I{i}": {"levels": [f"l{n}" for n in range(size)]} for i, size in enumerate(game["issue_sizes"])
        }
    }
    tree["parties"] = {
        ids[party]: {
            "name": party,
            "signs": "optional" if quota and game["roles"][party] == "player" else "required",
            "reservation": sheet["threshold"],
            "total": 100,
            "points": {
                f"I{i}": {f"l{n}": points for n, points in enumerate(row)}
                for i, row in enumerate(sheet["scores"])
            },
        }
        for party, sheet in game["parties"].items()
    }
    if quota:
        tree["agreement"] = {"quota": {"of_all": len(ids) - 1}}
    return tree, game


def ampo(shared):
    """AMPO v City as GENIUS reads it: levels paired by position, each issue's best level worth its weight."""
    case = json.loads((shared / "cases/packages/ampo_vs_city_genius.json").read_text("utf-8"))
    names = [list(issue["evaluation"]) for issue in case["parties"]["AMPO"]["issues"]]
    tree = {"issues": {f"I{i}": {"levels": levels} for i, levels in enumerate(names)}, "parties": {}}
    for party, data in case["parties"].items():
        points = {}
        for i, (weight, issue) in enumerate(zip(data["weights"], data["issues"], strict=True)):
            values = [Fraction(str(value)) for value in issue["evaluation"].values()]
            shares = [Fraction(str(weight)) * value / max(values) for value in values]
            points[f"I{i}"] = {level: str(share) for level, share in zip(names[i], shares, strict=True)}
        tree["parties"][party] = {"reservation": 0, "points": points}
    return tree, case
