"""`say`: staff write how a text is spoken beside the text itself."""

from __future__ import annotations

import pytest

from kiosk.domain.language import Said
from kiosk.domain.problem import Severity
from kiosk.loaders.strings import load_strings
from tests.unit.loaders.builders import Content, said

SERVICE = "services/wohnung-anmelden.yaml"
WHAT = "Sie melden Ihre Adresse an."


def test_a_text_with_its_spoken_form(content: Content) -> None:
    content.edit(
        SERVICE, f"what: {WHAT}", 'what: {text: "Rufen Sie 115 an.", say: "Rufen Sie die Hundertfünfzehn an."}'
    )
    content.edit(SERVICE, "- Pass oder Ausweis", "- {text: Pass/Ausweis, say: Pass oder Ausweis}")
    service = content.sound().services["wohnung-anmelden"]
    assert service.what.said("de") == Said("Rufen Sie 115 an.", "de", say="Rufen Sie die Hundertfünfzehn an.")
    assert [one.said("de").say for one in service.bring] == ["Pass oder Ausweis", ""]
    assert content.said() == []


def test_a_spoken_form_does_not_outdate_a_translation(content: Content) -> None:
    content.translate("translations/en/services/wohnung-anmelden.yaml", {"what": (WHAT, "You register.")})
    content.edit(SERVICE, f"what: {WHAT}", f"what: {{text: {WHAT}, say: Ganz anders.}}")
    what = content.sound().services["wohnung-anmelden"].what
    assert what.said("en") == Said("You register.", "en")
    assert what.said("ar") == Said(WHAT, "de", say="Ganz anders.")
    assert not [told for told in content.said(Severity.WARNING) if "seit der Übersetzung geändert" in told]


def test_a_translation_has_its_own_spoken_form(content: Content) -> None:
    content.translate("translations/en/services/wohnung-anmelden.yaml", {"what": (WHAT, "Call 115.")})
    content.edit(
        "translations/en/services/wohnung-anmelden.yaml", "text: 'Call 115.'", "text: 'Call 115.', say: Call us."
    )
    what = content.sound().services["wohnung-anmelden"].what
    assert what.said("en") == Said("Call 115.", "en", say="Call us.")
    assert what.said("de") == Said(WHAT, "de")
    assert content.said() == []


def test_the_words_of_the_interface_have_it_too(content: Content) -> None:
    content.edit(
        "strings/de.yaml",
        "open.until: Jetzt offen, bis {time}",
        "open.until: {text: 'Bis {time}', say: 'Offen bis {time}'}",
    )
    content.translate("strings/en.yaml", {"open.until": ("Bis {time}", "Until {time}")})
    content.edit("strings/en.yaml", "text: 'Until {time}'", "text: 'Until {time}', say: 'Open until {time}'")
    strings, problems = load_strings(content.root, ["de", "en"], frozenset())
    assert strings is not None
    assert said(problems, Severity.ERROR) == []
    assert strings.words["open.until"].said("de") == Said("Bis {time}", "de", say="Offen bis {time}")
    assert strings.words["open.until"].said("en") == Said("Until {time}", "en", say="Open until {time}")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{text: Neu., sya: Alt.}", "„sya“ ist hier kein bekanntes Feld."),
        ("{text: Neu., say: [a]}", "Hier wird ein Text erwartet, keine Liste und keine weiteren Felder."),
        ("{text: Neu., say: }", "Das Feld ist leer."),
        (
            "{text: Neu., say: 'Um {time}.'}",
            "In der gesprochenen Fassung stehen Wörter in geschweiften Klammern, die der",
        ),
    ],
)
def test_a_wrong_spoken_form_leaves_the_text(content: Content, written: str, told: str) -> None:
    content.edit(SERVICE, f"what: {WHAT}", f"what: {written}")
    assert content.sound().services["wohnung-anmelden"].what.said("de") == Said("Neu.", "de")
    (reason,) = content.said()
    assert told in reason


def test_a_spoken_form_alone_is_no_text(content: Content) -> None:
    content.edit(SERVICE, f"what: {WHAT}", "what: {say: Alt.}")
    assert "wohnung-anmelden" not in content.sound().services
    assert content.said() == [f"content/{SERVICE}:5: Das Feld „text“ fehlt (Der Text, wie er gezeigt wird)."]


def test_a_colon_that_was_not_quoted_is_still_called_so(content: Content) -> None:
    content.edit(SERVICE, f"what: {WHAT}", "what: {Achtung: Termin}")
    (reason,) = content.said()
    assert "Hier wird ein Text erwartet" in reason
