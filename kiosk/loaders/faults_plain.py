"""What makes a German text hard to read: warnings, for people judge language better than any rule."""

from __future__ import annotations

from kiosk.domain.problem import Severity
from kiosk.loaders.faults import Fault

LONG_SENTENCE = Fault(
    "Der Satz „{value}“ hat {count} Wörter. Wer erst Deutsch lernt, kommt mit höchstens {limit} gut mit.",
    "Zwei Sätze daraus machen: eine Sache je Satz.",
    "The sentence '{value}' has {count} words. Who is still learning German can follow at most {limit}.",
    "Make two sentences of it: one thing a sentence.",
    Severity.WARNING,
)
ABBREVIATION = Fault(
    "„{value}“ ist eine Abkürzung, die viele nicht kennen.",
    "Ausschreiben: „{whole}“, oder anders sagen.",
    "'{value}' is an abbreviation that many people do not know.",
    "Write it out in German: '{whole}', or say it in another way.",
    Severity.WARNING,
)
NESTED_BRACKETS = Fault(
    "Hier stehen Klammern in Klammern: „{value}“. Vorgelesen versteht das niemand.",
    "Die inneren Klammern weglassen oder einen eigenen Satz daraus machen.",
    "There are brackets inside brackets: '{value}'. Read aloud nobody understands that.",
    "Leave out the inner brackets, or make a sentence of them.",
    Severity.WARNING,
)
