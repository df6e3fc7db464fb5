"""The day of a rating in the visitor's time zone: `{{ film.rated_at|day|date:"j F Y" }}`."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from nextflex.base.time_zones import day_of

register = template.Library()


@register.filter
def day(moment: datetime | None) -> date | None:
    return moment and day_of(moment, timezone.get_current_timezone())
