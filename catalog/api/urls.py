from django.urls import path

from catalog.api import views

urlpatterns = [
    path("movies/", views.MovieList.as_view(), name="movies"),
    path("movies/<key:pk>/", views.MovieDetail.as_view(), name="movie"),
    path("genres/", views.GenreList.as_view(), name="genres"),
    path("people/", views.PersonList.as_view(), name="people"),
    path("people/<key:pk>/", views.PersonDetail.as_view(), name="person"),
]
