"""What the worker does for accounts: the mails."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks import task

from accounts.models import User


@task()
def send_new_password_link(email: str) -> None:
    """To the address as it is stored, not as it was typed; nothing is sent to a stranger."""
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    context = {"user": user, "link": new_password_link(user), "site": settings.SITE_URL.netloc}
    text = render_to_string("accounts/mail/new_password.txt", context)
    send_mail(f"A new password for {settings.SITE_URL.netloc}", text, None, [user.email])


def new_password_link(user: User) -> str:
    """Built from SITE_URL alone: a Host header is the sender's to choose."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    path = reverse("accounts:new_password", kwargs={"uidb64": uid, "token": token})
    return f"{settings.SITE_URL.scheme}://{settings.SITE_URL.netloc}{path}"
