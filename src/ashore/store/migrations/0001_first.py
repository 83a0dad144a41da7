"""The first tables: entries, changes."""

import uuid
from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(unique=True)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=20)),
                ("rows", models.JSONField()),
                ("undone", models.BooleanField(default=False)),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("section", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveBigIntegerField()),
                ("text", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed", models.BooleanField(default=False)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"ordering": ("position", "id")},
        ),
    ]
