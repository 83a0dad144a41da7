"""The store of photos as a Django app."""

from django.apps import AppConfig


class PhotosConfig(AppConfig):
    """The rows of photos."""

    name = "ashore.store.private.photos"
    label = "photos"
    default_auto_field = "django.db.models.BigAutoField"
