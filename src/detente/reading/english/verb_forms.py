"""Forms of common English verbs, to tell where a clause has its verb."""

from __future__ import annotations

from functools import cache

from detente.reading.english.words import saying_verbs

_IRREGULAR = """
arise arose arisen | awake awoke | bear bore borne | beat beaten | become became | begin began begun |
bend bent | bind bound | bite bit bitten | bleed bled | blow blew blown | break broke broken | breed
bred | bring brought | build built | burn burnt | buy bought | catch caught | choose chose chosen |
cling clung | come came | cost | creep crept | cut | deal dealt | dig dug | do did done does | draw drew
drawn | dream dreamt | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed
fed | feel felt | fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden |
forget forgot forgotten | forgive forgave forgiven | freeze froze frozen | get got gotten | give gave
given | go went gone goes | grow grew grown | hang hung | have had has | hear heard | hide hid hidden |
hit | hold held | hurt | keep kept | know knew known | lay laid | lead led | lean leant | learn learnt |
leave left | lend lent | let | lie lay lain | light lit | lose lost | make made | mean meant | meet met
| pay paid | put | quit | read | ride rode ridden | ring rang rung | rise rose risen | run ran | say
said | see saw seen | seek sought | sell sold | send sent | set | shake shook shaken | shed | shine
shone | shoot shot | show showed shown | shrink shrank shrunk | shut | sing sang sung | sink sank sunk |
sit sat | sleep slept | slide slid | speak spoke spoken | spend spent | spread | spring sprang sprung |
stand stood | steal stole stolen | stick stuck | strike struck | strive strove | swear swore sworn |
sweep swept | swim swam swum | swing swung | take took taken | teach taught | tear tore torn | tell told
| think thought | throw threw thrown | understand understood | undertake undertook undertaken | undergo
underwent | uphold upheld | wake woke woken | wear wore worn | weave wove woven | win won | withdraw
withdrew withdrawn | withhold withheld | write wrote written | overtake overtook | oversee oversaw
overseen | foresee foresaw foreseen | mistake mistook mistaken
"""
_REGULAR = """
abandon abolish absorb accelerate accept accompany accuse achieve act adapt address adjourn administer
admit adopt advance advertise affect afford aim allege allow alter amount annex annoy apologise
apologize appear apply appoint approach approve argue arm arrange arrest arrive assemble assess assign
assist assume attach attack attempt attend attract authorise authorize avoid back balance ban base
belong block blockade board bomb boycott brief bury cancel carry cause cease challenge change charge
chair cite claim clash clear close co-operate cooperate collapse collect combine commemorate compete
complete comply conceal concern conclude conduct consider consist constitute construct consult contain
continue contradict contribute control convene convey convince cover create cross damage dare debate
decide declare decline deepen defend define defy delay deliver demarcate demonstrate depart depend
deploy deserve designate destroy detain determine develop deviate differ disappear disarm disclose
discover discuss dislike dismantle dispatch display dispute dissolve distance distribute divide dominate
doubt draft drop earn ease elect emerge employ enable encourage end endorse enforce engage enjoy ensure
enter equate erode escalate establish evacuate exchange exclude exempt exercise exist expand expect
expel expire explore export expose extend face fail favour favor file finance finish fire fix float
follow force frame free fund gain gather govern grant greet guarantee guard guide handle happen harm
help hinder honor honour host house identify ignore illustrate impede implement imply import impose
improve include increase indicate influence inherit inject insert inspect install intend intensify
interpret interrupt introduce invade invest investigate invite involve issue join judge kill label lack
land last launch learn license lift like limit link list live lobby locate look lower maintain manage
mark match matter measure mediate mention miss monitor mount move name narrow need negotiate normalise
normalize notice notify obey oblige obstruct obtain occupy occur open operate order organise organize
outline overlook owe own pass patrol perform permit persuade place plan play please pledge point possess
postpone pour prefer prepare present preserve prevent proceed produce prohibit prolong promote prompt
propose protect prove provide provoke publish pull punish purchase pursue push qualify quit raise ratify
reach react realise realize rebuild recall receive reclaim recognise recognize recommend reconsider
record recover reduce refrain refuse regard regret regulate reject relate release rely remain remember
remind remove renew renounce repair replace represent request rescue resemble reserve resist resolve
respect rest restore restrict result resume retain retreat return reveal review revive risk rule satisfy
save seem seize separate serve settle share shell shelve shift sign signify smuggle sound sponsor stage
start stay stop strengthen struggle study submit succeed suffer suit supply support suppose suppress
surrender surround survive suspect suspend sustain table talk target tend terminate test thank threaten
tighten touch trade train transfer transform translate transmit treat trigger trust try turn unveil
update use vacate value vanish verify veto view violate visit volunteer vote wait walk want warrant
watch weaken weigh wish witness work worry wonder yield insist serve style depict paint picture pitch
tout cast flag slam rap blast rebuff rebuke decry disown sign
"""
_DOUBLED = frozenset({"ban", "drop", "plan", "stop", "rap", "slam", "flag"})


@cache
def verb_forms() -> dict[str, str]:
    """Every form of a common verb to its kind: base, third, past, participle (in -ing)."""
    forms: dict[str, str] = {}
    for base in _REGULAR.split():
        _add_regular(forms, base)
    for entry in _IRREGULAR.replace("\n", " ").split("|"):
        base, *past = entry.split()
        forms.setdefault(base, "base")
        forms.setdefault(_third(base), "third")
        forms.setdefault(_participle(base), "participle")
        for form in past:
            forms[form] = "third" if form in ("does", "has", "goes") else "past"
    for form, base in saying_verbs().items():
        kind = "base" if form == base else "participle" if form.endswith("ing") else ""
        forms.setdefault(form, kind or ("third" if form.endswith("s") else "past"))
    return forms


def _add_regular(forms: dict[str, str], base: str) -> None:
    stem = base + base[-1] if base in _DOUBLED else base
    forms.setdefault(base, "base")
    forms.setdefault(_third(base), "third")
    if base.endswith("y") and base[-2] not in "aeiou":
        forms.setdefault(base[:-1] + "ied", "past")
    else:
        forms.setdefault(stem + ("d" if base.endswith("e") else "ed"), "past")
    forms.setdefault(_participle(stem), "participle")


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _participle(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return (stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "oe")) else stem) + "ing"
