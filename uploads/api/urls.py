from django.urls import path

from uploads.api import export, history, imports, lists, notes, posts, seen, views

urlpatterns = [
    path("me/ratings/", views.RatingList.as_view(), name="my-ratings"),
    path("me/ratings/history/", history.RatingHistory.as_view(), name="rating-history"),
    path("me/ratings/undo/", history.RatingUndo.as_view(), name="rating-undo"),
    path("me/ratings/<key:movie_id>/", views.RatingDetail.as_view(), name="my-rating"),
    path("me/watchlist/", lists.Watchlist.as_view(), name="my-watchlist"),
    path("me/watchlist/<key:movie_id>/", lists.WatchlistFilm.as_view(), name="my-watchlist-film"),
    path("me/not-interested/", lists.NotInterestedList.as_view(), name="not-interested"),
    path(
        "me/not-interested/<key:movie_id>/",
        lists.NotInterestedFilm.as_view(),
        name="not-interested-film",
    ),
    path("me/seen/", seen.SeenList.as_view(), name="my-seen"),
    path("me/seen/<key:movie_id>/", seen.SeenFilm.as_view(), name="my-seen-film"),
    path("me/notes/", notes.NoteList.as_view(), name="my-notes"),
    path("me/notes/<key:movie_id>/", notes.NoteDetail.as_view(), name="my-note"),
    path("me/export/", export.Export.as_view(), name="my-export"),
    path(
        "me/export/letterboxd/",
        export.LetterboxdExport.as_view(),
        name="my-export-letterboxd",
    ),
    path("me/import/", imports.ImportList.as_view(), name="my-imports"),
    path("me/import/<uuid:job_id>/", imports.ImportDetail.as_view(), name="my-import"),
    path(
        "me/import/<uuid:job_id>/reading/", imports.ImportReading.as_view(), name="import-reading"
    ),
    path("me/import/<uuid:job_id>/apply/", imports.ImportApply.as_view(), name="import-apply"),
    path(
        "me/import/<uuid:job_id>/take-back/",
        imports.ImportTakeBack.as_view(),
        name="import-take-back",
    ),
    path("me/import/<uuid:job_id>/rows/", imports.ImportRows.as_view(), name="import-rows"),
    path(
        "me/import/<uuid:job_id>/rows/<key:line>/",
        imports.ImportRowDetail.as_view(),
        name="import-row",
    ),
    path("jobs/<uuid:job_id>/", imports.JobDetail.as_view(), name="job"),
    path("me/uploads/", posts.OwnPostList.as_view(), name="my-posts"),
    path("me/uploads/<uuid:key>/", posts.OwnPostDetail.as_view(), name="my-post"),
    path("me/uploads/<uuid:key>/retry/", posts.OwnPostRetry.as_view(), name="my-post-retry"),
    path("uploads/", posts.PublicPostList.as_view(), name="posts"),
    path("uploads/<uuid:key>/", posts.PublicPostDetail.as_view(), name="post"),
]
