"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages; they have no rows of their own."""

    name = "ashore.web"
    label = "web"
