"""URLs under /sign-in/with/, where providers are configured."""

from django.urls import path

from accounts.social import views

app_name = "social"
urlpatterns = [
    path("<slug:slug>/", views.Begin.as_view(), name="begin"),
    path("<slug:slug>/back/", views.Callback.as_view(), name="callback"),
    path("<slug:slug>/connect/", views.Connect.as_view(), name="connect"),
    path("<slug:slug>/disconnect/", views.Disconnect.as_view(), name="disconnect"),
]
