"""The first table: notes."""

import uuid
from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("at", models.DateField(null=True)),
                ("written", models.DateTimeField()),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed", models.BooleanField(default=False)),
                ("key", models.UUIDField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"ordering": ("written", "id")},
        ),
    ]
