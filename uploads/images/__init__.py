"""Read, describe and re-encode images from users; independent of Django."""
