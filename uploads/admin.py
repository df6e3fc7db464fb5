"""Ratings in the admin: to look at; people change their own."""

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from uploads.models import Rating


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

    # Deleting here would leave the film's figures behind; uploads.services does both.
    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
