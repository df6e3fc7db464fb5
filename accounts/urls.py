"""The site's URLs for accounts."""

from django.contrib.auth.views import LogoutView
from django.urls import path

import nextflex.base.converters  # noqa: F401  registers <key:…>
from accounts import link_views, settings_views, views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-up/", views.SignUp.as_view(), name="sign_up"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("forgot-password/", views.ForgotPassword.as_view(), name="forgot_password"),
    path("new-password/<uidb64>/<token>/", views.NewPassword.as_view(), name="new_password"),
    path("confirm/<uid>/<token>/", link_views.Confirm.as_view(), name="confirm"),
    path("confirm-email/<token>/", link_views.ConfirmEmail.as_view(), name="confirm_email"),
    path("account/", settings_views.account, name="account"),
    path("account/profile/", settings_views.ChangeProfile.as_view(), name="change_profile"),
    path("account/about/", settings_views.ChangeAbout.as_view(), name="change_about"),
    path("account/about/erase/", settings_views.forget_about, name="forget_about"),
    path("account/email/", settings_views.ChangeEmail.as_view(), name="change_email"),
    path("account/password/", settings_views.ChangePassword.as_view(), name="change_password"),
    path("account/sessions/end/", settings_views.sign_out_everywhere, name="sign_out_everywhere"),
    path("account/sessions/<slug:session_id>/end/", settings_views.end_session, name="end_session"),
    path("account/tokens/", settings_views.MakeToken.as_view(), name="make_token"),
    path("account/tokens/<key:token_id>/remove/", settings_views.remove_token, name="remove_token"),
    path("account/delete/", settings_views.DeleteAccount.as_view(), name="delete_account"),
]
