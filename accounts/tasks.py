"""What the worker does for accounts: the mails. Links are made here, so that no queue keeps one."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from accounts.links import confirmation_link, new_address_link, new_password_link, site_link
from accounts.models import User


@task()
def send_new_password_link(email: str) -> None:
    """To the address as it is stored, not as it was typed; nothing is sent to a stranger."""
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    subject = f"A new password for {settings.SITE_URL.netloc}"
    _mail("new_password", subject, user.email, user=user, link=new_password_link(user))


@task()
def send_sign_up_mail(email: str) -> None:
    """The link that confirms a sign-up; that there is an account already, when there is one."""
    user = User.objects.filter(email=email).first()
    if user is None:
        return
    if user.is_confirmed:
        subject = f"You have an account at {settings.SITE_URL.netloc}"
        door = site_link(reverse("accounts:sign_in"))
        _mail("have_account", subject, user.email, user=user, link=door)
        return
    subject = f"Confirm your account at {settings.SITE_URL.netloc}"
    _mail("confirm", subject, user.email, user=user, link=confirmation_link(user))


@task()
def send_new_address_link(user_id: int, email: str) -> None:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None:
        subject = f"Your new address at {settings.SITE_URL.netloc}"
        _mail("new_address", subject, email, user=user, link=new_address_link(user, email))


@task()
def send_address_changed(old: str, new: str) -> None:
    """To the address that was: whoever did not want this shall know."""
    _mail("address_changed", f"Your address at {settings.SITE_URL.netloc}", old, new=new)


def _mail(template: str, subject: str, to: str, **context: object) -> None:
    given = context | {"site": settings.SITE_URL.netloc}
    text = render_to_string(f"accounts/mail/{template}.txt", given)
    send_mail(subject, text, None, [to])
