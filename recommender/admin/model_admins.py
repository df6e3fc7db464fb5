"""Models in the admin: trainings, versions and evaluations, with publishing and rollback."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe
from unfold.admin import ModelAdmin
from unfold.decorators import action

from accounts.models import User
from recommender import overview, services
from recommender.admin import evaluations
from recommender.admin.training_page import state_of, training_page
from recommender.core.errors import CoreError
from recommender.models import EvaluationRun, PublishedModel, TrainingRun
from recommender.tasks import train_models

_MODELS = "admin:recommender_publishedmodel_changelist"
_TRAIN = "recommender.add_trainingrun"
_PUBLISH = "recommender.change_publishedmodel"


@dataclass(frozen=True, slots=True)
class Act:
    """An action to confirm; warning: a reason against it."""

    title: str
    words: str
    button: str
    warning: str = ""


class LookOnlyAdmin(ModelAdmin):
    """Read-only rows, which the site itself writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def _page(self, request: HttpRequest, template: str, shown: dict[str, Any]) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {"opts": self.opts} | shown
        return TemplateResponse(request, f"admin/recommender/{template}", context)

    def _row(self, request: HttpRequest, key: str) -> Any:
        """Return a row. Raises PermissionDenied, and Http404 for an unknown key."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not key.isdecimal():
            raise Http404
        return get_object_or_404(self.model, pk=int(key))


@admin.register(TrainingRun)
class TrainingRunAdmin(LookOnlyAdmin):
    list_display = (
        "started_at",
        "fate",
        "version",
        "is_published",
        "share",
        "step",
        "finished_at",
    )
    list_filter = ("state", "is_published")
    actions_list = ("train_now",)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a run with its fits, and learning curves of those trained in epochs."""
        run: TrainingRun = self._row(request, object_id)
        return self._page(request, "run.html", {"page": training_page(run), "title": str(run)})

    @admin.display(description="state", ordering="state")
    def fate(self, run: TrainingRun) -> str:
        return state_of(run)

    @admin.display(description="done")
    def share(self, run: TrainingRun) -> str:
        return f"{run.progress:.0%}"

    @action(description="Train now", permissions=["train_now"])  # type: ignore[untyped-decorator]  # unfold has no types
    def train_now(self, request: HttpRequest) -> HttpResponseRedirect:
        """Show the confirmation page; a link alone starts nothing."""
        return redirect("admin:recommender_train")

    def has_train_now_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(_TRAIN)


@admin.register(PublishedModel)
class PublishedModelAdmin(LookOnlyAdmin):
    """The admin of versions: its list is a custom page with actions, each of which needs a POST."""

    def get_urls(self) -> list[URLPattern]:
        pages = (
            ("train/", self.train, "recommender_train"),
            ("publish/<str:version>/", self.publish, "recommender_publish"),
            ("rollback/", self.roll_back, "recommender_roll_back"),
        )
        asked = require_http_methods(["GET", "HEAD", "POST"])
        guarded = self.admin_site.admin_view
        own = [path(url, guarded(asked(page)), name=name) for url, page, name in pages]
        own.append(
            path("training/", guarded(require_safe(self.training)), name="recommender_training")
        )
        return own + list(super().get_urls())

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self._allow(request, "recommender.view_publishedmodel")
        shown = {"overview": overview.overview(), "title": "Models"}
        return self._page(request, "models.html", shown | self._training(request))

    def training(self, request: HttpRequest) -> HttpResponse:
        """Show the part of the page that follows a training; it reloads the page when that ends."""
        self._allow(request, "recommender.view_publishedmodel")
        shown = self._training(request)
        answer = self._page(request, "training.html", shown)
        if not shown["trainings"].is_busy:
            answer["HX-Refresh"] = "true"
        return answer

    def train(self, request: HttpRequest) -> HttpResponse:
        act = Act(
            "Train now",
            "Retrains all models on the active data set and the site's ratings, which takes "
            "minutes. The new version is published only if it is no worse than the live one.",
            "Train now",
        )

        def do() -> str:
            if overview.is_queued():
                return "A training run is already queued."
            train_models.enqueue()
            self._note(request, TrainingRun, "Train now", "Requested a training run.")
            return "Training queued; it starts within seconds."

        self._allow(request, _TRAIN)
        return self._asked(request, act, do)

    def publish(self, request: HttpRequest, version: str) -> HttpResponse:
        self._allow(request, _PUBLISH)

        def do() -> str:
            verdict = services.publish(version)
            self._note(request, PublishedModel, version, f"Published {version}. {verdict}")
            return f"{version} is live; the web workers load it within 10 seconds."

        try:
            verdict = services.verdict_of(version)
        except CoreError as error:
            return self._back(request, str(error))
        warning = "" if verdict.accepted else f"It was not published automatically. {verdict}"
        act = Act(
            f"Publish {version}",
            f"All users get recommendations from {version} within 10 seconds. You can roll back.",
            f"Publish {version}",
            warning,
        )
        return self._asked(request, act, do)

    def roll_back(self, request: HttpRequest) -> HttpResponse:
        self._allow(request, _PUBLISH)

        def do() -> str:
            version = services.roll_back()
            self._note(request, PublishedModel, version, f"Rolled back to {version}.")
            return f"{version} is live again; the web workers load it within 10 seconds."

        try:
            before = services.store().before_live()
        except CoreError as error:
            return self._back(request, str(error))
        if before is None:
            return self._back(request, "There is no version to roll back to.")
        words = f"All users get recommendations from {before} again within 10 seconds."
        return self._asked(request, Act(f"Roll back to {before}", words, "Roll back"), do)

    def _asked(self, request: HttpRequest, act: Act, do: Callable[[], str]) -> HttpResponse:
        """Run the action if it is confirmed, else ask."""
        if request.method != "POST":
            shown = {"act": act, "title": act.title, "home": reverse(_MODELS)}
            return self._page(request, "confirm.html", shown)
        try:
            messages.success(request, do())
        except CoreError as error:
            messages.error(request, str(error))
        return redirect(_MODELS)

    def _back(self, request: HttpRequest, error: str) -> HttpResponse:
        messages.error(request, error)
        return redirect(_MODELS)

    def _note(self, request: HttpRequest, kind: type[Model], what: str, words: str) -> None:
        """Log the user of an action, whether or not its object has a row."""
        LogEntry.objects.create(
            user=cast("User", request.user),  # admin_view requires a signed-in user
            content_type=ContentType.objects.get_for_model(kind),
            object_repr=what,
            action_flag=CHANGE,
            change_message=words,
        )

    def _allow(self, request: HttpRequest, permission: str) -> None:
        if not request.user.has_perm(permission):
            raise PermissionDenied

    def _training(self, request: HttpRequest) -> dict[str, Any]:
        user = request.user
        return {
            "trainings": overview.trainings(),
            "can_train": user.has_perm(_TRAIN),
            "can_publish": user.has_perm(_PUBLISH),
        }


@admin.register(EvaluationRun)
class EvaluationRunAdmin(LookOnlyAdmin):
    """The admin of evaluations: runs by protocol and data set, and a page with plots for each."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        shown = {"evaluations": evaluations.evaluations(), "title": "Evaluations"}
        return self._page(request, "evaluations.html", shown)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        run: EvaluationRun = self._row(request, object_id)
        try:
            page = evaluations.run_page(run)
        except CoreError as error:
            messages.error(request, f"{run} cannot be shown: {error}")
            return redirect("admin:recommender_evaluationrun_changelist")
        return self._page(request, "evaluation.html", {"page": page, "title": str(run)})
