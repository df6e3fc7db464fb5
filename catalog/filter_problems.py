"""Check the names in a filter against the catalogue: a problem in words, or nothing."""

from catalog.keyword_names import keyword_name
from catalog.models import Keyword, Language, Movie, Person


def problem_with_person(person_id: int) -> str:
    if Person.objects.filter(pk=person_id).exists():
        return ""
    return unknown_person(person_id)


def unknown_person(person_id: int) -> str:
    return f"Unknown person {person_id}; search for people by name to find their ids."


def problem_with_keyword(text: str) -> str:
    if Keyword.objects.filter(name=keyword_name(text)).exists():
        return ""
    return f"No film has the keyword {text!r}; keywords are listed on each film."


def problem_with_language(code: str) -> str:
    spoken = Language.movies.through.objects.filter(language__code=code)
    if spoken.exists() or Movie.objects.filter(original_language=code).exists():
        return ""
    return f"No film is in the language {code!r}; use a language code such as 'en'."
