from django.db import migrations, models
from django.db.models.deletion import PROTECT


def _without_index(model: str, name: str, to: str) -> migrations.AlterField:
    return migrations.AlterField(
        model_name=model, name=name, field=models.ForeignKey(db_index=False, on_delete=PROTECT, to=to)
    )


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0004_weeks_by_day"), ("organisations", "0006_six_languages")]

    operations = [
        # An index over several columns begins with each of these; their own cost every cell that is stored.
        _without_index("cell", "delivery", "deliveries.delivery"),
        _without_index("cell", "desk", "organisations.desk"),
        _without_index("delivery", "desk", "organisations.desk"),
        _without_index("weektotal", "desk", "organisations.desk"),
    ]
