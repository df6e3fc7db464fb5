"""Imports as jobs: taken in, read and matched by the worker, corrected by their owner, and applied."""
