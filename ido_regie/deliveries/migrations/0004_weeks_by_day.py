from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deliveries", "0003_knocks")]

    operations = [
        # The same promise, with the day before the place: its index then finds the weeks of a period.
        migrations.RemoveConstraint(model_name="weektotal", name="week_total_once"),
        migrations.AddConstraint(
            model_name="weektotal",
            constraint=models.UniqueConstraint(fields=("desk", "first_day", "place"), name="week_total_once"),
        ),
    ]
