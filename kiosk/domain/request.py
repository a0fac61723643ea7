"""What a visitor asks for at the desk: the subjects of the card to show."""

from __future__ import annotations

from kiosk.domain.catalog import Catalog
from kiosk.domain.language import NO_WORDS, Words

OF_SERVICE, OF_TOPIC = "service:", "topic:"
"""How the subject of a card begins; behind it stands an id. The empty subject is a request for help with anything."""


def for_service(service: str) -> str:
    """The subject of the card of a service."""
    return OF_SERVICE + service


def for_topic(topic: str) -> str:
    """The subject of the card of a topic."""
    return OF_TOPIC + topic


def asked(catalog: Catalog, subject: str) -> Words:
    """What a card says that its visitor wants, as whole sentences in the first person. A service without words of its
    own has those of its topic; without any the card has to be content with the words for anything (`NO_WORDS`).

    Raises KeyError for a subject that is not in the catalog.
    """
    if subject.startswith(OF_SERVICE):
        service = catalog.services[subject.removeprefix(OF_SERVICE)]
        return service.ask or catalog.topics[service.topic].ask
    if subject.startswith(OF_TOPIC):
        return catalog.topics[subject.removeprefix(OF_TOPIC)].ask
    if subject:
        raise KeyError(subject)
    return NO_WORDS
