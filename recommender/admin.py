"""Trainings and published models in the admin."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from unfold.admin import ModelAdmin
from unfold.decorators import action

from recommender.models import PublishedModel, TrainingRun
from recommender.tasks import train_models


class LookOnlyAdmin(ModelAdmin):
    """Rows that the site itself writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(TrainingRun)
class TrainingRunAdmin(LookOnlyAdmin):
    list_display = ("started_at", "state", "version", "share", "step", "finished_at")
    list_filter = ("state",)
    actions_list = ("train_now",)

    @admin.display(description="done")
    def share(self, run: TrainingRun) -> str:
        return f"{run.progress:.0%}"

    @action(description="Train now", permissions=["train_now"])  # type: ignore[untyped-decorator]  # unfold has no types
    def train_now(self, request: HttpRequest) -> HttpResponseRedirect:
        """Queue a training; the trainer process takes it up within seconds."""
        train_models.enqueue()
        messages.success(request, "A training is queued; it shows here when it starts.")
        return redirect(reverse("admin:recommender_trainingrun_changelist"))

    def has_train_now_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("recommender.add_trainingrun")


@admin.register(PublishedModel)
class PublishedModelAdmin(LookOnlyAdmin):
    list_display = ("name", "version", "is_live", "hits", "ndcg_at_10", "stars_off", "trained_at")
    list_filter = ("is_live", "name", "version")

    @admin.display(description="HR@10")
    def hits(self, model: PublishedModel) -> str:
        return _shown(model.figure("hr@10"))

    @admin.display(description="NDCG@10")
    def ndcg_at_10(self, model: PublishedModel) -> str:
        return _shown(model.figure("ndcg@10"))

    @admin.display(description="RMSE")
    def stars_off(self, model: PublishedModel) -> str:
        return _shown(model.figure("rmse"))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"
