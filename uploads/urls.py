from django.urls import path, register_converter

from uploads import views
from uploads.images.encoding import SIZES


class SizeConverter:
    """A path converter of image sizes."""

    regex = "|".join(SIZES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SizeConverter, "image_size")

app_name = "uploads"
urlpatterns = [path("media/<uuid:key>/<image_size:size>.webp", views.media, name="media")]
