"""A realistic report on the Korea–China situation, and one as hostile as labels can be."""

import pytest

from detente.exhibits import (
    Argument,
    Edge,
    Event,
    Graph,
    Grid,
    Node,
    Note,
    Paragraph,
    Report,
    Section,
    Step,
    Table,
    Text,
    Timeline,
)

HAN = "K. Han, “Seoul and Beijing: seeking common ground”, Asia Times, January 2026"
KT = "Editorial, “Common ground and differences”, The Korea Times, 6 January 2026"


def _notes() -> dict[str, Note]:
    said = {
        "c1": ("The two leaders met in Beijing on 5 January 2026.", (HAN, KT)),
        "c2": ("Their first meeting was in Gyeongju on 1 November 2025.", (KT,)),
        "c3": ("A visit of the US president to China is planned for April.", (HAN, KT)),
        "c4": ("China likely seeks South Korea’s support as tensions with Japan over Taiwan rise.", (KT,)),
        "c5": ("South Korea wants China to play a constructive part in the nuclear question.", (HAN, KT)),
        "c6": ("Lee: “it is currently impossible for North Korea to abandon its nuclear weapons.”", (HAN,)),
        "c7": (
            "The plan has three stages: “freezing,” “reduction,” and eventually “denuclearization”.",
            (HAN,),
        ),
        "c8": ("Xi answered with a call for “patience”.", (HAN,)),
        "c9": ("North Korea cites recent geopolitical crises to justify nuclear armament.", (KT,)),
        "c10": ("The United States increasingly demands direct costs and choices from its allies.", (HAN,)),
        "c11": ("Haste over THAAD in 2017 led to the “three no’s” controversy.", (KT,)),
        "c12": ("Five measures to lower tension are under way or proposed.", (HAN,)),
    }
    return {key: Note(key, text, sources) for key, (text, sources) in said.items()}


def _calendar() -> Timeline:
    return Timeline(
        "What happened and what is scheduled",
        (
            Event("2025-06", Text("A new government takes office in Seoul.", ("c12",))),
            Event("2025-11-01", Text("First summit of the two leaders, in Gyeongju.", ("c2",))),
            Event("2026-01", Text("The United States detains Venezuela’s president.", ("c9",)), "inferred"),
            Event(
                "2026-01-05",
                Text(
                    "State visit: the leaders meet in Beijing and agree to explore new approaches.", ("c1",)
                ),
            ),
            Event("2026-04", Text("US–China summit in Beijing.", ("c3",)), "scheduled"),
            Event(
                "",
                Text("The projects (railway, health, tourism) are to be studied.", (), assumed=True),
                "scheduled",
            ),
        ),
    )


def _wishes() -> Grid:
    actors = ("South Korea", "China", "North Korea", "United States", "Japan")
    rows = (
        (
            Text("North Korea freezes its programme", ("c7",)),
            "yyy..",
            ("first of all", "", "if paid", "", ""),
        ),
        (Text("China mediates between Pyongyang and Washington", ("c5", "c8")), "yyo..", ()),
        (
            Text("Seoul actively supports “One China”", ("c4",)),
            "nyonn",
            ("red line", "first ask", "", "", ""),
        ),
        (Text("Seoul deepens trilateral cooperation", (), assumed=True), "ynnyy", ()),
        (Text("Washington offers relief for a freeze", (), assumed=True), "yyyno", ()),
        (Text("Japan stays restrained on Taiwan", ("c4",)), "oyo.n", ()),
    )
    names = {"y": "yes", "n": "no", "o": "open", ".": "open"}
    return Grid(
        "Wishes by actor",
        tuple(row[0] for row in rows),
        tuple(Text(actor) for actor in actors),
        tuple(tuple(names[mark] for mark in row[1]) for row in rows),
        {"yes": "wants it", "no": "is against it", "open": "has no stated wish"},
        tuple(row[2] or ("",) * 5 for row in rows),
        note=Text("Read along a row to see who stands together."),
    )


def _states() -> Graph:
    nodes = (
        Node("s0", "Today", "start", "partial easing, burden demanded, programme expanding"),
        Node("s1", "China mediates", "state", "bridge = mediate"),
        Node("s2", "Talks open", "state", "DPRK.talks, USA.offer = talks"),
        Node("s3", "Freeze for relief", "equilibrium", "programme = frozen, offer = relief, talks"),
        Node("s4", "Full easing unanswered", "state", "easing = full"),
        Node("s5", "Big deal above Seoul’s head", "equilibrium", "china_deal, bridge = none"),
        Node("s6", "Stalemate with assertive Japan", "equilibrium", "pressure_japan, taiwan = assertive"),
    )
    edges = (
        Edge("s0", "s1", "China mediates", "improvement"),
        Edge("s0", "s4", "South Korea eases fully", "improvement"),
        Edge("s1", "s2", "North Korea talks", "improvement"),
        Edge("s2", "s3", "freeze for relief (North Korea and the United States)", "joint"),
        Edge("s0", "s5", "the United States makes a deal with China", "move"),
        Edge("s4", "s0", "South Korea returns to partial easing", "improvement"),
        Edge("s3", "s2", "North Korea restarts", "sanction"),
        Edge("s4", "s6", "Japan stays assertive", "move"),
        Edge("s2", "s1", "North Korea walks out", "move"),
    )
    alt = "From today’s outcome two improvements lead on; only the one that starts with China reaches the freeze."
    return Graph("From today to the outcomes that hold", nodes, edges, alt)


def _why() -> Argument:
    return Argument(
        "Why a freeze would hold (sequential stability)",
        Text("No actor can leave “freeze for relief” and be sure to gain."),
        (
            Step(
                Text("North Korea could restart its programme and would gain at first.", ("c6",)),
                (
                    Step(
                        Text(
                            "The United States would then withdraw its relief, itself better off for doing so.",
                            (),
                            True,
                        )
                    ),
                    Step(Text("That leaves North Korea worse off than staying.")),
                ),
            ),
            Step(Text("South Korea, China, the United States and Japan have no improvement to make.")),
        ),
    )


def korea_china() -> Report:
    """A brief in the manner of the bundled study, with every kind of exhibit."""
    pairs = Table(
        "Common ground and differences by pair",
        ("Pair", "Common ground", "Differences", "Shared wishes"),
        (
            (
                Text("South Korea – China"),
                Text("A freeze; mediation by China; projects in the North", ("c1", "c5")),
                Text("“One China” wording; trilateral cooperation", ("c4",)),
                Text("3"),
            ),
            (
                Text("South Korea – United States"),
                Text("A freeze; the alliance", ("c10",)),
                Text("Burden sharing; relief before or after a freeze", (), assumed=True),
                Text("2"),
            ),
            (
                Text("China – Japan"),
                Text("None stated"),
                Text("Taiwan", ("c4",)),
                Text("0"),
            ),
        ),
        numeric=(3,),
        note=Text("Counted over the wishes in Figure 2."),
    )
    return Report(
        "South Korea and China, January 2026",
        "What can be agreed now, what would hold, and what to watch before the April summit",
        "5 January 2026",
        (
            Text(
                "A freeze for relief would hold, but it cannot be reached unless China moves first.",
                ("c5", "c7"),
            ),
            Text(
                "What can be agreed now is the study of the projects; the “One China” wording is best set aside.",
                ("c4",),
            ),
            Text(
                "The verdict hangs on one assumption: that Washington prefers a freeze to stalemate.",
                (),
                True,
            ),
        ),
        (
            Section(
                "What happened and what is scheduled",
                (
                    Paragraph(
                        (
                            Text(
                                "The leaders of South Korea and China met in Beijing on 5 January 2026, two months after Gyeongju.",
                                ("c1", "c2"),
                            ),
                            Text("They sought common ground while setting differences aside (求同存異)."),
                            Text("A US–China summit is planned for April.", ("c3",)),
                        )
                    ),
                    _calendar(),
                ),
            ),
            Section(
                "Who wants what",
                (
                    Paragraph(
                        (
                            Text("China asks for active support of “One China”.", ("c4",)),
                            Text(
                                "South Korea asks for a constructive role on the nuclear programme.", ("c5",)
                            ),
                            Text("Both asks have a price at home.", (), True),
                        ),
                        bullets=True,
                    ),
                    _wishes(),
                    pairs,
                ),
            ),
            Section(
                "Which outcomes would hold, and why",
                (
                    Paragraph(
                        (
                            Text(
                                "Three of 36,864 outcomes hold under every concept; one is reachable by improvements."
                            ),
                        )
                    ),
                    _states(),
                    _why(),
                ),
            ),
            Section(
                "What the answers hang on",
                (
                    Paragraph(
                        (
                            Text("Two of the nine wishes are assumed.", (), True),
                            Text(
                                "The sources differ in tone: one sees the chill ending, the other a temporary thaw.",
                                ("c1", "c11"),
                            ),
                            Text(
                                "North Korea’s stated position is that the programme is not for sale.",
                                ("c6", "c9"),
                            ),
                        )
                    ),
                ),
            ),
        ),
        _notes(),
        ("Made with Détente 0.1.0 from the study korea-china-2026.", "Situation 7f3a…, seed 0."),
    )


EVIL = (
    "<script>alert(1)</script> | *bold* _u_ `code` $x$ @cite [l](http://a) ![i](j) \\ ~~s~~ ^s^ &lt; {=html}\n# head\n\n"
    "```{=html}\n<b>\n``` \x1b[31m \u202egnp.exe 대한민국 韓國 🕊️ שלום †"
)


def hostile() -> Report:
    """Every label is hostile; every claim id is odd; one claim has no note."""
    text = Text(EVIL, ("a b]:", "^", "missing", EVIL), True)
    cell = Text(EVIL + "x" * 300)
    return Report(
        EVIL,
        EVIL,
        EVIL,
        (text,),
        (
            Section(
                EVIL,
                (
                    Paragraph((text, text)),
                    Paragraph(
                        (Text("1. one"), Text("- two"), Text("(a) three"), Text("# four"), Text(": five")),
                        bullets=True,
                    ),
                    Table(EVIL, (EVIL, EVIL), ((cell, text), (cell,)), note=text),
                    Grid(EVIL, (text,), (text, cell), ((EVIL, "b"),), {EVIL: EVIL}, ((EVIL, ""),), text),
                    Graph(
                        EVIL,
                        (Node(EVIL, EVIL, EVIL, EVIL, EVIL),),
                        (Edge(EVIL, EVIL, EVIL, EVIL),),
                        EVIL,
                        text,
                    ),
                    Timeline(EVIL, (Event(EVIL, text, EVIL), Event("2026-13-40", cell)), text),
                    Argument(EVIL, text, (Step(text, (Step(cell),)),)),
                ),
            ),
        ),
        {"a b]:": Note("a b]:", EVIL, (EVIL,)), "^": Note("^", EVIL), EVIL: Note(EVIL, EVIL, (EVIL, EVIL))},
        (EVIL,),
    )


@pytest.fixture(name="korea_china")
def _korea_china() -> Report:
    return korea_china()


@pytest.fixture(name="hostile")
def _hostile() -> Report:
    return hostile()


@pytest.fixture
def evil() -> str:
    return EVIL
