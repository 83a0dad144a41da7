"""The store of imported bills as a Django app."""

from django.apps import AppConfig


class BillsConfig(AppConfig):
    """The rows of imported bills."""

    name = "ashore.store.private.bills"
    label = "bills"
    default_auto_field = "django.db.models.BigAutoField"
