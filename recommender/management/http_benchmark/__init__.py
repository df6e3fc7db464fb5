"""The site measured over HTTP, in time and memory: its own server, synthetic users, their requests."""
