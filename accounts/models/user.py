"""Users. The e-mail address is the login."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth import hashers
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone

from accounts.email_addresses import canonical, readable
from accounts.passwords import normal_form
from nextflex.base import zone_names


class CanonicalEmailField(models.EmailField[str, str]):
    """A field that stores and looks up the canonical form.

    A plain unique column therefore works in every database; MariaDB has no index on Lower(email), and
    its collation equates ü with u.
    """

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return canonical(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return canonical(value) if isinstance(value, str) else value


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        """Create a user. Raises ValueError without an address; without a password, none is accepted."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=canonical(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> "User":
        return self.create_user(email, password, **extra | {"is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with exactly this address.

        MySQL equates é with e and ignores a trailing space: each such spelling would get its own count
        of wrong passwords.
        """
        user = self.get(email=username)
        if username is None or user.email != canonical(username):
            raise self.model.DoesNotExist(f"{username} is a look-alike of another address")
        return user


class Theme(models.TextChoices):
    DARK = "dark"
    LIGHT = "light"
    AUTO = "auto", "Same as device"


class RatingScale(models.IntegerChoices):
    """The scale on which pages show ratings; half stars are stored on any scale."""

    FIVE = 5, "5 stars"
    TEN = 10, "10 points"
    HUNDRED = 100, "100 points"


class User(AbstractBaseUser, PermissionsMixin):
    email = CanonicalEmailField(
        "e-mail address",
        unique=True,
        error_messages={"unique": "An account with this address already exists."},
    )
    name = models.CharField(max_length=60, blank=True)
    is_staff = models.BooleanField(
        "staff", default=False, help_text="Can sign in to the admin site."
    )
    is_active = models.BooleanField(
        "active", default=True, help_text="Clear this instead of deleting an account."
    )
    is_confirmed = models.BooleanField(
        "confirmed",
        default=True,
        help_text="The user opened the link mailed to this address.",
    )
    date_joined = models.DateTimeField("joined", default=timezone.now)
    language = models.CharField(max_length=12, choices=settings.LANGUAGES, default="en")
    theme = models.CharField(max_length=5, choices=Theme, blank=True)
    time_zone = models.CharField(
        max_length=64,
        default=zone_names.AUTOMATIC,
        validators=[zone_names.refuse_unknown],
        help_text="A name such as Europe/Berlin, or automatic to use the browser's time zone.",
    )
    rating_scale = models.PositiveSmallIntegerField(
        choices=RatingScale,
        default=RatingScale.FIVE,
        help_text="The scale on which ratings are shown to this user.",
    )

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.email

    def set_password(self, raw_password: str | None) -> None:
        """Hash the password's normal form; None makes it unusable."""
        super().set_password(raw_password and normal_form(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """Check a password at a sign-in. An older kind of hash is replaced, which ends other sessions.

        Also accepts hashes from before passwords were normalised, and replaces them.
        """
        normal = raw_password and normal_form(raw_password)
        if super().check_password(normal):
            return True
        if normal == raw_password or not super().check_password(raw_password):
            return False
        self.set_password(normal)
        self._password = None  # as in Django's hash upgrades: the password has not changed
        self.save(update_fields=["password"])
        return True

    def has_password(self, raw_password: str) -> bool:
        """Check the password of a signed-in user; unlike `check_password`, replace no older hash."""
        forms = {normal_form(raw_password), raw_password}
        return any(hashers.check_password(given, self.password) for given in forms)

    @property
    def readable_email(self) -> str:
        return readable(self.email)

    @property
    def display_name(self) -> str:
        """The user's name on the site; never the whole address."""
        return self.name.strip() or self.email.partition("@")[0]

    @property
    def initial(self) -> str:
        return self.display_name[:1].upper()
