"""Which papers were put away: one put away by mistake can be put back."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0003_papers")]
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.AddField("paper", "is_away", models.BooleanField(db_default=False)),
    ]
