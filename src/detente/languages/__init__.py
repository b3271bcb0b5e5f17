"""Messages put into sentences: a catalogue per language and room, and what grammar needs around it.

`speaker("ko")` gives the `Say` that presenters are handed. `<tag>/<room>.po` holds the sentences: the part
of a message's id before its first dot names the file, the whole id is the entry. A template names its
arguments in braces, with forms after colons: `{actor:the}`, `{n:plain}`, `{actor:은}` (see the modules of the
languages). English is complete; what another language lacks is said in English, and the speaker tells so.
"""

from detente.languages.known import languages
from detente.languages.speaker import Speaker, speaker

__all__ = ["Speaker", "languages", "speaker"]
