"""The store as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The rows of a book."""

    name = "ashore.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
