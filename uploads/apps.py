from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "uploads"

    def ready(self) -> None:
        import uploads.guest  # noqa: F401, PLC0415  registers its receiver
        from uploads import registrations  # noqa: PLC0415  models are loaded by now

        registrations.register()
