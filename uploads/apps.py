from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"

    def ready(self) -> None:
        import uploads.guest  # noqa: F401, PLC0415  registers its receiver
        from accounts.deletion import goes_with_account  # noqa: PLC0415  models are loaded by now
        from catalog.merging import moves_with_film  # noqa: PLC0415
        from uploads.services import (  # noqa: PLC0415
            move_marks,
            move_ratings,
            remove_all_ratings,
        )

        goes_with_account(remove_all_ratings)
        moves_with_film(move_ratings)
        moves_with_film(move_marks)
