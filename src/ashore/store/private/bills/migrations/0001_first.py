"""The first tables: files, their payments, and what was taught."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


def _id() -> models.UUIDField:
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="File",
            fields=[
                ("id", _id()),
                ("name", models.TextField()),
                ("format", models.CharField(max_length=40)),
                ("content", models.CharField(max_length=64)),
                ("facts", models.TextField()),
                ("count", models.PositiveIntegerField()),
                ("chain", models.CharField(max_length=64)),
                ("written", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed", models.BooleanField(default=False)),
                ("key", models.UUIDField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"ordering": ("written", "id")},
        ),
        migrations.CreateModel(
            name="Row",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("text", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="bills.file",
                    ),
                ),
            ],
            options={
                "ordering": ("file", "place"),
                "constraints": [
                    models.UniqueConstraint(fields=("file", "place"), name="bills_row_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kept",
            fields=[
                ("id", _id()),
                ("kind", models.CharField(max_length=20)),
                ("name", models.TextField()),
                ("text", models.TextField()),
                ("written", models.DateTimeField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("written", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "name"), name="bills_kept_once"),
                ],
            },
        ),
    ]
