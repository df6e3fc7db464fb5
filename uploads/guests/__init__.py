"""Guests: their identity, their ratings and lists, and the transfer to an account."""
