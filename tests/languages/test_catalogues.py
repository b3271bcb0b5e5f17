"""Every message has its sentence, every sentence its message, and no English stands outside catalogues."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po
from tests.languages.sources import SOURCE, sentences, trees, uses

from detente.languages import languages
from detente.languages.catalogue import room, rooms
from detente.languages.known import found
from detente.languages.numbers import is_form
from detente.languages.template import names, pieces

# Rooms and files where English in the source is no speech to people.
NOT_SPEECH = {
    "reading": "tables of words that are looked for in documents",
    "evidence": "faults of records and passages",
    "readers": "why a file cannot be read; what a language model is told; forms whose words are read back",
    "store": "why a file cannot be read or written; codes of other tools' formats",
    "situation/compile.py": "faults of a situation",
    "situation/contradictions.py": "faults of a situation",
    "situation/file": "faults of a situation file",
    "situation/issues/compile.py": "kinds of demands as JSON names them",
    "situation/issues/entries.py": "faults of a situation file",
    "situation/issues/read.py": "faults of a situation file",
    "situation/issues/sense.py": "faults of a situation file",
    "situation/issues/terms.py": "marks as they are written in files",
    "situation/language": "faults of an expression",
    "situation/space.py": "why a space is too large",
    "situation/states.py": "how a state prints, and is read back",
    "kernels": "names of compiled kernels",
    "analysis/stability/concepts": "terms of published methods, with their wordings in other languages",
    "analysis/agreements/objectives": "terms of published methods, with their wordings in other languages",
    "present/figures/marks.py": "words by which an author's mark is recognised",
    "errors.py": "error messages are English until they are translated too",
}
# Words of errors that stand apart from where the error is raised, words that records keep, and styles: file ->
# how they begin.
OF_ERRORS = {
    "analysis/agreements/answer.py": ("this puts nothing",),
    "analysis/agreements/solving/enumeration.py": ("red line", "never mark", "paid for"),
    "analysis/agreements/solving/frontier.py": ("red line", "never mark"),
    "analysis/agreements/solving/programme.py": ("red line", "never mark", "paid for"),
    "analysis/params.py": ("there is no parameter", "0 must be", "Value error", "should be"),
    "analysis/stability/deterrence/explicit.py": ("a list of all moves",),
    "analysis/stability/solve.py": ("stability over",),
    "analysis/symbolic/sense.py": ("the ranking leaves out",),
    "cli/answers.py": ("nothing was written", "stopped: nothing"),
    "cli/brief.py": ("; --docx writes", "; --pdf writes"),
    "cli/export.py": ("0 of the file 0",),
    "cli/originals.py": ("the original of", "0 is not here", "0 cannot be checked"),
    "cli/reading/into.py": ("none yet",),
    "cli/reviewing/as_json.py": ("is empty", "is not JSON", "has the", "cannot be", "standard input"),
    "cli/reviewing/desk.py": ("bold cyan", "bold reverse"),
    "cli/sheets.py": ("there are no `issues:`",),
    "study/counting_grounds.py": ("0, so it carries", "not in the dossier", "not yet decided", "rejected in"),
    "study/reviewing/parties.py": ("0: 0: no claim",),
    "study/reviewing/versions.py": ("its passage is not",),
}


def entries(tag: str) -> dict[str, tuple[str, ...]]:
    return {key: templates for name in rooms(tag) for key, templates in room(tag, name).items()}


def asked(templates: tuple[str, ...]) -> frozenset[str]:
    """The arguments of an entry; one with plural forms asks for n, whether it prints it or not."""
    said = frozenset(name for template in templates for name in names(template))
    return said | {"n"} if len(templates) > 1 else said


def test_every_message_has_an_english_sentence_with_its_arguments() -> None:
    english = entries("en")
    wrong = []
    for use in uses():
        meant = [key for key in english if use.pattern.fullmatch(key)]
        if not meant:
            wrong.append(f"{use.place}: no sentence for {use.pattern.pattern}")
        wrong += [
            f"{use.place}: {key} asks for {sorted(asked(english[key]))}, is given {sorted(use.names)}"
            for key in meant
            if use.names is not None and not _fits(asked(english[key]), use.names, len(meant) > 1)
        ]
    assert not wrong, "\n".join(wrong)


def _fits(wanted: frozenset[str], given: frozenset[str], several: bool) -> bool:
    """Exactly the same names; where one place says several messages, some may need fewer."""
    return wanted <= given if several else wanted == given


def test_no_sentence_is_without_use() -> None:
    patterns = [use.pattern for use in uses()]
    joints = set(room("en", "joint"))
    assert not [
        key for key in entries("en") if key not in joints and not any(one.fullmatch(key) for one in patterns)
    ]


@pytest.mark.parametrize("tag", languages())
def test_sentences_are_sound(tag: str) -> None:
    """The file is named after its entries; no unknown message, argument or form; as many plurals as needed."""
    language, english = found(tag), entries("en")
    for name in rooms(tag):
        for key, templates in room(tag, name).items():
            assert key.partition(".")[0] == name, f"{tag}/{name}.po holds {key}"
            assert key in english, f"{tag}: {key} is no message"
            assert asked(templates) <= asked(english[key]) | {"n"}, f"{tag}: {key} asks for more than English"
            assert (language.plural(1) < len(templates) and language.plural(2) <= len(templates) - 1) or len(
                templates
            ) == 1, f"{tag}: {key} lacks a plural"
            for _, _, forms in (piece for template in templates for piece in pieces(template)):
                for form in forms:
                    assert form in language.forms or form == "short" or is_form(form), f"{tag}: {key}: {form}"


def test_korean_is_complete() -> None:
    assert not sorted(set(entries("en")) - set(entries("ko")))


def test_no_sentence_stands_outside_catalogues() -> None:
    spoken = {
        file: found
        for file in trees()
        if not file.startswith((*NOT_SPEECH, "languages/"))
        if (found := [one for one in sentences(file) if not _of_error(file, one)])
    }
    assert not spoken, "\n".join(f"{file}:{one}" for file, lines in spoken.items() for one in lines)


def _of_error(file: str, found: str) -> bool:
    return found.partition(": ")[2].startswith(OF_ERRORS.get(file, ("\0",)))


def test_the_list_of_words_of_errors_holds_none_that_is_gone() -> None:
    gone = [
        (file, begins)
        for file, beginnings in OF_ERRORS.items()
        for begins in beginnings
        if not any(one.partition(": ")[2].startswith(begins) for one in sentences(file))
    ]
    assert not gone


@pytest.mark.parametrize("tag", languages())
def test_catalogues_read_as_babel_reads_them(tag: str) -> None:
    folder = SOURCE / "languages" / tag
    for name in rooms(tag):
        with (folder / f"{name}.po").open("rb") as file:
            theirs = {
                one.id if isinstance(one.id, str) else one.id[0]: (one.string,)
                if isinstance(one.string, str)
                else tuple(one.string)
                for one in read_po(file, abort_invalid=True)
                if one.id
            }
        assert room(tag, name) == theirs
