"""What is read back is what was read: every word, every problem, every hit of the search, in the same order."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.compiled import catalogue
from kiosk.compiled.cache import Cache
from kiosk.compiled.services import REMEMBERED
from kiosk.content import Content, Places, read
from kiosk.domain.problem import Severity
from kiosk.domain.services import LONG
from kiosk.domain.utterance import Utterance
from tests import builders
from tests.unit.compiled.conftest import ROOT, everything

MARK = "a" * 64


def kept(content: Content, cache: Cache) -> Content:
    """The content as a start finds it."""
    assert cache.keep(MARK, content)
    found = cache.find(MARK)
    assert found
    return found


def test_a_small_content_with_problems_is_the_same(places: Places, cache: Cache) -> None:
    content = read(places)
    severities = {problem.severity for problem in content.problems}
    assert Severity.WARNING in severities and len(content.problems) > 2  # else nothing would be compared
    assert everything(kept(content, cache)) == everything(content)


def test_all_of_the_real_content_is_the_same(cache: Cache) -> None:
    content = read(Places(ROOT / "content", ROOT / "config/kiosk.yaml", ROOT / "config/themes"))
    found = kept(content, cache)
    assert everything(found) == everything(content)
    assert content.catalog and found.catalog
    for typed, language in (("anm", "de"), ("kita", "ar"), ("запис", "uk"), ("wonung", "en"), ("iqama", "ar")):
        assert found.catalog.find(typed, language) == content.catalog.find(typed, language) != ()
    for topic in content.catalog.topics:
        assert [*found.catalog.services_of(topic)] == [*content.catalog.services_of(topic)]
    for organisation in (content.catalog.centre.id, *content.catalog.organisations):
        assert [*found.catalog.services_at(organisation)] == [*content.catalog.services_at(organisation)]
    phone = Utterance("Mo 13–17 Uhr", "de")
    assert found.pronouncer.pronounced(phone) == content.pronouncer.pronounced(phone) != phone


NEEDLESS = ("holidays", "yaml", "kiosk.loaders.catalog", "kiosk.loaders.values")
READ_BACK = f"""
import sys
from datetime import date
from pathlib import Path
import kiosk.app
from kiosk.compiled.cache import Cache
from kiosk.compiled.catalogue import YEARS
catalog = Cache(Path(sys.argv[1])).find("{MARK}").catalog
assert [*catalog.services.values()] and catalog.find("pass", "de")
named = [catalog.holidays(date(year, 10, 3)) for year in YEARS]
print(len(named), set(named), [name for name in {NEEDLESS} if name in sys.modules])
catalog.holidays(date(YEARS[-1] + 1, 10, 3))
print([name for name in {NEEDLESS} if name in sys.modules])
"""


def test_what_is_kept_needs_neither_the_loaders_nor_the_library_of_holidays(places: Places, cache: Cache) -> None:
    """They are a sixth of all that a start would load, and 20 MB."""
    kept(read(places), cache)
    command = [sys.executable, "-c", READ_BACK, str(cache.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["10 {'Tag der Deutschen Einheit'} []", "['holidays']"]


def test_a_content_without_a_catalog_is_kept_with_its_problems(places: Places, cache: Cache) -> None:
    (places.content / "topics.yaml").write_text("topics: [", encoding="utf-8")
    content = read(places)
    found = kept(content, cache)
    assert not found.whole and found.problems == content.problems and found.settings == content.settings


def test_what_a_child_hands_over_stays_packed(places: Places) -> None:
    content = read(places)
    again = pickle.loads(pickle.dumps(content))
    assert everything(again) == everything(content)
    assert type(again.catalog.services).__name__ == "PackedServices"


def test_another_word_in_any_part_is_noticed(places: Places) -> None:
    def parts() -> dict[str, memoryview]:
        return {name: memoryview(data) for name, data in catalogue.parts(read(places)).items()}

    before = parts()
    assert catalogue.same(before, parts())
    for file, old, new in (
        ("services/leipzig-pass.yaml", "jetzt", "heute"),
        ("search/ar.yaml", "قيد", "قيت"),
        ("strings/de.yaml", "Zurück", "Retour"),
        ("topics.yaml", "house-line", "house") if "house-line" in (places.content / "topics.yaml").read_text() else
        ("topics.yaml", "lifebuoy", "house"),
    ):  # fmt: skip
        path = places.content / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        assert not catalogue.same(before, parts()), file
        path.write_text(text, encoding="utf-8")


def test_only_few_services_are_remembered(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.compiled.services.REMEMBERED", 5)
    content = kept(read(Places(ROOT / "content", ROOT / "config/kiosk.yaml", ROOT / "config/themes")), cache)
    assert content.catalog
    services = content.catalog.services
    assert len(dict(services)) > REMEMBERED / 10 > len(services._remembered)  # type: ignore[attr-defined]
    with pytest.raises(KeyError):
        services["nirgends"]


def test_a_long_list_in_a_language_without_a_word_is_not_read_as_a_whole(places: Places, cache: Cache) -> None:
    catalog = builders.many_services(LONG + 1)
    content = kept(replace(read(places), catalog=catalog), cache)
    assert content.catalog
    topic = builders.REGISTER.topic
    for language in ("de", "ar"):
        assert [*content.catalog.longest_of(topic, language)] == [*catalog.longest_of(topic, language)]
    assert 0 < len(content.catalog.services._remembered) < LONG / 2  # type: ignore[attr-defined]


def test_the_same_file_comes_of_another_folder(places: Places, cache: Cache, tmp_path: Path) -> None:
    assert cache.keep(MARK, read(places))
    assert Cache(tmp_path / "nowhere").find(MARK) is None
    assert cache.find("b" * 64) is None
