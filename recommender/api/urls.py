from django.urls import path

from recommender.api import dataset_users, sequence_lab, views

urlpatterns = [
    path("me/recommendations/", views.MyRecommendations.as_view(), name="my-recommendations"),
    path("me/onboarding/", views.Onboarding.as_view(), name="onboarding"),
    path("charts/<str:name>/", views.Chart.as_view(), name="chart"),
    path("movies/<key:pk>/similar/", views.SimilarToMovie.as_view(), name="similar-to-movie"),
    path("similar/", views.SimilarToTitle.as_view(), name="similar-to-title"),
    path(
        "dataset-users/<key:pk>/recommendations/",
        dataset_users.DatasetUserRecommendations.as_view(),
        name="dataset-user-recommendations",
    ),
    path(
        "dataset-users/<key:pk>/history/",
        dataset_users.DatasetUserHistory.as_view(),
        name="dataset-user-history",
    ),
    path(
        "recommend/sequence/",
        sequence_lab.SequenceRecommendations.as_view(),
        name="sequence-recommendations",
    ),
    path("recommend/scores/", sequence_lab.SequenceScores.as_view(), name="sequence-scores"),
    path("models/", views.ModelList.as_view(), name="models"),
    path("models/<str:name>/", views.ModelDetail.as_view(), name="model"),
]
