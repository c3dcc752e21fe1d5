"""The addresses of accounts and people."""

from callboard.directory import pages
from callboard.kit.pages import page_urls

urlpatterns = page_urls(
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
    pages.Duplicates,
    pages.PairRecord,
    pages.SearchRecord,
    pages.Merges,
    pages.MergeRecord,
)
