from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"

    def ready(self) -> None:
        import uploads.guest  # noqa: F401, PLC0415  registers its receiver
        from accounts.deletion import goes_with_account  # noqa: PLC0415  models are loaded by now
        from catalog.merging import moves_with_film  # noqa: PLC0415
        from uploads import notes, rating_history, services  # noqa: PLC0415
        from uploads.import_jobs.starting import forget_imports  # noqa: PLC0415

        goes_with_account(forget_imports)
        goes_with_account(services.remove_all_ratings)
        for move in (services.move_ratings, services.move_marks):
            moves_with_film(move)
        for move in (notes.move_notes, rating_history.move_changes):
            moves_with_film(move)
