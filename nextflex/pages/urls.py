from django.urls import path

import nextflex.converters  # noqa: F401  registers <key:…>
from nextflex.pages import discovery, film_lists, importing, own_ratings, start, views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("browse/", discovery.browse, name="browse"),
    path("films/<key:pk>/", views.film, name="film"),
    path("films/<key:pk>/rating/", views.rate, name="rate"),
    path(
        "films/<key:pk>/watchlist/",
        film_lists.mark,
        {"film_list": film_lists.WATCHLIST},
        name="on_watchlist",
    ),
    path(
        "films/<key:pk>/not-interested/",
        film_lists.mark,
        {"film_list": film_lists.NOT_INTERESTED},
        name="unwanted",
    ),
    path("find/", discovery.find_as_typed, name="find"),
    path("person/<key:pk>/", discovery.person, name="person"),
    path("genre/<path:name>/", discovery.genre, name="genre"),
    path("random/", discovery.random, name="random"),
    path("similar/", discovery.similar, name="similar"),
    path("charts/<str:name>/", views.chart, name="chart"),
    path("for-you/", views.for_you, name="for_you"),
    path("lab/", views.lab, name="lab"),
    path("ratings/", views.my_ratings, name="my_ratings"),
    path("ratings/history/", own_ratings.history, name="history"),
    path("ratings/undo/", own_ratings.undo, name="undo_rating"),
    path("ratings/import/", importing.importing, name="importing"),
    path("ratings/import/<uuid:job_id>/", importing.report, name="import_report"),
    path("ratings/import/<uuid:job_id>/apply/", importing.apply, name="import_apply"),
    path("ratings/import/<uuid:job_id>/forget/", importing.forget, name="import_forget"),
    path("ratings/import/<uuid:job_id>/rows/<key:line>/", importing.choose, name="import_choose"),
    path("films/<key:pk>/note/", own_ratings.note, name="note"),
    path("watchlist/", film_lists.watchlist, name="watchlist"),
    path("not-interested/", film_lists.not_interested, name="not_interested"),
    path("start/", start.start, name="start"),
    path("start/more/", start.more, name="start_more"),
    path("start/<key:pk>/rating/", start.rate, name="start_rate"),
    path("start/<key:pk>/unseen/", start.unseen, name="start_unseen"),
    path("models/", views.models, name="models"),
    path("theme/", views.theme, name="theme"),
]
