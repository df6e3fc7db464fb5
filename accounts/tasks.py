"""The worker's mails. Links are created here, so that no queue stores them."""

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from accounts.mailed_links import (
    confirmation_link,
    new_address_link,
    new_password_link,
    site_link,
    site_name,
)
from accounts.models import User
from accounts.selectors import linked_accounts_of, ways_in_of


@task()
def send_new_password_link(email: str) -> None:
    """Mail the address as it is stored, not as typed; send nothing to addresses without an account."""
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None:
        return
    if not user.has_usable_password():
        _mail_how_to_sign_in(user)
        return
    subject = f"Reset your password at {site_name()}"
    _mail("new_password", subject, user.email, user=user, link=new_password_link(user))


@task()
def send_sign_up_mail(email: str) -> None:
    """Mail the link that confirms a sign-up, or a notice when the address has an account already."""
    user = User.objects.filter(email=email).first()
    if user is None:
        return
    if user.is_confirmed:
        subject = f"You already have an account at {site_name()}"
        door = site_link(reverse("accounts:sign_in"))
        _mail("have_account", subject, user.email, user=user, link=door)
        return
    subject = f"Confirm your account at {site_name()}"
    _mail("confirm", subject, user.email, user=user, link=confirmation_link(user))


@task()
def send_new_address_link(user_id: int, email: str) -> None:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is not None:
        subject = f"Confirm your new address at {site_name()}"
        _mail("new_address", subject, email, user=user, link=new_address_link(user, email))


@task()
def send_address_changed(old: str, new: str) -> None:
    """Mail the previous address, so that its owner notices an unwanted change."""
    _mail("address_changed", f"Your address at {site_name()} was changed", old, new=new)


@task()
def send_way_in_changed(user_id: int, provider: str, *, is_open: bool) -> None:
    """Mail the owner, so that they notice an unwanted change."""
    user = User.objects.filter(pk=user_id).first()
    if user is not None:
        subject = f"Sign-in methods changed at {site_name()}"
        page = site_link(reverse("accounts:account"))
        _mail("way_in", subject, user.email, provider=provider, is_open=is_open, page=page)


def _mail_how_to_sign_in(user: User) -> None:
    """Mail no password link: a user who relies on an external account gets no second sign-in method."""
    providers = [one.provider.name for one in ways_in_of(user) if one.link]
    if not linked_accounts_of(user):
        return
    subject = f"How to sign in at {site_name()}"
    door = site_link(reverse("accounts:sign_in"))
    _mail("no_password", subject, user.email, user=user, providers=providers, link=door)


def _mail(template: str, subject: str, to: str, **context: object) -> None:
    given = context | {"site": site_name()}
    text = render_to_string(f"accounts/mail/{template}.txt", given)
    send_mail(subject, text, None, [to])
