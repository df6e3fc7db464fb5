"""What the site remembers of its models: trainings, versions in the store, and evaluations."""

from django.db import models


class TrainingRun(models.Model):
    """One run of `manage.py train`.

    version: what it stored; verdict: why the gate accepted that, or did not. Both are noted before the
    version goes live. is_published: whether it did; a run that failed after that has it, too.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    step = models.CharField(max_length=120, blank=True)
    progress = models.FloatField(default=0.0)
    version = models.CharField(max_length=20, blank=True)
    error = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    verdict = models.TextField(blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"training of {self.started_at:%Y-%m-%d %H:%M}, {self.state}"


class Fit(models.Model):
    """One algorithm's fit within a training: what it was trained on and with, and how that went.

    config: its settings; seed and data_sha256 make it again; machine: what `seconds` depends on; curve:
    a line of figures for each epoch, none for what has no epochs; figures: as in its manifest.
    """

    run = models.ForeignKey(TrainingRun, models.CASCADE, related_name="fits")
    name = models.CharField(max_length=40)
    config = models.JSONField(default=dict)
    seed = models.BigIntegerField()
    data_sha256 = models.CharField(max_length=64)
    machine = models.JSONField(default=dict)
    seconds = models.FloatField()
    curve = models.JSONField(default=list)
    figures = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["run", "name"], name="one_fit_a_run_and_name")
        ]

    def __str__(self) -> str:
        return f"{self.name} in the {self.run}"


class PublishedModel(models.Model):
    """A model of a stored version with its figures: a mirror of the manifests, for the admin."""

    version = models.CharField(max_length=20)
    name = models.CharField(max_length=40)
    is_live = models.BooleanField(default=False)
    figures = models.JSONField(default=dict)
    trained_at = models.DateTimeField()

    class Meta:
        ordering = ["-trained_at", "name"]
        constraints = [
            models.UniqueConstraint(fields=["version", "name"], name="one_model_a_name_and_version")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    def figure(self, name: str) -> float | None:
        """One measured figure, such as "ndcg@10"; None when it was not measured."""
        value = self.figures.get(name)
        return None if value is None else float(value)


class EvaluationRun(models.Model):
    """A finished run of `manage.py evaluate`. report: as `--json` writes it, the rest included."""

    protocol = models.CharField(max_length=30)
    data_name = models.CharField(max_length=200)
    data_sha256 = models.CharField(max_length=64)
    app_version = models.CharField(max_length=40)
    report = models.JSONField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()

    class Meta:
        ordering = ["-finished_at", "-id"]

    def __str__(self) -> str:
        return f"{self.protocol} on {self.data_name}, {self.finished_at:%Y-%m-%d %H:%M}"
