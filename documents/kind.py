"""A kind of paper: what it says of its subject, and the page it says it on, in each of its languages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from documents.checking.dictionary import Field
from documents.language import LANGUAGES, Language, MixedLanguages, wording
from workflow.procedure.papers import Paper, papers

Fields = dict[str, Any]
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class About:
    """One of the things that a paper can be made about: a body consulted, a meeting, a chamber."""

    code: str
    label_fr: str
    label_ar: str

    def label(self, language: Language) -> str:
        """Name it in a language."""
        return self.label_ar if language == "ar" else self.label_fr


@dataclass(frozen=True)
class Kind(Generic[Subject]):
    """One kind of paper; `template` gives the factory Word file of a language, that `context` fills in the same one.

    `fields` is the dictionary of what `context` gives. Which texts have it, and its names, are told in
    workflow/procedures/papers.toml under its code.
    """

    code: str
    context: Callable[[Subject, Language], Fields]
    template: Callable[[Language], bytes]
    fields: tuple[Field, ...] = ()
    languages: tuple[Language, ...] = LANGUAGES
    # What it can be made about, one paper for each; nothing where it is about the text as a whole.
    abouts: Callable[[Subject], Sequence[About]] | None = None

    @property
    def paper(self) -> Paper:
        """What the procedures say of it."""
        return papers()[self.code]

    @property
    def label_fr(self) -> str:
        """Its name in French."""
        return self.paper.label_fr

    @property
    def label_ar(self) -> str:
        """Its name in Arabic."""
        return self.paper.label_ar

    @property
    def provisional(self) -> bool:
        """Whether its wording comes from usage alone."""
        return self.paper.provisional

    def is_offered_in(self, phase: str) -> bool:
        """Whether somebody would ask for this paper while a text is in that phase."""
        return self.paper.is_offered_in(phase)

    def label(self, language: Language) -> str:
        """Name it in a language."""
        return self.label_ar if language == "ar" else self.label_fr

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say what whoever reads such a paper has to know of it, for comments on its first words."""
        said = wording(language)(
            "Rédaction provisoire : ces formules viennent de l’usage et n’ont pas été confirmées par le ministère.",
            "صياغة مؤقتة: هذه الصيغ مستمدة من العرف الإداري ولم تؤكدها الوزارة.",
        )
        return (said,) if self.provisional else ()

    def told_in(self, told: str) -> Language:
        """Give the language that a code tells; raise MixedLanguages when this paper has none such."""
        for language in self.languages:
            if language == told:
                return language
        raise MixedLanguages(f"« {self.label_fr} » ne se fait pas dans la langue « {told} ».")
