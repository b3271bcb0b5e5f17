"""The words rules look for in English: verbs of saying, titles, offices, months, abbreviations."""

from __future__ import annotations

from functools import cache

from detente.reading.word_lists import word_set

_SAYING = """
shoot shot shoots|hit hits|fire fired fires|need needed needs|want wanted wants wanting
prefer preferred prefers|favour favoured favours|favor favored favors|consider considered
considers considering|regard regarded regards regarding|view viewed views viewing|put puts
speak spoken|write written|fear feared fears fearing|oppose opposed opposes opposing
allude alluded alludes alluding|portray portrayed portrays|cast casts|declare declared
ridicule ridiculed|mock mocked mocks mocking|scoff scoffed|deem deemed deems|say said says saying
tell told tells telling|state stated states stating|add added adds adding|note noted notes noting
argue argued argues arguing|claim claimed claims claiming|insist insisted insists insisting
warn warned warns warning|declare declared declares declaring
announce announced announces announcing|explain explained explains explaining
emphasize emphasized emphasizes emphasizing|emphasise emphasised emphasises emphasising
stress stressed stresses stressing|respond responded responds responding
reply replied replies replying|answer answered answers answering|ask asked asks asking
remark remarked remarks remarking|comment commented comments commenting|write wrote writes writing
tweet tweeted tweets tweeting|post posted posts posting
acknowledge acknowledged acknowledges acknowledging|admit admitted admits admitting
concede conceded concedes conceding|observe observed observes observing
suggest suggested suggests suggesting|recall recalled recalls recalling
conclude concluded concludes concluding|continue continued continues continuing
counter countered counters countering|retort retorted retorts retorting
pledge pledged pledges pledging|vow vowed vows vowing|promise promised promises promising
urge urged urges urging|demand demanded demands demanding|call called calls calling
describe described describes describing|denounce denounced denounces denouncing
condemn condemned condemns condemning|criticize criticized criticizes criticizing
criticise criticised criticises criticising|praise praised praises praising
hail hailed hails hailing|dismiss dismissed dismisses dismissing|reject rejected rejects rejecting
affirm affirmed affirms affirming|reaffirm reaffirmed reaffirms reaffirming
reiterate reiterated reiterates reiterating|underline underlined underlines underlining
underscore underscored underscores underscoring|highlight highlighted highlights highlighting
maintain maintained maintains maintaining|assert asserted asserts asserting
contend contended contends contending|predict predicted predicts predicting
caution cautioned cautions cautioning|complain complained complains complaining
lament lamented laments lamenting|joke joked jokes joking|quip quipped quips quipping
testify testified testifies testifying|quote quoted quotes quoting|cite cited cites citing
confirm confirmed confirms confirming|deny denied denies denying
disclose disclosed discloses disclosing|reveal revealed reveals revealing
report reported reports reporting|propose proposed proposes proposing
express expressed expresses expressing|voice voiced voices voicing|shout shouted shouts shouting
cry cried cries crying|whisper whispered whispers whispering|mutter muttered mutters muttering
thunder thundered thunders thundering|sigh sighed sighs sighing|snap snapped snaps snapping
point pointed points pointing|speak spoke speaks speaking|refer referred refers referring
agree agreed agrees agreeing|welcome welcomed welcomes welcoming|accuse accused accuses accusing
liken likened likens likening|characterize characterized characterizes characterizing
characterise characterised characterises characterising|label labelled labeled labels labelling
brand branded brands branding|term termed terms terming|dub dubbed dubs dubbing|read reads
run ran runs|begin began begins|press pressed presses pressing|muse mused muses musing
offer offered offers offering|venture ventured ventures|protest protested protests protesting
object objected objects objecting|echo echoed echoes echoing|interject interjected interjects
repeat repeated repeats repeating|allege alleged alleges alleging|believe believed believes
proclaim proclaimed proclaims proclaiming|assure assured assures assuring
deplore deplored deplores deploring|deride derided derides deriding|advise advised advises advising
appeal appealed appeals appealing|seek sought seeks|justify justified justifies justifying
advocate advocated advocates advocating|hint hinted hints hinting
recount recounted recounts recounting|clarify clarified clarifies clarifying
blame blamed blames blaming|accept accepted accepts|envisage envisaged envisages
commit committed commits committing|require required requires|inform informed informs informing
invoke invoked invokes invoking|laud lauded lauds lauding|threaten threatened threatens threatening
summarise summarised summarises|summarize summarized summarizes|hope hoped hopes hoping
think thought thinks|laugh laughed laughs|plead pleaded pleads pleading|demur demurred|chide chided
insinuate insinuated|elaborate elaborated elaborates|grumble grumbled|caution cautioned
counsel counselled counseled counsels|opine opined opines
show showed shown shows|compare compared compares comparing|fume fumed
reckon reckoned reckons|find found finds
signal signalled signaled signals signaling|chant chanted chants chanting
undertake undertook undertakes undertaken|swear swore swears|boast boasted boasts boasting
remind reminded reminds reminding|convey conveyed conveys conveying|cable cabled cables
text texted texts|email emailed emails|scribble scribbled scribbles|growl growled growls
bark barked barks|concur concurred concurs|interrupt interrupted interrupts|enthuse enthused enthuses
rejoin rejoined rejoins|intone intoned intones|decree decreed decrees
regret regretted regrets regretting|apologise apologised apologises|apologize apologized
thank thanked thanks thanking|congratulate congratulated congratulates|scold scolded scolds
rebuke rebuked rebukes|lambast lambasted lambasts|lambaste lambasted lambastes
slam slammed slams slamming|blast blasted blasts blasting|decry decried decries decrying
frame framed frames framing|tout touted touts touting|style styled styles styling
rename renamed renames renaming|designate designated designates designating|rule ruled rules
judge judged judges|hold held holds|decide decided decides|advertise advertised advertises advertising
vow vowed vows vowing|brush brushed brushes|wave waved waves|stipulate stipulated stipulates stipulating
provide provided provides|oblige obliged obliges obliging|bind bound binds
prohibit prohibited prohibits prohibiting
"""

STRONG_VERBS: frozenset[str] = word_set(
    "say tell state add note argue claim insist warn declare announce explain emphasize emphasise "
    "stress respond reply answer ask remark comment write tweet admit concede observe recall conclude "
    "counter retort complain lament joke quip testify shout cry whisper mutter thunder sigh snap "
    "continue reiterate assert contend caution acknowledge muse repeat proclaim interject protest "
    "object begin venture demur opine plead reaffirm affirm confirm elaborate grumble laugh post"
)
"""Verbs that, beside a quotation, say who speaks it; the others of the list need the quotation inside their
clause."""


@cache
def saying_verbs() -> dict[str, str]:
    """Every form of a verb of saying to its base form."""
    forms: dict[str, str] = {}
    for entry in _SAYING.replace("\n", "|").split("|"):
        words = entry.split()
        forms.update((form, words[0]) for form in words)
    return forms


PERSON_TITLES: frozenset[str] = word_set(
    "ministre président présidente chancelier kanzler kanzlerin ministro ministra presidente außenminister "
    "president premier minister chancellor ambassador envoy secretary general admiral colonel commander "
    "captain marshal senator representative congressman congresswoman governor mayor king queen prince "
    "princess emperor sheikh emir sultan pope archbishop bishop cardinal rabbi imam ayatollah judge "
    "justice chairman chairwoman chairperson chair chief director commissioner spokesperson spokesman "
    "spokeswoman leader negotiator adviser advisor deputy counsellor counselor consul delegate mp "
    "lawmaker legislator professor dr doctor mr mrs ms miss mx sir dame lord lady baroness baron "
    "analyst economist historian researcher scholar fellow columnist correspondent journalist reporter "
    "editor author writer activist lawyer attorney prosecutor rapporteur speaker counterpart "
    "coordinator mediator foreign-minister lieutenant major sergeant brigadier comrade rep sen gov gen "
    "prof lt col adm capt amb rev reverend father sister brother hon president-elect strongman ruler "
    "dictator politician diplomat official farmer resident engineer geologist hydrologist moderator "
    "host interviewer founder head executive manager undersecretary under-secretary vice-president "
    "vice-minister fisherman skipper teacher student shopkeeper expert specialist scientist physicist "
    "secretary-general director-general attorney-general governor-general consul-general chargé "
    "councillor councilman councilwoman alderman backbencher commodore premier brigadier "
    "biologist trader merchant banker veteran"
)
"""Words that stand before a person's name (lower case, without a full stop)."""

TITLE_MODIFIERS: frozenset[str] = word_set(
    "prime foreign defence defense deputy vice first second former acting interim chief senior special "
    "permanent assistant under high finance interior trade energy health water justice economy "
    "agriculture environment unification security national state opposition supreme attorney lieutenant "
    "major rear brigadier then incoming outgoing late home press government ministry military army navy "
    "naval party parliamentary executive managing regional lead top veteran shadow honorary fisheries "
    "transport irrigation economic external internal affairs culture education labour labor tourism "
    "development climate presidential state's county city village union peace nuclear border policy "
    "research principal secretary-general general cabinet crown grand archduke presidency federal"
)

TRADES: frozenset[str] = word_set(
    "master harbormaster mistress servant host hostess porter gardener boatman ferryman fisher fishers "
    "driver trucker nurse priest pilot sailor cook baker tailor guide translator soldier soldiers "
    "refugee refugees migrant migrants vendor pensioner carpenter electrician mechanic welder plumber "
    "miner miners herder herders shepherd hunter butcher barber waiter clerk musician singer actor "
    "painter artist architect surgeon midwife librarian archivist curator warden ranger harbourmaster "
    "housewife landlord tenant drivers traders sailors rebels insurgents separatists negotiators "
    "mediators neighbour neighbours visitor visitors tourist widow twin cousin husband wife son "
    "daughter friend officer officers policeman policewoman candidate guest assistant agent witness "
    "survivor victim man woman boy girl person colleague mother father student worker member witness "
    "aide source critic supporter opponent rebel protester resident villager citizen voter observer "
    "inspector investigator monitor mediator predecessor successor co-author counsel treasurer "
    "campaigner volunteer organiser organizer passenger shipowner crewman deckhand fishmonger caller "
    "listener reader lodger opponent grandson granddaughter nephew niece grandmother grandfather uncle "
    "aunt elder chieftain monk nun imam novelist poet philosopher"
)
"""What people do, or are to each other; no offices."""

ROLE_NOUNS: frozenset[str] = frozenset(
    TRADES
    | (
        PERSON_TITLES
        - {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "rep", "sen", "gov", "gen", "prof", "lt", "col"}
    )
    | word_set(
        "movement militia militias organisation organization opposition federation league consortium "
        "watchdog charity court ministries embassies "
        "command guard forces force bank fleet mission team junta regime leadership faction unit firm "
        "officials spokespeople ministers ministry presidents leaders diplomats negotiators lawmakers "
        "analysts experts scholars critics residents villagers farmers fishermen activists lawyers judges "
        "governors mayors delegation delegations embassy government governments administration cabinet "
        "parliament committee council commission court statement communiqué communique report declaration "
        "document text treaty agency office party parties side sides source sources witness witnesses "
        "reporters journalists aide aides advisers researchers historians observers economists protesters "
        "demonstrators opposition authorities army navy military police coalition alliance union agreement "
        "accord memorandum protocol letter editorial article newspaper daily broadcaster agency bulletin "
        "tribunal panel board bureau department directorate secretariat assembly senate congress palace "
        "presidency chancellery kremlin delegates envoys commanders generals kingdom republic company "
        "operator authority institute foundation group network association chamber monarch sovereign "
        "neighbour neighbor capital woman man veterans supporters opponents rebels mother student students "
        "teachers workers people voters citizens member members person colleague colleagues one another "
        "others many some both proverb saying poet novelist philosopher predecessor successor grandmother "
        "grandfather widow uncle mediators mediator monitors inspectors investigators bloc outlet outlets "
        "media press tabloid magazine paper journal agreement note draft resolution "
        "memo cable study studies survey inquiry audit poll manifesto"
    )
)
"""Head nouns of speakers who are not named."""

GROUP_NOUNS: frozenset[str] = word_set(
    "leaders presidents ministers sides parties countries governments states nations delegations "
    "capitals men women premiers negotiators neighbours neighbors foreign-ministers heads officials "
    "diplomats"
)

ORGANIZATION_HEADS: frozenset[str] = word_set(
    "Ministry Institute University College Council Commission Agency Party Bank Court Union "
    "Organization Organisation Committee Center Centre Army Navy Group Association Assembly Parliament "
    "Department Foundation Authority Embassy Corporation Company Federation League Front Movement "
    "Alliance Coalition Congress Senate Secretariat Tribunal Fund Forum Society Board Bureau "
    "Administration Government Guard Forces Command Initiative Observatory Academy Consortium Chamber "
    "Cabinet Directorate Palace Office Service Mission Delegation Community Works Guild Pilots Airways "
    "Airlines Railways Railway Shipping Holdings Partners Bloc Quartet Registry Inspectorate Treasury "
    "Admiralty Brigade Fleet Squadron Battalion Secretariat Workers Farmers Fishermen"
)

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip

ABBREVIATIONS: frozenset[str] = word_set(
    "mr mrs ms mx dr prof gen sen rep gov lt col maj sgt capt adm amb rev hon st messrs jr sr no nos vs "
    "v etc e.g i.e cf al ca approx dept univ inc ltd co corp bros art arts sec secs para paras fig figs "
    "vol vols pp p ed eds trans jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu "
    "thur thurs fri sat sun u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m ph.d m.d b.a m.a ll.b d.phil "
    "s.korea n.korea s n ibid op cit supra infra viz est mt ft ave blvd rd pres min comm resp"
)

SENTENCE_CAPABLE: frozenset[str] = word_set(
    "u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m ph.d m.d b.a m.a etc jr sr al inc ltd co corp"
)
"""Abbreviations that may also end a sentence."""

STARTERS: frozenset[str] = word_set(
    "the a an it he she they we i you this that these those in on at but and or so yet however as if "
    "when while after before since for to with by from despite although though meanwhile moreover "
    "furthermore there here his her its their our my both neither no not what who why how where which "
    "once still now then thus therefore under over during among between many most some all each every "
    "one two three last next earlier later also instead indeed nevertheless officials asked"
)
"""Words that, capitalised after such an abbreviation, begin a sentence."""
