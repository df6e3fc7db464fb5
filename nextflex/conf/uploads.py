"""Settings of users' uploads: their storage and limits; settings.py includes them."""

from nextflex.conf import env

STORAGE = env.storage("MEDIA_STORE")
QUOTA_POSTS = env.integer("UPLOAD_QUOTA_POSTS", default=500, least=1)
QUOTA_BYTES = env.integer("UPLOAD_QUOTA_MB", default=500, least=1) * 1_000_000
