"""Search films by title and by the people who made them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from catalog.models import Movie, SearchUse, SearchWord
from catalog.normalisation import normalised
from catalog.search.tokens import LONGEST, STOP_WORDS, word_key
from catalog.search.vocabulary import vocabulary

_MOST_WORDS = 12
_FEW = 3
_SHORTEST_WORD = 3  # a shorter one is treated as the beginning of a word


@dataclass(frozen=True, slots=True)
class Search:
    """A parsed query.

    groups: for each significant word, the keys of the words that match it.

    phrase: the query, normalised; corrected: the phrase after corrections, "" without any; beginning:
    one or two letters that must begin another word of a title, or be a word of a name.
    """

    phrase: str
    groups: tuple[frozenset[int], ...]
    corrected: str = ""
    beginning: str = ""

    def of(self, movies: QuerySet[Movie]) -> QuerySet[Movie]:
        """Return the matching films, with `match` as a number, lower for closer.

        0: a whole title; 1: the start of one; 2: the words are in its titles; 3: or in people's names.
        """
        movies = self.found(movies)
        phrase = self.corrected or self.phrase
        whole = Q(search_text__contains=f"|{phrase}|")
        start = Q(search_text__contains=f"|{phrase}")
        telling = [word for word in phrase.split() if word not in STOP_WORDS] or [phrase]
        in_titles = Q(*(Q(search_text__contains=word) for word in telling))
        return movies.annotate(
            match=Case(
                When(whole, then=Value(0)),
                When(start, then=Value(1)),
                When(in_titles, then=Value(2)),
                default=Value(3),
                output_field=IntegerField(),
            )
        )

    def found(self, movies: QuerySet[Movie], *, place: int | None = None) -> QuerySet[Movie]:
        """Return the matching films, without the closeness; in one place or in any."""
        for group in self.groups:
            movies = movies.filter(pk__in=_films_with(group, place))
        if self.beginning and place is None:
            later, first = (f"{before}{self.beginning}" for before in (" ", "|"))
            word = frozenset({word_key(self.beginning)})
            movies = movies.filter(
                Q(search_text__contains=later)
                | Q(search_text__contains=first)
                | Q(pk__in=_films_with(word))
            )
        return movies

    def most_rated(self) -> int | None:
        """Return the id of the matching film with the most ratings."""
        found = self.found(Movie.objects.shown()).order_by("-stats__rating_count", "pk")
        return found.values_list("pk", flat=True).first()

    def count_to(self, limit: int, *, place: int | None = None) -> int:
        """Count the matching films, up to this limit."""
        found = self.found(Movie.objects.shown().order_by(), place=place)
        return len(found.values_list("pk", flat=True)[:limit])


NOTHING = Search("", (frozenset(),))


def search_for(q: str, *, place: int | None = None) -> Search:
    """Parse a query.

    All words count except articles and the like, which count only when there is nothing else; the last
    one may be the start of a word. Words are corrected only when fewer than three films match (in the
    given place, if any).
    """
    words = [word[:LONGEST] for word in normalised(q).split()[:_MOST_WORDS]]
    telling = [word for word in words if word not in STOP_WORDS] or words
    if not telling:
        return NOTHING
    phrase, beginning = " ".join(words), ""
    if len(telling) > 1 and len(telling[-1]) < _SHORTEST_WORD:
        *telling, beginning = telling
    literal = [{word} for word in telling]
    if not beginning:
        literal[-1] |= set(vocabulary().completions(telling[-1]))
    search = Search(phrase, _keys(literal), beginning=beginning)
    found = search.count_to(_FEW, place=place)
    if found >= _FEW:
        return search
    loose = [
        group | set(vocabulary().corrections(word))
        for word, group in zip(telling, literal, strict=True)
    ]
    if loose == literal:
        return search
    forgiving = replace(search, groups=_keys(loose))
    if found:
        return forgiving
    return replace(forgiving, corrected=_understood(forgiving, words, telling, loose))


def _keys(groups: Iterable[set[str]]) -> tuple[frozenset[int], ...]:
    return tuple(frozenset(map(word_key, group)) for group in groups)


def _understood(
    search: Search, words: list[str], telling: list[str], groups: list[set[str]]
) -> str:
    """Return the phrase in the words of the most rated matching film; "" without corrections."""
    best = search.most_rated()
    if best is None:
        return ""
    uses = SearchUse.objects.filter(movie_id=best, word__in=frozenset().union(*search.groups))
    there = set(SearchWord.objects.filter(uses__in=uses).values_list("text", flat=True))
    meant = {word: word for word in words}
    for word, group in zip(telling, groups, strict=True):
        if word not in there and (found := sorted(group & there, key=lambda one: _rank(one, word))):
            meant[word] = found[0]
    phrase = " ".join(meant[word] for word in words)
    return "" if phrase == " ".join(words) or _completes(words, meant) else phrase


def _rank(found: str, word: str) -> tuple[int, str]:
    return (abs(len(found) - len(word)), found)


def _completes(words: list[str], meant: dict[str, str]) -> bool:
    """Whether the only change is the completion of the last word."""
    *before, last = words
    return all(meant[word] == word for word in before) and meant[last].startswith(last)


def _films_with(keys: frozenset[int], place: int | None = None) -> QuerySet[SearchUse, int]:
    uses = SearchUse.objects.filter(word_id__in=keys)
    if place is not None:
        uses = uses.filter(place=place)
    return uses.values_list("movie_id", flat=True)
