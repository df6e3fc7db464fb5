"""How new passwords are hashed."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2idHasher(Argon2PasswordHasher):
    """Argon2id with the parameters that OWASP recommends (Password Storage Cheat Sheet).

    Django's own take 100 MiB and 8 threads for each sign-in, which two cores cannot carry.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
