"""Import jobs: upload, reading and matching by the worker, correction by the user, and applying."""
