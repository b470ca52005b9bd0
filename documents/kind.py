"""A kind of paper: what it says of its subject, and the page it says it on, in each of its languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from documents.language import LANGUAGES, Language, MixedLanguages

Fields = dict[str, Any]
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Kind(Generic[Subject]):
    """One kind of paper; `template` gives the factory Word file of a language, that `context` fills in the same one."""

    code: str
    label_fr: str
    label_ar: str
    context: Callable[[Subject, Language], Fields]
    template: Callable[[Language], bytes]
    # The phases in which people are offered it; every phase when none is named. A move may owe it at any time.
    phases: frozenset[str] = frozenset()
    languages: tuple[Language, ...] = LANGUAGES

    def is_offered_in(self, phase: str) -> bool:
        """Whether somebody would ask for this paper while a text is in that phase."""
        return not self.phases or phase in self.phases

    def label(self, language: Language) -> str:
        """Name it in a language."""
        return self.label_ar if language == "ar" else self.label_fr

    def told_in(self, told: str) -> Language:
        """Give the language that a code tells; raise MixedLanguages when this paper has none such."""
        for language in self.languages:
            if language == told:
                return language
        raise MixedLanguages(f"« {self.label_fr} » ne se fait pas dans la langue « {told} ».")
