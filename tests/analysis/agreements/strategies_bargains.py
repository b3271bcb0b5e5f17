"""Random bargains as file trees, small enough to write out."""

from hypothesis import strategies as st

from detente.situation.issues.compile import compile_terms
from detente.situation.issues.read import read_terms

MARKS = ("wanted", "acceptable", "only if paid for", "never")


def terms_from(trees):
    """The terms of those trees that make sense: random linkages may contradict each other."""
    return trees.map(lambda tree: read_terms(tree, {})[0]).filter(lambda terms: terms is not None)


def bargains_from(trees):
    """Their terms, compiled."""
    return terms_from(trees).map(compile_terms)


def with_transfers(tree, transfers=True):
    """The tree, with or without side payments."""
    return {**tree, "agreement": {**tree["agreement"], "transfers": transfers}}


@st.composite
def trees(draw, *, largest_issue=3, instruments=True, scored_only=False):
    """Up to three issues and four parties, points or marks, red lines, linkages, quota, instruments."""
    issues, levels = {}, {}
    for i in range(draw(st.integers(1, 3))):
        park = draw(st.booleans())
        names = [f"l{n}" for n in range(draw(st.integers(1 if park else 2, largest_issue)))]
        issues[f"I{i}"] = {"levels": names, "park": park}
        levels[f"I{i}"] = names + (["parked"] if park else [])
    condition = _conditions(levels)
    parties = {f"P{p}": draw(_party(levels, condition, scored_only)) for p in range(draw(st.integers(1, 4)))}
    optional = sum(party["signs"] == "optional" for party in parties.values())
    agreement = {
        "quota": {"beside": draw(st.integers(0, optional))},
        "require": draw(st.lists(condition, max_size=2)),
        "paid_for": draw(st.sampled_from(["once", "each"])),
    }
    if instruments:
        agreement["budget"] = draw(st.integers(0, 4))
        agreement["instruments"] = {
            f"K{k}": {
                "cost": draw(st.integers(0, 3)),
                "adds": {draw(st.sampled_from(sorted(parties))): draw(st.integers(-2, 4))},
                **({"with": draw(condition)} if draw(st.booleans()) else {}),
            }
            for k in range(draw(st.integers(0, 2)))
        }
    return {"issues": issues, "parties": parties, "agreement": agreement}


def _conditions(levels):
    leaf = st.sampled_from(sorted(levels)).flatmap(
        lambda name: st.tuples(
            st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), st.sampled_from(levels[name])
        ).map(
            lambda pair: (
                name if pair[1] == "parked" and pair[0] not in ("==", "!=") else f"{name} {pair[0]} {pair[1]}"
            )
        )
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["and", "or", "implies", "iff"]), inner).map(
                lambda t: f"({t[0]} {t[1]} {t[2]})"
            ),
            inner.map(lambda text: f"not ({text})"),
            st.tuples(
                st.sampled_from(["exactly", "at_least", "at_most"]), st.integers(0, 2), inner, inner
            ).map(lambda t: f"{t[0]}({t[1]}, {t[2]}, {t[3]})"),
        ),
        max_leaves=4,
    )


@st.composite
def _party(draw, levels, condition, scored_only):
    signs = draw(st.sampled_from(["required", "required", "optional"]))
    party = {"signs": signs, "veto": signs == "optional" and draw(st.booleans())}
    if scored_only or draw(st.booleans()):
        party["points"] = {i: {name: draw(st.integers(0, 9)) for name in row} for i, row in levels.items()}
        party["reservation"] = draw(st.integers(0, 14))
        party["margin"] = draw(st.integers(0, 1))
    else:
        party["marks"] = {
            i: {name: draw(st.sampled_from(MARKS)) for name in row} for i, row in levels.items()
        }
    party["never"] = draw(st.lists(condition, max_size=1))
    return party
