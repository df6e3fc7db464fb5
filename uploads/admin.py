"""Ratings in the admin: staff can view and remove them; only their users change them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from uploads.models import Rating
from uploads.posts.admin import PostAdmin
from uploads.ratings.services import remove_rating

__all__ = ["PostAdmin", "RatingAdmin"]


@admin.register(Rating)
class RatingAdmin(ModelAdmin):
    list_display = ("movie", "user", "stars", "rated_at")
    list_select_related = ("movie", "user")
    search_fields = ("movie__title", "user__email")
    date_hierarchy = "rated_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: Rating) -> None:
        remove_rating(user=obj.user, movie_id=obj.movie_id)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Rating]) -> None:
        for rating in queryset.select_related("user"):
            remove_rating(user=rating.user, movie_id=rating.movie_id)
