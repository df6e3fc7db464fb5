"""Posts in the admin: moderators accept proposed films, and unpublish posts."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from nextflex.base.errors import DomainError
from uploads.models import Post
from uploads.posts import moderation
from uploads.posts.selectors import stars_of
from uploads.posts.services import delete_post

_DECISIONS = [
    ("", "undecided"),
    ("approve", "Add the film to the catalogue"),
    ("reject", "Reject the film"),
]


class DecisionForm(forms.ModelForm[Post]):
    decision = forms.ChoiceField(choices=_DECISIONS, required=False)

    class Meta:
        model = Post
        fields = ("movie", "reason", "is_public")
        help_texts = {
            "movie": "The matching film, if the catalogue has it under another title.",
            "reason": "The reason for rejecting the film, shown to the author.",
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("decision") == "reject" and not given.get("reason", "").strip():
            self.add_error("reason", "Give a reason.")
        return given


@admin.register(Post)
class PostAdmin(ModelAdmin):
    """Private posts without a proposed film are not listed."""

    form = DecisionForm
    list_display = (
        "film_title",
        "film_year",
        "user",
        "stars",
        "moderation",
        "is_public",
        "created_at",
    )
    list_filter = ("moderation", "is_public")
    search_fields = ("title", "movie__title", "user__email")
    date_hierarchy = "created_at"
    actions = ("let_in",)
    autocomplete_fields = ("movie",)
    readonly_fields = ("title", "year", "user", "stars", "public_text", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Post]:
        found: QuerySet[Post] = super().get_queryset(request)
        return found.filter(Q(is_public=True) | ~Q(title="")).select_related("user", "movie")

    def get_fields(self, request: HttpRequest, obj: Post | None = None) -> list[str]:
        proposal = ["title", "year", "stars"]
        deciding = ["decision", "movie", "reason"] if obj and obj.movie_id is None else []
        return [*proposal, "user", "created_at", "public_text", "is_public", *deciding]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="stars")
    def stars(self, post: Post) -> str:
        given = stars_of(post)
        return "–" if given is None else f"{given:g}"

    @admin.display(description="text")
    def public_text(self, post: Post) -> str:
        """Return the text if the post is public; moderators do not read private texts."""
        return post.text if post.is_public else "(private)"

    def save_model(self, request: HttpRequest, obj: Post, form: DecisionForm, change: bool) -> None:
        """Let moderators unpublish a post, but not publish it."""
        decision = form.cleaned_data.get("decision")
        if not obj.is_public:
            Post.objects.filter(pk=obj.pk).update(is_public=False)
        try:
            if decision == "approve":
                moderation.approve(obj, as_film=form.cleaned_data.get("movie"))
            elif decision == "reject":
                moderation.reject(obj, reason=form.cleaned_data["reason"])
        except DomainError as error:
            self.message_user(request, str(error), messages.ERROR)

    @admin.action(description="Add these films to the catalogue", permissions=["change"])
    def let_in(self, request: HttpRequest, queryset: QuerySet[Post]) -> None:
        waiting = queryset.filter(moderation=Post.Moderation.WAITING).order_by("pk")
        films = [moderation.approve(post) for post in waiting]
        names = ", ".join(map(str, films)) or "none"
        self.message_user(request, f"Added to the catalogue: {names}.")

    def delete_model(self, request: HttpRequest, obj: Post) -> None:
        delete_post(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Post]) -> None:
        for post in queryset:
            delete_post(post)
