"""Column names other systems give their exports, and the field each is.  Compared without case, blanks and marks.

HubSpot: knowledge.hubspot.com/crm-setup/set-up-your-import-file and .../properties/hubspots-default-contact-properties, read
2026-11-26.  Salesforce: "Field Mapping for Other Data Sources and Organization Import" (help.salesforce.com) and the API names
of Account and Contact, read 2026-11-26.  Outlook: "Create or edit .csv files to import into Outlook" (support.microsoft.com,
4518d70d), read 2026-11-26.  A name that means nothing to us is "".
"""

#: system -> heads that only its exports have: two of them say whose file it is.
SIGNS = {
    "hubspot": (
        "Record ID", "Associated Company", "Associated Company IDs", "Company Domain Name", "Lifecycle Stage",
        "Contact owner", "Company owner", "Lead Status", "Create Date", "Last Activity Date", "State/Region",
    ),
    "salesforce": (
        "Account ID", "Contact ID", "Account Owner", "Billing State/Province", "Billing Zip/Postal Code", "Billing Street",
        "Mailing Zip/Postal Code", "Mailing Street", "AccountId", "OwnerId", "BillingPostalCode", "MailingPostalCode",
    ),
    "outlook": ("E-mail Address", "Business Phone", "Business Street", "E-mail Display Name", "Company Main Phone", "Web Page"),
}  # fmt: skip

#: Any file: the words people head their columns with.
COMMON = {
    "account.number": "Account number, Customer number, Customer no, Account no, Callboard number, Number",
    "account.external": "Account ID, Company ID, Customer ID, External ID",
    "account.name": "Account, Account name, Company, Company name, Agency, Agency name, Organization, Organisation, Customer, "
    "Firm, Employer, Business name, Client",
    "account.legal_name": "Legal name, Registered name",
    "account.trade_name": "Trade name, Trades as, DBA, Doing business as",
    "account.language": "Language, Preferred language",
    "account.kind": "Kind, Type, Account type, Company type",
    "account.tier": "Tier, Class, Segment",
    "account.owner": "Owner, Account owner, Account manager, Account executive, AE, Rep, Sales rep",
    "account.parent": "Parent, Parent account, Parent company, Part of, Group, Network",
    "account.phone": "Company phone, Account phone, Main phone, Office phone, Company main phone",
    "account.website": "Website, Web site, Web page, Homepage, URL, Website URL",
    "account.domain": "Domain, Mail domain, Email domain, Company domain, Domain name",
    "account.street": "Street, Address, Street address, Address 1, Address 2, Address line 1, Address line 2, Mailing address",
    "account.city": "City, Town",
    "account.region": "State, Region, Province, State/Province, State/Region",
    "account.postal_code": "Zip, Zip code, Postal code, Postcode, ZIP/Postal code",
    "account.country": "Country, Country/Region",
    "account.zone": "Time zone, Timezone",
    "account.note": "Account note, Account notes, Company notes, Description, Account description",
    "contact.external": "Contact ID, Person ID",
    "contact.name": "Name, Full name, Contact, Contact name, Person, Contact person, Contact full name",
    "contact.first": "First name, Firstname, Given name, First, Middle name",
    "contact.last": "Last name, Lastname, Surname, Family name, Last",
    "contact.title": "Title, Job title, Position, Function",
    "contact.role_kind": "Role",
    "contact.email": "Email, E-mail, Mail, Email address, E-mail address, Primary email, Work email, Email 2, E-mail 2 address, "
    "E-mail 3 address, Additional email addresses, Other email",
    "contact.phone": "Phone, Phone number, Telephone, Work phone, Business phone, Business phone 2, Direct phone, Tel",
    "contact.mobile": "Mobile, Cell, Cell phone, Mobile phone, Mobile number, Mobile phone number",
    "contact.home": "Home phone, Home phone 2, Private phone",
    "contact.fax": "Fax, Fax number, Business fax",
    "contact.note": "Note, Notes, Comment, Comments, Remarks, Contact note, Contact description",
    "contact.left_on": "Left on, Left",
    "contact.no_mail": "Unsubscribed, Unsubscribed from all email, Opted out, Opt out, Email opt out, Email opted out, Opted out of email, "
    "Has opted out of email, HasOptedOutOfEmail, Do not email, Do not mail, No email, No sales mail",
    "contact.no_calls": "Do not call, DoNotCall, DNC, No calls, No sales calls",
}
#: Where a system means something else by a word than most do, or has words of its own.
OWN = {
    "hubspot": {
        "account.external": "Associated Company IDs, Associated Company IDs (Primary), Primary Associated Company ID, Associated Company ID, "
        "Record ID - Company",
        "account.name": "Associated Company, Associated Company (Primary), Primary Company, Company name",
        "account.domain": "Company Domain Name",
        "account.owner": "Company owner, Contact owner",
        "account.street": "Street Address, Street Address 2",
        "account.note": "Description, About us",
        "contact.external": "Record ID, Record ID - Contact, Contact ID",
    },
    "salesforce": {
        "account.external": "Account ID, AccountId, Id",
        "account.name": "Account Name, AccountName",
        "account.owner": "Account Owner, Contact Owner, Record Owner",
        "account.phone": "Account Phone",
        "account.street": "Billing Street, BillingStreet, Billing Address Line 1, Mailing Street, MailingStreet",
        "account.city": "Billing City, BillingCity, Mailing City, MailingCity",
        "account.region": "Billing State/Province, BillingState, Mailing State/Province, MailingState",
        "account.postal_code": "Billing Zip/Postal Code, BillingPostalCode, Mailing Zip/Postal Code, MailingPostalCode",
        "account.country": "Billing Country, BillingCountry, Mailing Country, MailingCountry",
        "account.note": "Account Description, Account Note",
        "contact.external": "Contact ID, ContactId",
        "contact.phone": "Phone, Business Phone",
        "contact.mobile": "Mobile, MobilePhone",
        "contact.home": "Home Phone, HomePhone",
        "contact.fax": "Business Fax, Contact Fax",
    },
    "outlook": {
        "account.name": "Company",
        "account.phone": "Company Main Phone",
        "account.website": "Web Page, Business Web Page",
        "account.street": "Business Street, Business Street 2, Business Street 3",
        "account.city": "Business City",
        "account.region": "Business State",
        "account.postal_code": "Business Postal Code",
        "account.country": "Business Country/Region, Business Country",
        "contact.title": "Job Title",
        "contact.home": "Home Phone",
        # A form of address, not a position.
        "": "Title, Suffix",
    },
}
#: In a file of one kind without the other's words, the plain words mean the one it is about.
ABOUT = {
    "accounts": {
        "account.name": "Name", "account.phone": "Phone, Phone number, Telephone, Tel", "account.note": "Note, Notes, Comments",
        "account.external": "Record ID, Id",
    },
    "contacts": {"contact.external": "Record ID, Id"},
}  # fmt: skip
