"""Sign-in by external accounts. Nothing imports this package while no provider is configured.

Authlib implements the protocol; `services` decides what an identity may do here.
"""
