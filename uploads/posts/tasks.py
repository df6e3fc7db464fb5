"""Tasks of posts for the worker."""

from django_tasks import task

from uploads.posts.developing import develop


@task()
def develop_image(image_id: int) -> str:
    """Create the displayed images of an uploaded one; report a failure to its owner."""
    return develop(image_id)
