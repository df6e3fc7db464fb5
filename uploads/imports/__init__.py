"""Read the exports of other sites: bytes in, rows out; independent of Django."""
