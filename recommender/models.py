"""The site's records of its models: trainings, stored versions, and evaluations."""

from django.db import models


class TrainingRun(models.Model):
    """One run of `manage.py train`.

    version: the stored version; verdict: the gate's reason to accept or refuse it. Both are recorded
    before the version goes live. is_published: whether it went live; also true for a run that failed
    later.
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
    """One algorithm's fit within a training: its data, settings and results.

    config: its settings, which with seed and data_sha256 reproduce it; machine: the hardware that
    `seconds` depends on; curve: metrics per epoch, empty without epochs; figures: as in its manifest.
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
    """A model of a stored version with its metrics: a copy of the manifests, for the admin."""

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
        """Return one metric, such as "ndcg@10"; None when it was not measured."""
        value = self.figures.get(name)
        return None if value is None else float(value)


class EvaluationRun(models.Model):
    """A finished run of `manage.py evaluate`. report: in the form of `--json`, complete."""

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
