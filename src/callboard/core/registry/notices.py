"""What people are told, and what they do by answering."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callboard.core.actor import Actor
    from callboard.core.answering import About


@dataclass(frozen=True)
class NotificationEvent:
    """Something people are told of, and how where nobody chose otherwise.

    can_mute: the person may do without it.  fixed: by mail only, nobody chooses (an invitation).  urgent: at once, whatever
    the hour, never bundled.  mail: now, digest, off.  escalate_minutes: unread for so long, the next person is told; 0 never.
    opens: the name of the page it leads to; "" for that of its record.
    still(notice): asked again before its mail leaves, besides whether its record may be seen; False keeps it for ever.
    """

    name: str
    label: Any
    can_mute: bool = True
    fixed: bool = False
    urgent: bool = False
    page: bool = True
    mail: str = "now"
    desktop: bool = True
    escalate_minutes: int = 0
    icon: str = "bell"
    #: Its text is what somebody wrote: shown under the line that says who did.
    quotes: bool = False
    opens: str = ""
    still: "Callable[[Any], bool] | None" = None


@dataclass(frozen=True)
class MailVerb:
    """What a person does by answering a notice (core.answering says how).  order: the first that reads a line has it.

    hint(about): the line of the mail that says it can be done, "" where it cannot.  read(line, about): its arguments, None
    where the line does not mean it; raises Unclear.  act(by, about, arguments) -> the sentence of what was done.
    words: it takes the words that are no command, and read is given all of them.
    """

    name: str
    hint: "Callable[[About], str]"
    read: "Callable[[str, About], dict[str, Any] | None]"
    act: "Callable[[Actor, About, dict[str, Any]], str]"
    order: int = 50
    words: bool = False
