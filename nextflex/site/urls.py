from django.urls import path

import nextflex.base.converters  # noqa: F401  registers <key:…>
from nextflex.site import site_files, views
from nextflex.site.find import views as discovery
from nextflex.site.imports import views as importing
from nextflex.site.mine import list_views, seen
from nextflex.site.mine import views as own_ratings
from nextflex.site.posts import views as posts
from nextflex.site.start import views as start

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("browse/", discovery.browse, name="browse"),
    path("films/<key:pk>/", views.film, name="film"),
    path("films/<key:pk>/rating/", views.rate, name="rate"),
    path(
        "films/<key:pk>/watchlist/",
        list_views.mark,
        {"film_list": list_views.WATCHLIST},
        name="on_watchlist",
    ),
    path(
        "films/<key:pk>/not-interested/",
        list_views.mark,
        {"film_list": list_views.NOT_INTERESTED},
        name="unwanted",
    ),
    path("films/<key:pk>/seen/", seen.mark, name="on_seen"),
    path("films/<key:pk>/seen/undo/", seen.undo, name="undo_seen"),
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
    path("ratings/import/<uuid:job_id>/reading/", importing.read_again, name="import_read_again"),
    path("ratings/import/<uuid:job_id>/apply/", importing.apply, name="import_apply"),
    path("ratings/import/<uuid:job_id>/take-back/", importing.take_back, name="import_take_back"),
    path("ratings/import/<uuid:job_id>/forget/", importing.forget, name="import_forget"),
    path("ratings/import/<uuid:job_id>/rows/<key:line>/", importing.choose, name="import_choose"),
    path("films/<key:pk>/note/", own_ratings.note, name="note"),
    path("watchlist/", list_views.watchlist, name="watchlist"),
    path("seen/", seen.seen, name="seen"),
    path("not-interested/", list_views.not_interested, name="not_interested"),
    path("start/", start.start, name="start"),
    path("start/more/", start.more, name="start_more"),
    path("start/<key:pk>/rating/", start.rate, name="start_rate"),
    path("start/<key:pk>/unseen/", start.unseen, name="start_unseen"),
    path("gallery/", posts.gallery, name="gallery"),
    path("uploads/", posts.my_posts, name="my_posts"),
    path("uploads/new/", posts.new_post, name="new_post"),
    path("uploads/<uuid:key>/", posts.post, name="post"),
    path("uploads/<uuid:key>/edit/", posts.edit_post, name="edit_post"),
    path("uploads/<uuid:key>/publish/", posts.publish, name="publish_post"),
    path("uploads/<uuid:key>/delete/", posts.delete, name="delete_post"),
    path("uploads/<uuid:key>/retry/", posts.retry, name="retry_post"),
    path("models/", views.models, name="models"),
    path("theme/", views.theme, name="theme"),
    path("favicon.ico", site_files.favicon, name="favicon"),
    path("manifest.webmanifest", site_files.manifest, name="manifest"),
    path("robots.txt", site_files.robots, name="robots"),
]
