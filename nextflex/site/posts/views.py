"""The pages of posts."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import films
from nextflex.base.errors import DomainError
from nextflex.site.film import rating
from nextflex.site.posts import page
from nextflex.site.posts.form import Choice, PostForm, choice_of, film_card
from uploads.models import Post, RatingChange
from uploads.posts import selectors, services
from uploads.posts.errors import AboutImage
from uploads.posts.spooling import prepare
from uploads.ratings.history import last_change_of
from uploads.throttles import seconds_to_wait

View = Callable[..., HttpResponse]
_TOO_OFTEN = "Too many uploads. Try again in {minutes} minutes."


def takes_image(view: View) -> View:
    """Check the form's length and set up its upload handler before its CSRF token is read."""

    @csrf_exempt
    @wraps(view)
    def prepared(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        prepare(request)
        answer: HttpResponse = csrf_protect(view)(request, *args, **kwargs)
        return answer

    return prepared


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    key = request.GET.get("film", "")
    movie: Movie | None = None
    if key:
        movie = get_object_or_404(films(), pk=int(key) if key.isdecimal() and len(key) < 19 else -1)
    context = page.gallery(request.GET.get("page"), movie)
    return render(request, "pages/gallery.html", context)


@require_safe
@login_required
def my_posts(request: HttpRequest) -> HttpResponse:
    context = page.mine(_user(request), request.GET.get("page"))
    return render(request, "pages/my_posts.html", context)


@takes_image
@require_http_methods(["GET", "HEAD", "POST"])
def new_post(request: HttpRequest) -> HttpResponse:
    """Show the choice of a film first, then the form."""
    asked = request.POST if request.method == "POST" else request.GET
    choice = choice_of(asked, _user(request))
    if request.method != "POST":
        return _form(request, PostForm(initial=choice.initial), choice)
    form = PostForm(request.POST, request.FILES)
    if choice.film is None:
        choice = Choice(proposed=request.POST.get("title", ""))
    return _sent(
        request,
        form,
        choice,
        lambda: services.create_post(user=_user(request), draft=form.draft()),
    )


@takes_image
@require_http_methods(["GET", "HEAD", "POST"])
def edit_post(request: HttpRequest, key: UUID) -> HttpResponse:
    post = _own(request, key)
    choice = Choice(proposed=post.title, mine=selectors.stars_of(post))
    if post.movie_id is not None:
        choice = replace(choice, film=film_card(films(with_hidden=True).get(pk=post.movie_id)))
    if request.method != "POST":
        initial = choice.initial | {"year": post.year, "text": post.text}
        return _form(request, PostForm(initial=initial), choice, post)
    form = PostForm(request.POST, request.FILES)
    return _sent(request, form, choice, lambda: services.change_post(post, form.draft()), post=post)


@require_safe
@never_cache
def post(request: HttpRequest, key: UUID) -> HttpResponse:
    viewer = request.user if request.user.is_authenticated else None
    found = selectors.post_for(viewer, key)
    if found is None:
        raise Http404
    is_owner = viewer is not None and found.user_id == viewer.pk
    return render(request, "pages/post.html", page.one(found, is_owner=is_owner))


@require_POST
@login_required
def publish(request: HttpRequest, key: UUID) -> HttpResponse:
    """Make a post public, or private again."""
    is_public = bool(request.POST.get("on"))
    changed = services.change_post(_own(request, key), services.Draft(is_public=is_public))
    messages.success(
        request, ("The post is now public.") if is_public else "The post is now private."
    )
    return redirect(changed)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delete(request: HttpRequest, key: UUID) -> HttpResponse:
    """Delete a post after a confirmation."""
    found = _own(request, key)
    if request.method != "POST":
        return render(request, "pages/post_delete.html", page.one(found, is_owner=True))
    services.delete_post(found)
    messages.success(request, f"Your post about {found.film_title} was deleted.")
    return redirect("pages:my_posts")


@require_POST
@login_required
def retry(request: HttpRequest, key: UUID) -> HttpResponse:
    found = _own(request, key)
    services.develop_again(found)
    return redirect(found)


def _form(
    request: HttpRequest,
    form: PostForm,
    choice: Choice,
    post: Post | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "choice": choice, "post": post}
    return render(request, "pages/post_form.html", context, status=status)


def _sent(
    request: HttpRequest,
    form: PostForm,
    choice: Choice,
    act: Callable[[], Post],
    *,
    post: Post | None = None,
) -> HttpResponse:
    """Handle a submitted form: redirect to the post, or show the form with errors."""
    if wait_s := seconds_to_wait(request):
        form.is_valid()
        form.add_error(None, _TOO_OFTEN.format(minutes=wait_s // 60 + 1))
        return _form(request, form, choice, post, 429)
    if not form.is_valid():
        return _form(request, form, choice, post, 400)
    before = last_change_of(_user(request))
    try:
        saved = act()
    except DomainError as error:
        form.add_error("image" if isinstance(error, AboutImage) else None, str(error))
        return _form(request, form, choice, post, error.status)
    messages.success(request, _saved(request, before))
    return redirect(saved)


def _saved(request: HttpRequest, before: RatingChange | None) -> str:
    """before: the last rating change before the post; a newer one is announced with an undo."""
    last = last_change_of(_user(request))
    if last is None or last == before:
        return "Post saved."
    return rating.undo_notice(_user(request), last.movie, last.stars, after="Post saved.")


def _user(request: HttpRequest) -> User:
    """Return the user of a request that a decorator has admitted."""
    if not request.user.is_authenticated:
        raise Http404
    return request.user


def _own(request: HttpRequest, key: UUID) -> Post:
    found = selectors.own_post(_user(request), key)
    if found is None:
        raise Http404
    return found
