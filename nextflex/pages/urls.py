from django.urls import path

import nextflex.converters  # noqa: F401  registers <key:…>
from nextflex.pages import discovery, views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("browse/", discovery.browse, name="browse"),
    path("films/<key:pk>/", views.film, name="film"),
    path("films/<key:pk>/rating/", views.rate, name="rate"),
    path("find/", discovery.find_as_typed, name="find"),
    path("person/<key:pk>/", discovery.person, name="person"),
    path("genre/<path:name>/", discovery.genre, name="genre"),
    path("random/", discovery.random, name="random"),
    path("similar/", discovery.similar, name="similar"),
    path("charts/<str:name>/", views.chart, name="chart"),
    path("for-you/", views.for_you, name="for_you"),
    path("ratings/", views.my_ratings, name="my_ratings"),
    path("models/", views.models, name="models"),
    path("theme/", views.theme, name="theme"),
]
