"""Films, genres and data sets in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from unfold.admin import ModelAdmin, TabularInline

from catalog.merging import merge_movies
from catalog.models import (
    Credit,
    DataSet,
    ExternalId,
    Genre,
    Keyword,
    Language,
    Movie,
    MovieKeyword,
    MovieStats,
    Person,
)
from catalog.models.source_names import Source
from catalog.movie_form import MovieForm
from catalog.search.index import index_films

_MOST_MERGED = 10


class _FactInline(TabularInline):
    """Facts with a source each; a fact that is added here has this site as its source."""

    extra = 0
    hide_title = True

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "source":
            kwargs["initial"] = Source.SITE
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class ExternalIdInline(_FactInline):
    model = ExternalId


class CreditInline(_FactInline):
    model = Credit
    autocomplete_fields = ("person",)


class KeywordInline(_FactInline):
    model = MovieKeyword
    autocomplete_fields = ("keyword",)
    verbose_name = "keyword"


@admin.register(Movie)
class MovieAdmin(ModelAdmin):
    list_display = ("title", "year", "genre_names", "rating_count", "rating_mean", "is_hidden")
    list_filter = ("is_hidden", "genres")
    actions = ("hide", "show", "merge")
    search_fields = ("title", "search_text")
    readonly_fields = ("rating_count", "rating_mean", "weighted_rating")
    form = MovieForm
    autocomplete_fields = ("genres", "languages")
    inlines = (CreditInline, KeywordInline, ExternalIdInline)
    list_select_related = ("stats",)

    class Media:
        css = {"all": ("css/admin-films.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Movie]:
        found: QuerySet[Movie] = super().get_queryset(request)
        return found.prefetch_related("genres")

    def save_model(self, request: HttpRequest, obj: Movie, form: object, change: bool) -> None:
        obj.set_search_text()
        super().save_model(request, obj, form, change)
        MovieStats.objects.get_or_create(movie=obj)  # lists join this table

    def save_related(
        self, request: HttpRequest, form: object, formsets: object, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        index_films([form.instance.pk])  # type: ignore[attr-defined]  # unfold has no types

    @admin.action(description="Hide from the site", permissions=["change"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Movie]) -> None:
        self._set_hidden(request, queryset, is_hidden=True)

    @admin.action(description="Show on the site", permissions=["change"])
    def show(self, request: HttpRequest, queryset: QuerySet[Movie]) -> None:
        self._set_hidden(request, queryset, is_hidden=False)

    def _set_hidden(self, request: HttpRequest, films: QuerySet[Movie], *, is_hidden: bool) -> None:
        word = "hidden" if is_hidden else "shown"
        changed = list(films.exclude(is_hidden=is_hidden))
        for movie in changed:
            Movie.objects.filter(pk=movie.pk).update(is_hidden=is_hidden)
            self.log_change(request, movie, f"Now {word}.")
        self.message_user(request, f"Films now {word}: {', '.join(map(str, changed)) or 'none'}.")

    @admin.action(description="Merge into one film", permissions=["change", "delete"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Movie]) -> HttpResponse | None:
        """Ask which film to keep first."""
        films = list(queryset.order_by("pk"))
        if not 1 < len(films) <= _MOST_MERGED:
            wrong = f"Select 2 to {_MOST_MERGED} duplicate films; you selected {len(films)}."
            self.message_user(request, wrong, messages.ERROR)
            return None
        keep = next((one for one in films if str(one.pk) == request.POST.get("keep")), None)
        if keep is None:
            return self._ask_which_to_keep(request, films)
        for duplicate in films:
            if duplicate != keep:
                merge_movies(keep=keep, duplicate=duplicate)
                self.log_change(request, keep, f"Merged with {duplicate}, id {duplicate.pk}.")
        index_films([keep.pk])
        self.message_user(request, f"Merged {len(films)} films into {keep}.", messages.SUCCESS)
        return None

    def _ask_which_to_keep(self, request: HttpRequest, films: list[Movie]) -> HttpResponse:
        shown = {
            "films": films,
            "title": "Merge into one film",
            "opts": self.opts,
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        context = self.admin_site.each_context(request) | shown
        return TemplateResponse(request, "admin/catalog/merge.html", context)

    @admin.display(description="genres")
    def genre_names(self, movie: Movie) -> str:
        return ", ".join(genre.name for genre in movie.genres.all())

    @admin.display(ordering="stats__rating_count", description="ratings")
    def rating_count(self, movie: Movie) -> int:
        return movie.stats.rating_count if hasattr(movie, "stats") else 0

    @admin.display(ordering="stats__rating_mean", description="mean")
    def rating_mean(self, movie: Movie) -> str:
        mean = movie.stats.rating_mean if hasattr(movie, "stats") else None
        return "–" if mean is None else f"{mean:.2f}"

    @admin.display(ordering="stats__weighted_rating", description="weighted")
    def weighted_rating(self, movie: Movie) -> str:
        weighted = movie.stats.weighted_rating if hasattr(movie, "stats") else None
        return "–" if weighted is None else f"{weighted:.2f}"


@admin.register(Genre)
class GenreAdmin(ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)


@admin.register(Language)
class LanguageAdmin(ModelAdmin):
    list_display = ("name", "code")
    search_fields = ("name", "code")


@admin.register(Keyword)
class KeywordAdmin(ModelAdmin):
    search_fields = ("name",)


@admin.register(Person)
class PersonAdmin(ModelAdmin):
    list_display = ("name", "tmdb_id")
    search_fields = ("name",)

    def save_model(self, request: HttpRequest, obj: Person, form: object, change: bool) -> None:
        super().save_model(request, obj, form, change)
        index_films(obj.credits.values_list("movie_id", flat=True))


@admin.register(DataSet)
class DataSetAdmin(ModelAdmin):
    """Read-only: data sets are added and removed by commands."""

    list_display = ("title", "is_active", "films", "users", "ratings", "licence", "imported_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
