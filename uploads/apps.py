from functools import partial

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"

    def ready(self) -> None:
        import uploads.guest  # noqa: F401, PLC0415  registers its receiver
        from accounts.deletion import goes_with_account  # noqa: PLC0415  models are loaded by now
        from accounts.holdings import tells_of_account  # noqa: PLC0415
        from catalog.merging import moves_with_film  # noqa: PLC0415
        from uploads import export, notes, rating_history, services  # noqa: PLC0415
        from uploads.import_jobs.starting import forget_imports  # noqa: PLC0415
        from uploads.models import NotInterested, WatchlistEntry  # noqa: PLC0415
        from uploads.posts.services import delete_posts_of, move_posts  # noqa: PLC0415

        tells_of_account("ratings", export.ratings)
        tells_of_account("rating_history", export.rating_changes)
        tells_of_account("watchlist", partial(export.marks, WatchlistEntry))
        tells_of_account("not_interested", partial(export.marks, NotInterested))
        tells_of_account("notes", export.film_notes)
        tells_of_account("imports", export.imports)
        tells_of_account("import_rows", export.import_rows)
        goes_with_account(forget_imports)
        goes_with_account(services.remove_all_ratings)
        goes_with_account(delete_posts_of)
        for move in (services.move_ratings, services.move_marks, move_posts):
            moves_with_film(move)
        for move in (notes.move_notes, rating_history.move_changes):
            moves_with_film(move)
