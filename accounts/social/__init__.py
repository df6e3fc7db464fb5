"""Signing in with an account elsewhere. Nothing imports this package while no provider is named.

Authlib speaks the protocol. What an identity may do here is decided by `services`.
"""
