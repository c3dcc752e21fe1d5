"""The addresses of accounts and people, and of who may be contacted."""

from django.urls import path

from callboard.directory import pages
from callboard.kit.pages import page_urls

urlpatterns = [
    path("unsubscribe/<str:token>/", pages.unsubscribe, name="unsubscribe"),
    *page_urls(
        pages.Accounts,
        pages.AccountRecord,
        pages.Contacts,
        pages.ContactRecord,
        pages.Groups,
        pages.Group,
        pages.Locations,
        pages.LocationRecord,
        pages.Memberships,
        pages.MembershipRecord,
        pages.Relations,
        pages.RelationRecord,
        pages.Files,
        pages.FileRecord,
        pages.FileContent,
        pages.Fields,
        pages.FieldRecord,
        pages.Categories,
        pages.CategoryRecord,
        pages.Glossary,
        pages.TermRecord,
        pages.CallingHours,
        pages.CallingHoursRecord,
        pages.Suppressions,
        pages.SuppressionRecord,
        pages.Consents,
        pages.ConsentRecord,
        pages.ProofFile,
        pages.Overrides,
        pages.OverrideRecord,
        pages.DoNotCallLists,
        pages.DoNotCallListRecord,
    ),
]
