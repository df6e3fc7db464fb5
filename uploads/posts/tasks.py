"""Work on posts that the worker takes from its queue."""

from django_tasks import task

from uploads.posts.developing import develop


@task()
def develop_image(image_id: int) -> str:
    """Make the images that are shown of one that was sent; what went wrong is told to its owner."""
    return develop(image_id)
