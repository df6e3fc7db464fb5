"""Sign-up, sign-in and linking by external accounts.

An address alone never links an external account: otherwise, an account opened with another
person's address would be shared with its owner, and a provider's mistake would open any account.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import tasks
from accounts.deletion import clean_up_after
from accounts.models import LinkedAccount, User
from accounts.services import CLOSED, EmailTaken, SignUpClosed
from accounts.social.errors import NotLetIn
from accounts.social.identity import Identity
from nextflex.base.errors import NotFound
from nextflex.conf.social import Provider

SHUT = "This account is disabled. Contact the administrator of this site."
UNVERIFIED = (
    "{provider} has not verified your e-mail address. Verify it there, or sign up with a password."
)
TAKEN = (
    "An account with the address {email} already exists. Sign in as before, then connect "
    "{provider} on your account page."
)
ELSEWHERE = "This {provider} account is already connected to another account here."
ANOTHER = "Another {provider} account is already connected. Disconnect it first."
LAST = "This is your only way to sign in. Set a password or connect another account first."


def account_opened_by(identity: Identity) -> User | None:
    """Return the linked user, None for a new identity. Raises NotLetIn when the account is disabled."""
    link = LinkedAccount.objects.filter(digest=identity.digest).select_related("user").first()
    if link is None:
        return None
    if not link.user.is_active:
        raise NotLetIn(SHUT)
    link.label, link.last_used_at = identity.label, timezone.now()
    link.save(update_fields=["label", "last_used_at"])
    return link.user


def sign_up_with(identity: Identity, provider: Provider) -> User:
    """Create an account without a password.

    Raises SignUpClosed, EmailTaken, and NotLetIn without an address that the provider has verified.
    """
    if not settings.SIGN_UP_OPEN:
        raise SignUpClosed(CLOSED)
    if not (identity.email and identity.is_verified):
        raise NotLetIn(UNVERIFIED.format(provider=provider.name))
    user = User(email=identity.email, name=identity.name)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            _forget_who_waits(identity.email)
            user.save(force_insert=True)
            _link(user, identity)
    except IntegrityError as error:
        taken = TAKEN.format(email=identity.email, provider=provider.name)
        raise EmailTaken(taken) from error
    return user


def connect(user: User, identity: Identity, provider: Provider) -> None:
    """Link an external account and notify its owner by mail.

    Raises NotLetIn when it is linked to an account already, or when the user has another link to the
    provider.
    """
    holder_id = (
        LinkedAccount.objects.filter(digest=identity.digest).values_list("user", flat=True).first()
    )
    if holder_id == user.pk:
        return
    if holder_id is not None:
        raise NotLetIn(ELSEWHERE.format(provider=provider.name))
    try:
        with transaction.atomic():
            _link(user, identity)
    except IntegrityError as error:
        raise NotLetIn(ANOTHER.format(provider=provider.name)) from error
    tasks.send_way_in_changed.enqueue(user.pk, provider.name, is_open=True)


def disconnect(user: User, provider: Provider) -> None:
    """Unlink a provider. Raises NotLetIn for the last sign-in method, NotFound for an unlinked one."""
    open_issuers = [one.issuer for one in settings.SOCIAL_PROVIDERS]
    with transaction.atomic():
        holder = User.objects.select_for_update().get(pk=user.pk)  # one request at a time
        links = LinkedAccount.objects.filter(user=holder)
        others = links.filter(issuer__in=open_issuers).exclude(issuer=provider.issuer)
        if not holder.has_usable_password() and not others.exists():
            raise NotLetIn(LAST)
        removed, _ = links.filter(issuer=provider.issuer).delete()
    if not removed:
        raise NotFound(f"{provider.name} is not connected to your account.")
    tasks.send_way_in_changed.enqueue(user.pk, provider.name, is_open=False)


def _link(user: User, identity: Identity) -> LinkedAccount:
    return LinkedAccount.objects.create(
        user=user, issuer=identity.issuer, digest=identity.digest, label=identity.label
    )


def _forget_who_waits(email: str) -> None:
    """Delete an unconfirmed sign-up with this address in favour of a user with a verified address."""
    for waiting in User.objects.select_for_update().filter(email=email, is_confirmed=False):
        if waiting.email == email:  # compared exactly, which MySQL does not do
            clean_up_after(waiting.pk)
            waiting.delete()
