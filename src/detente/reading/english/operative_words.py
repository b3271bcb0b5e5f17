"""Verbs that open the operative clauses of a resolution, and what each makes of its clause."""

from __future__ import annotations

from detente.reading.word_lists import word_set

ASKING = word_set(
    "demands requests urges calls appeals invites encourages asks exhorts insists instructs directs "
    "reiterates "
    "recommends"
)
DECIDING = word_set(
    "decides authorizes authorises extends establishes imposes renews approves adopts orders mandates "
    "terminates lifts suspends creates appoints designates resolves"
)
JUDGING = word_set("condemns deplores rejects supports endorses opposes denounces")
NOTING = word_set(
    "notes recalls recognizes recognises acknowledges welcomes expresses affirms reaffirms emphasizes "
    "emphasises stresses underlines underscores takes commends declares considers concurs determines "
    "remains looks pays proclaims reminds regrets concludes confirms believes strongly further also "
    "solemnly urgently again"
)
OPERATIVE = ASKING | DECIDING | JUDGING | NOTING
