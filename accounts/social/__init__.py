"""Signing in with an account elsewhere. Nothing imports this package while no provider is named.

allauth does the first half: where the providers are, state, PKCE and the exchange of the code. What is
then made of somebody's identity is ours: its pages and accounts know neither our rules nor our look.
"""
