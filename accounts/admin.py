"""Accounts in the administration."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from accounts.email_addresses import canonical
from accounts.models import User
from accounts.services import delete_account

# Staff have nothing to read or change in these lists.
admin.site.unregister([BlacklistedToken, OutstandingToken])


@admin.register(User)
class UserAdmin(StockUserAdmin[User], ModelAdmin):
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm

    list_display = ["email", "name", "date_joined", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_active", "is_confirmed"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    readonly_fields = ["date_joined", "last_login"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            "Permissions",
            {
                "fields": [
                    "is_active",
                    "is_confirmed",
                    "is_staff",
                    "is_superuser",
                    "groups",
                    "user_permissions",
                ]
            },
        ),
        ("Dates", {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "password1", "password2"]})]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        """Find whole addresses in any spelling, and parts of addresses as they are stored."""
        term = canonical(search_term) if "@" in search_term else search_term
        return super().get_search_results(request, queryset, term)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_above(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_above(request, obj)

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        delete_account(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            delete_account(user)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Only superusers give permissions: staff could otherwise make themselves superusers."""
        own = [*super().get_readonly_fields(request, obj)]
        rights = ["is_staff", "is_superuser", "groups", "user_permissions"]
        return own if request.user.is_superuser else own + rights


def _is_above(request: HttpRequest, user: User | None) -> bool:
    """Only superusers change other staff: by setting a new password, one could act in their name."""
    is_other_staff = user is not None and user.is_staff and user != request.user
    return is_other_staff and not request.user.is_superuser
