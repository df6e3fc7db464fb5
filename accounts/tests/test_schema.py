from typing import Any

from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator

from accounts.api.urls import urlpatterns


def test_the_schema_of_these_endpoints_is_made_without_a_warning() -> None:
    GENERATOR_STATS.reset()
    make: Any = SchemaGenerator  # it has no types
    schema = make(patterns=urlpatterns).get_schema(request=None, public=True)
    assert not GENERATOR_STATS
    assert set(schema["paths"]) == {
        "/users/",
        "/users/me/",
        "/users/activation/",
        "/users/set_email/",
        "/users/set_email_confirm/",
        "/users/set_password/",
        "/users/reset_password/",
        "/users/reset_password_confirm/",
        "/jwt/create/",
        "/jwt/refresh/",
        "/jwt/verify/",
        "/jwt/logout/",
    }
