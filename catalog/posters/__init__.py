"""Drawn posters for films without one: made on request from title, year, genres and director."""

from catalog.posters.poster import PosterSubject, draw_poster, palette_of

__all__ = ["PosterSubject", "draw_poster", "palette_of"]
