from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"

    def ready(self) -> None:
        import uploads.guests.adoption  # noqa: F401, PLC0415  registers its receivers
        from uploads import registrations  # noqa: PLC0415  models are loaded by now

        registrations.register()
