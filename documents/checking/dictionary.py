"""What a dictionary of fields is: the names that the templates of one kind of paper may use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from documents.grammar import ActReference, Agreement

# What a field is worth, by which it is told how it may be printed.
Sort = Literal["words", "list", "flag", "date", "agreement", "act"]
_SORTS: Mapping[type, Sort] = {bool: "flag", date: "date", Agreement: "agreement", ActReference: "act"}


@dataclass(frozen=True)
class Field:
    """One name; `items` are the names of what a list holds, none where it holds plain words."""

    name: str
    description_fr: str
    example: Any = None
    items: tuple["Field", ...] = ()
    is_list: bool = False
    # How many elements the example of a list has; a list of fixed length always has them.
    count: int = 2
    is_fixed: bool = False
    # The example in a paper in Arabic, where it is another one.
    example_ar: Any = None

    @property
    def sort(self) -> Sort:
        """Say what it is worth, as its example shows."""
        return "list" if self.is_list else _SORTS.get(type(self.example), "words")

    def example_value(self, language: str = "fr", *, empty: bool = False) -> Any:  # noqa: ANN401 - whatever a paper says
        """Give an example of its value in that language; of a list that may be empty, the empty one if asked."""
        said = self.example_ar if language == "ar" and self.example_ar is not None else self.example
        if not self.is_list:
            return said
        if empty and not self.is_fixed:
            return []
        return [example_of(self.items, language, empty=empty) if self.items else said for _ in range(self.count)]


def listed(name: str, description_fr: str, *items: Field, count: int = 2, is_fixed: bool = False) -> Field:
    """Describe a list whose elements have fields of their own."""
    return Field(name, description_fr, items=items, is_list=True, count=count, is_fixed=is_fixed)


def example_of(fields: Iterable[Field], language: str = "fr", *, empty: bool = False) -> dict[str, Any]:
    """Give an example of each field by its name."""
    return {each.name: each.example_value(language, empty=empty) for each in fields}


@dataclass(frozen=True)
class Schema:
    """The dictionary of one kind of paper, and the filters that its templates may use."""

    kind: str
    fields: tuple[Field, ...]
    language: str = "fr"
    # By their names, the sorts of fields that each may follow.
    filters: Mapping[str, tuple[Sort, ...]] = field(default_factory=dict)
    by_name: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the fields by their names."""
        object.__setattr__(self, "by_name", {each.name: each for each in self.fields})

    def example(self, *, empty: bool = False) -> dict[str, Any]:
        """Give values that show what a filled paper looks like; with its lists empty if asked."""
        return example_of(self.fields, self.language, empty=empty)
