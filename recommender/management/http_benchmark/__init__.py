"""The benchmark of the whole site over HTTP: its own server, synthetic users, and what they request."""
