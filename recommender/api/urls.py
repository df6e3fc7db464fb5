from django.urls import path

from recommender.api import views

urlpatterns = [
    path("me/recommendations/", views.MyRecommendations.as_view(), name="my-recommendations"),
    path("charts/<str:name>/", views.Chart.as_view(), name="chart"),
    path("movies/<key:pk>/similar/", views.SimilarToMovie.as_view(), name="similar-to-movie"),
    path("similar/", views.SimilarToTitle.as_view(), name="similar-to-title"),
    path("models/", views.ModelList.as_view(), name="models"),
    path("models/<str:name>/", views.ModelDetail.as_view(), name="model"),
]
