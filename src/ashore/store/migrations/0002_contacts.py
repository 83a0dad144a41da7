"""The contact log: rows that are added and never changed or deleted, and the head that they lead to."""

from typing import ClassVar

from django.db import migrations, models

TABLES = ("store_contact", "store_head")
REFUSED = "SELECT RAISE(ABORT, 'the log is only added to')"
GUARDS = (
    ("contact_stays", "BEFORE UPDATE ON store_contact"),
    ("contact_kept", "BEFORE DELETE ON store_contact"),
    ("head_kept", "BEFORE DELETE ON store_head"),
)
"""SQLite refuses, whatever asks: no code of ours can rewrite the log by mistake."""


class Migration(migrations.Migration):
    """Make the tables."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0001_first")]
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("key", models.UUIDField(unique=True)),
                ("text", models.TextField()),
                ("link", models.CharField(max_length=64)),
            ],
            options={"ordering": ("number",)},
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        *(
            migrations.RunSQL(f"CREATE TRIGGER {name} {when} BEGIN {REFUSED}; END", f"DROP TRIGGER {name}")
            for name, when in GUARDS
        ),
    ]
