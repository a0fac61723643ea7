"""Asks people, or takes what was given as options: every answer is judged at once by the loader's own rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from kiosk.domain.problem import Problem, Severity
from kiosk.loaders.fields import Group, Inspection, Kind, Listed
from kiosk.loaders.kinds import IDENTIFIER
from kiosk.loaders.nodes import Table, parsed
from kiosk.staff.forms.examples import example_of
from kiosk.staff.new.house import House
from kiosk.staff.new.questions import Options, Question
from kiosk.staff.new.words import WORDS
from kiosk.staff.new.yaml_text import Answer, as_yaml


class Refused(Exception):
    """An answer that was given as an option, or was needed and did not come, cannot be used. The message says why."""


class Dialogue(Struct):
    """Asks the questions about one new thing. `given` are answers that came as options; `taken` are the ids (codes of
    languages) that there are; `ask` shows a prompt and gives the line typed; `write` shows a line; `file` names
    the kind of file."""

    house: House
    group: Group
    file: str
    language: str
    given: Mapping[str, str]
    taken: frozenset[str]
    ask: Callable[[str], str]
    write: Callable[[str], None] = print
    answers: dict[str, str] = field(default_factory=dict)

    def all(self, questions: Sequence[Question]) -> dict[str, Answer]:
        """The answers by name, without those left out. Raises Refused, EOFError and KeyboardInterrupt."""
        for question in questions:
            answer = self._given(question) if question.name in self.given else self._asked(question)
            if answer:
                self.answers[question.name] = answer
        return {name: self.value(name, answer) for name, answer in self.answers.items()}

    def value(self, name: str, answer: str) -> Answer:
        """An answer as the field holds it: of a list its items, parted by commas."""
        if isinstance(self._kind(name), Listed):
            return tuple(one.strip() for one in answer.split(",") if one.strip())
        return answer

    def _given(self, question: Question) -> str:
        answer = self._clean(question, self.given[question.name])
        if not answer and not question.needed:
            return ""
        for fault in self._faults(question, answer):
            if fault.severity is Severity.ERROR:
                reason, remedy = fault.reason[self.language], fault.remedy[self.language]
                raise Refused(self._words("refused", name=question.name, reason=reason, remedy=remedy))
            self._tell(fault)
        return answer

    def _asked(self, question: Question) -> str:
        options = question.options(self.house, self.answers)
        proposal = question.proposal(self.house, self.answers)
        self._pose(question, options, proposal)
        kept = ""
        while True:
            typed = self._typed(question) or proposal
            if not typed and not question.needed:
                return ""
            answer = self._clean(question, typed)
            faults = self._faults(question, answer) if answer else []
            if answer and (not faults or answer == kept):
                return answer
            for fault in faults:
                self._tell(fault)
            if not answer:
                self.write(f"  {self._words('number', count=len(options)) if options else self._words('needed')}")
            elif all(fault.severity is not Severity.ERROR for fault in faults):
                self.write(f"  {self._words('keep')}")
                kept = proposal = answer

    def _pose(self, question: Question, options: Options, proposal: str) -> None:
        self.write("")
        self.write(question.de if self.language == "de" else question.en)
        for number, (_, name) in enumerate(options, 1):
            self.write(f"  {number:>3}  {name.de if self.language == 'de' else name.en}")
        self._hints(question, self._called(proposal, options), bool(options))

    def _called(self, value: str, options: Options) -> str:
        """What a value is called where it can be chosen; without options itself."""
        names = {key: name.de if self.language == "de" else name.en for key, name in options}
        return names.get(value, value)

    def _typed(self, question: Question) -> str:
        try:
            return self.ask("> ").strip()
        except EOFError:
            raise Refused(self._words("ended", name=f"--{question.name}")) from None

    def _hints(self, question: Question, proposal: str, chosen: bool) -> None:
        example = "" if chosen or question.name == "id" else self._example(question.name)
        if example and not proposal:
            self.write(f"  {self._words('example', example=example)}")
        if proposal:
            self.write(f"  {self._words('enter', answer=proposal)}")
        elif not question.needed:
            self.write(f"  {self._words('leave')}")

    def _example(self, name: str) -> str:
        field_ = next((one for one in self.group.fields if one.name == name), None)
        return example_of(field_, self.file).strip("[]") if field_ else ""

    def _clean(self, question: Question, typed: str) -> str:
        """The value of what was typed: of a question with options the chosen one; "" if it is none of them."""
        options = question.options(self.house, self.answers)
        text = " ".join(typed.split())
        if not options:
            return text
        if text.isdecimal() and 1 <= int(text) <= len(options):
            return options[int(text) - 1][0]
        for value, name in options:
            if text.casefold() in (value.casefold(), name.de.casefold(), name.en.casefold()):
                return value
        # What was given as an option is judged by the loader, which says more than "no such number".
        return text if question.open or question.name in self.given else ""

    def _faults(self, question: Question, answer: str) -> list[Problem]:
        """What the loader would say about the answer."""
        try:
            answer.encode("utf-8")
        except UnicodeEncodeError:
            return [self._problem("letters")]
        name, kind = question.name, self._kind(question.name)
        node, found = parsed(f"{name}: {as_yaml(self.value(name, answer))}", "")
        problems = list(found)
        catalog = self.house.catalog
        named = frozenset((*self.house.languages, *catalog.centre.languages))
        inspection = Inspection(problems, self.house.hosts, named, self.house.icons)
        if isinstance(node, Table):
            kind.read(node.values[name], inspection)
        if question.name in ("id", "code") and answer in self.taken:
            problems.append(self._problem("there", value=answer))
        if question.name == "until" and not problems and answer < self.answers["from"]:
            problems.append(self._problem("until"))
        if not question.open and not problems:
            problems += self._not_offered(question, answer)
        return problems

    def _not_offered(self, question: Question, answer: str) -> list[Problem]:
        options = question.options(self.house, self.answers)
        if not options or answer in {value for value, _ in options}:
            return []
        return [self._problem("number", count=len(options))]

    def _problem(self, key: str, **values: object) -> Problem:
        said = {language: str(WORDS[language][key]).format(**values) for language in WORDS}
        return Problem("", 0, 0, said, {"de": "", "en": ""})

    def _kind(self, name: str) -> Kind:
        return next((one.kind for one in self.group.fields if one.name == name), IDENTIFIER)

    def _tell(self, fault: Problem) -> None:
        for line in (fault.reason[self.language], fault.remedy[self.language]):
            if line:
                self.write(f"  {line}")

    def _words(self, key: str, **values: object) -> str:
        return str(WORDS[self.language][key]).format(**values)
