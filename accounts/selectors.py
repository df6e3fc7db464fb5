"""Reading accounts."""

from django.contrib.auth.tokens import default_token_generator
from django.utils.http import urlsafe_base64_decode

from accounts.models import User


def user_of_link(uid: str, token: str) -> User | None:
    """Whose password a mailed link may set; None when it is forged, used, old or overtaken."""
    try:
        user_id = int(urlsafe_base64_decode(uid))
    except ValueError:
        return None
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user if user and default_token_generator.check_token(user, token) else None
