"""The site's addresses for accounts."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-up/", views.SignUp.as_view(), name="sign_up"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("forgot-password/", views.ForgotPassword.as_view(), name="forgot_password"),
    path("new-password/<uidb64>/<token>/", views.NewPassword.as_view(), name="new_password"),
]
