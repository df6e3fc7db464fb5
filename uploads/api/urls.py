from django.urls import path

from uploads.api import views

urlpatterns = [
    path("me/ratings/", views.RatingList.as_view(), name="my-ratings"),
    path("me/ratings/<key:movie_id>/", views.RatingDetail.as_view(), name="my-rating"),
]
