"""Enrich films with data from other services; only catalog.enrich.outbound connects to them."""
