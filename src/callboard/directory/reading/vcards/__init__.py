"""vCards 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), as phones, Outlook, Notes and address books write them.

properties: lines -> names, parameters, values.  cards: properties -> a person.  No library reads all of them (vobject
refuses a third of the folder of real ones), and the part we need is small.
"""

from callboard.directory.reading.vcards.cards import Address, Card, Phone, read_cards

__all__ = ["Address", "Card", "Phone", "read_cards"]
