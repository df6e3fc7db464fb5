"""The recommender in Django's admin, which imports this package: trainings, versions, evaluations."""

from recommender.admin import model_admins

__all__ = ["model_admins"]
