"""The first table: photos."""

import uuid
from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("thing", models.UUIDField()),
                ("kind", models.CharField(max_length=8)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("size", models.PositiveIntegerField()),
                ("content", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
                ("written", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed", models.BooleanField(default=False)),
                ("key", models.UUIDField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={"ordering": ("written", "id")},
        ),
    ]
