"""The desk's questions and the reasons for leaving a new company starts with; both are tables it may change."""

from django.db import migrations

QUESTIONS = [
    ("new", "signature", "Signature or written yes", "Signed order, or their mail that says yes; the name matches"),
    ("new", "billing_contact", "Billing contact", "Who gets the invoice, and still works there"),
    ("new", "payment_method", "Payment method noted", "How they pay; last four digits only, never the number"),
    ("new", "tax_status", "Tax status", "Taxable, exempt with certificate, or reseller"),
    ("new", "price", "Price against book", "Price and discount agree with the book"),
    ("new", "start_date", "Start date", "Not before today, and the day is not closed"),
    ("new", "order_questions", "Order questions", "What fulfilment needs to begin"),
    ("cancellation", "signature", "Written notice", "Their mail or letter, or who took the call"),
    ("cancellation", "end_date", "End date", "Term and notice are kept"),
    ("cancellation", "reason", "Reason", "Why they leave, in their words"),
]
REASONS = [
    ("price", None, "Price"),
    ("price_budget", "price", "Budget cut"),
    ("price_use", "price", "Too much for the use"),
    ("competitor", None, "Competitor"),
    ("product", None, "Product"),
    ("product_missing", "product", "Something is missing"),
    ("product_broken", "product", "Did not work for them"),
    ("service", None, "Service"),
    ("unused", None, "Not used"),
    ("staff", None, "Staff left"),
    ("sold", None, "Agency sold"),
    ("closed", None, "Closed"),
    ("other", None, "Other"),
]


def write(apps, schema_editor):
    question = apps.get_model("orders", "DeskQuestion")
    question.objects.bulk_create(
        question(kind=kind, code=code, position=position, text=text, hint=hint)
        for position, (kind, code, text, hint) in enumerate(QUESTIONS, 1)
    )
    reason = apps.get_model("orders", "CancellationReason")
    known = {}
    for position, (code, parent, name) in enumerate(REASONS, 1):
        known[code] = reason.objects.create(code=code, parent=known.get(parent), name=name, position=position)


class Migration(migrations.Migration):
    dependencies = [("orders", "0002_ledgers")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
