from django.apps import AppConfig
from django.core.checks import register

from catalog import checks


class CatalogConfig(AppConfig):
    name = "catalog"

    def ready(self) -> None:
        register(checks.tmdb_is_forgotten_in_time)
