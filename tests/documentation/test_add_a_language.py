"""What "Add a language" says, done literally in a copy of the package."""

from __future__ import annotations

import pytest
from tests.documentation.pages import Copy, blocks

PAGE = "how-to/add-a-language.md"
SPOKEN = """
from detente.errors import ArgumentError
from detente.languages import languages, speaker
from detente.messages import Date, joined, message

say = speaker("fr-CA")
assert languages()[-1] == "fr"
assert say(Date("2026-01-05")) == "5 janvier 2026"
assert say(Date("2026-01-05~")) == "vers 5 janvier 2026"
assert say(joined(("Séoul", "Pékin", "Washington"))) == "Séoul, Pékin et Washington"
assert say(joined(("un", "deux"), "or")) == "un or deux"  # not translated yet: in English, and told
assert list(say.untranslated) == ["joint.or.last"]
assert say._language.forms["de"]("Iran") == "d’Iran"
try:
    speaker("xx")
except ArgumentError as error:
    assert "fr (français)" in str(error)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copied = Copy(tmp_path_factory.mktemp("language"))
    (grammar,), (dates, joints) = blocks(PAGE, "python"), blocks(PAGE, "po")
    copied.write("src/detente/languages/french.py", grammar)
    copied.write("src/detente/languages/fr/date.po", dates)
    copied.write("src/detente/languages/fr/joint.po", joints)
    for edit in blocks(PAGE, "diff"):
        copied.apply("src/detente/languages/known.py", edit)
    return copied


def test_it_is_spoken_and_says_what_it_lacks(copy: Copy) -> None:
    code, _, err = copy.python("-c", SPOKEN)
    assert code == 0, err


def test_the_tests_of_catalogues_read_it(copy: Copy) -> None:
    tests = "tests/languages/test_catalogues.py::test_sentences_are_sound"
    options = ["-q", "-p", "no:cacheprovider", "-o", f"pythonpath={copy.home / 'src'} ."]
    code, out, err = copy.python("-m", "pytest", *options, tests)
    assert code == 0, out + err
    assert "5 passed" in out
