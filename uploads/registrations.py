"""What this app has to say where an account goes or is told of, films become one, or it is night."""

from functools import partial

from django.utils import timezone

from accounts.deletion import goes_with_account
from accounts.personal_data import tells_of_account
from catalog.merging import moves_with_film
from nextflex.base.nightly import every_night
from uploads import export, viewings
from uploads.guests.services import move_guest_films, sweep_guests
from uploads.import_jobs.starting import forget_imports, sweep_imports
from uploads.lists.services import move_marks
from uploads.models import NotInterested, WatchlistEntry
from uploads.posts.services import delete_posts_of, move_posts
from uploads.posts.sweeping import sweep
from uploads.ratings import history, notes, services


def register() -> None:
    tells_of_account("ratings", export.ratings)
    tells_of_account("rating_history", export.rating_changes)
    tells_of_account("watchlist", partial(export.marks, WatchlistEntry))
    tells_of_account("not_interested", partial(export.marks, NotInterested))
    tells_of_account("not_seen", export.films_not_seen)
    tells_of_account("seen", export.viewings)
    tells_of_account("notes", export.film_notes)
    tells_of_account("posts", export.posts)
    tells_of_account("imports", export.imports)
    tells_of_account("import_rows", export.import_rows)
    for forget in (forget_imports, services.remove_all_ratings, delete_posts_of):
        goes_with_account(forget)
    for move in (services.move_ratings, move_marks, move_posts):
        moves_with_film(move)
    for move in (viewings.move_viewings, move_guest_films):
        moves_with_film(move)
    for move in (notes.move_notes, history.move_changes):
        moves_with_film(move)
    every_night("old imports", lambda: sweep_imports(now=timezone.now()))
    every_night("guests of long ago", lambda: sweep_guests(now=timezone.now()))
    every_night("what uploads left behind", lambda: sweep(now=timezone.now()))
