"""The private stores as a Django app: one kind of row, in a file of its own for each store."""

from django.apps import AppConfig


class PrivateConfig(AppConfig):
    """The rows of the private stores."""

    name = "ashore.store.private"
    label = "private"
