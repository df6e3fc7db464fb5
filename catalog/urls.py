from django.urls import path

import nextflex.base.converters  # noqa: F401  registers <key:…>
from catalog import views

app_name = "catalog"
urlpatterns = [
    path("poster/<key:pk>.svg", views.poster, name="poster"),
    path("poster/<key:pk>.jpg", views.poster_image, name="poster-image"),
    path("backdrop/<key:pk>.jpg", views.backdrop, name="backdrop"),
]
