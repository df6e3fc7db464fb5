from django.urls import path

from uploads.api import lists, views

urlpatterns = [
    path("me/ratings/", views.RatingList.as_view(), name="my-ratings"),
    path("me/ratings/<key:movie_id>/", views.RatingDetail.as_view(), name="my-rating"),
    path("me/watchlist/", lists.Watchlist.as_view(), name="my-watchlist"),
    path("me/watchlist/<key:movie_id>/", lists.WatchlistFilm.as_view(), name="my-watchlist-film"),
    path("me/not-interested/", lists.NotInterestedList.as_view(), name="not-interested"),
    path(
        "me/not-interested/<key:movie_id>/",
        lists.NotInterestedFilm.as_view(),
        name="not-interested-film",
    ),
]
