"""Words put into a language."""

from __future__ import annotations

from fractions import Fraction

from detente.languages.catalogue import entry
from detente.languages.dates import dated
from detente.languages.english import ENGLISH
from detente.languages.known import found
from detente.languages.language import Language
from detente.languages.numbers import is_form, written
from detente.languages.template import pieces
from detente.messages import Date, Joined, Label, Message, Words


def speaker(language: str) -> Speaker:
    """Who says words in `language` (a BCP 47 tag). Raises ArgumentError for one that has no catalogue."""
    return Speaker(found(language))


class Speaker:
    """A `Say`: called with words, it answers a string.

    Beside that it keeps what it could not say in its language: `fallbacks`, labels without a wording in it
    (said as their author wrote them), and `untranslated`, ids of messages its catalogue lacks (said in
    English).
    """

    def __init__(self, language: Language) -> None:
        self.language = language.tag
        self.fallbacks: dict[str, None] = {}
        self.untranslated: dict[str, None] = {}
        self._language = language

    def __call__(self, words: Words) -> str:
        """The words in the speaker's language."""
        match words:
            case str():
                return words
            case Label():
                return self._label(words)
            case Message():
                return self._message(words)
            case Joined():
                return self._joined(words)
            case Date():
                return self(dated(words.value))
            case _:
                return written(words)

    def _label(self, label: Label) -> str:
        wordings = dict(label.wordings)
        for tag, wording in ((self.language, wordings.get(self.language)), *label.wordings):
            if wording is not None and tag.casefold().partition("-")[0] == self.language:
                return wording
        if wordings and not label.ours:
            self.fallbacks[label.text] = None
        return label.text

    def _message(self, message: Message) -> str:
        templates = entry(self.language, message.id)
        if templates:
            return self._filled(templates, message)
        if self.language == ENGLISH.tag:
            raise LookupError(f"no catalogue has the message {message.id!r}")
        self.untranslated[message.id] = None
        return Speaker(ENGLISH)(message)

    def _filled(self, templates: tuple[str, ...], message: Message) -> str:
        arguments = dict(message.arguments)
        template = templates[self._plural(arguments.get("n"))] if len(templates) > 1 else templates[0]
        return "".join(
            words + (self._formed(arguments[name], forms) if name else "")
            for words, name, forms in pieces(template)
        )

    def _plural(self, number: Words | None) -> int:
        return self._language.plural(float(number)) if isinstance(number, int | float | Fraction) else -1

    def _formed(self, words: Words, forms: tuple[str, ...]) -> str:
        if isinstance(words, int | float | Fraction) and forms and is_form(forms[0]):
            text, forms = written(words, forms[0]), forms[1:]
        elif isinstance(words, Date) and forms[:1] == ("short",):
            text, forms = self(dated(words.value, short=True)), forms[1:]
        else:
            text = self(words)
        for form in forms:
            text = self._language.forms[form](text)
        return text

    def _joined(self, joined: Joined) -> str:
        parts = [self(part) for part in joined.parts]
        if joined.joint == "sentence":
            parts = [self._language.forms["sentence"](part) for part in parts if part]
        said = "".join(parts[:1])
        for place, part in enumerate(parts[1:], 2):
            which = "last" if place == len(parts) else "next"
            said = self(Message(f"joint.{joined.joint}.{which}", (("before", said), ("part", part))))
        return said
