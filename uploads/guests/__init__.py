"""Guests: who they are, what they rate and list, and how an account takes it over."""
