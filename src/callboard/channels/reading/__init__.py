"""Reading mail: bytes in, one frozen record out.  Knows no Django and never raises.

`read(raw)` answers a `ReadMail` for any bytes at all; `digest(mail)` says whether two of them are the same mail.
"""

from callboard.channels.reading.digest import digest, fingerprint
from callboard.channels.reading.mail import Attachment, ReadMail
from callboard.channels.reading.read import read

__all__ = ["Attachment", "ReadMail", "digest", "fingerprint", "read"]
