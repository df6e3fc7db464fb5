"""This app's parts in account deletion, data export, film merging and the nightly jobs."""

from functools import partial

from django.utils import timezone

from accounts.deletion import goes_with_account
from accounts.personal_data import register_personal_data
from catalog.merging import moves_with_film
from nextflex.base.nightly import every_night
from uploads import export, viewings
from uploads.guests.services import move_guest_films, sweep_guests
from uploads.import_jobs.starting import forget_imports, sweep_imports
from uploads.lists.services import move_list_entries
from uploads.models import NotInterested, WatchlistEntry
from uploads.posts.services import delete_posts_of, move_posts
from uploads.posts.sweeping import sweep
from uploads.ratings import history, notes, services


def register() -> None:
    register_personal_data("ratings", export.ratings)
    register_personal_data("rating_history", export.rating_changes)
    register_personal_data("watchlist", partial(export.marks, WatchlistEntry))
    register_personal_data("not_interested", partial(export.marks, NotInterested))
    register_personal_data("not_seen", export.films_not_seen)
    register_personal_data("seen", export.viewings)
    register_personal_data("notes", export.film_notes)
    register_personal_data("posts", export.posts)
    register_personal_data("imports", export.imports)
    register_personal_data("import_rows", export.import_rows)
    for forget in (forget_imports, services.remove_all_ratings, delete_posts_of):
        goes_with_account(forget)
    for move in (services.move_ratings, move_list_entries, move_posts):
        moves_with_film(move)
    for move in (viewings.move_viewings, move_guest_films):
        moves_with_film(move)
    for move in (notes.move_notes, history.move_changes):
        moves_with_film(move)
    every_night("old imports", lambda: sweep_imports(now=timezone.now()))
    every_night("inactive guests", lambda: sweep_guests(now=timezone.now()))
    every_night("old rating changes", history.prune_changes)
    every_night("leftover upload files", lambda: sweep(now=timezone.now()))
