"""How common each value is: two agencies in one town mean little, two with one rare name mean much."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from callboard.directory.reading.duplicates.record import Record

#: Agreement on a value that only these two have says at most this much (natural logarithm of the odds).
MOST = 11.0
#: How many of a hundred records are expected to have a twin, before anything of a pair is known.
EXPECTED = 0.1
#: What a table of this many rows would say stands beside what is counted, so that three rows do not make every value
#: common; a table says little of how many twins to expect below this size too.
BELIEVED = 1_000
#: How many of 100,000 records share a value, where no table says it.
USUAL_SHARE = {"zip": 200, "city": 600, "region": 6_000, "domain": 2, "at": 20, "born": 8, "phone": 3, "mail": 2, "id": 2,
               "house": 300, "street": 100, "word": 150}  # fmt: skip
#: The same of the words half of all agencies have in their name.
USUAL_WORDS = {"insurance": 70_000, "agency": 35_000, "group": 15_000, "services": 12_000, "associates": 6_000,
               "family": 6_000, "sons": 5_000, "partners": 5_000, "center": 5_000, "brokers": 5_000, "advisors": 4_000,
               "risk": 4_000, "coverage": 3_000}  # fmt: skip
OF = 100_000
#: One has it for oneself: that several records share it speaks for twins rather than for a common value.
PERSONAL = frozenset({"mail", "id"})
#: Where no table is at hand, a company of this size is searched.
ASSUMED_SIZE = 20_000


@dataclass
class Common:
    """Counts by field and value over `size` records; without counts, what is usual.

    odds: that two are the same before anything is known of them, where more is known than the size of the table.
    """

    size: int = ASSUMED_SIZE
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    odds: float | None = None
    _weights: dict[tuple[str, str, float], float] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Common":
        found = cls(0, {name: Counter() for name in USUAL_SHARE})
        for record in records:
            found.size += 1
            found.counts["word"].update(set(record.name))
            found.counts["phone"].update(record.phones)
            found.counts["mail"].update(record.mails)
            found.counts["domain"].update(record.domains)
            found.counts["id"].update(record.ids)
            for name in ("zip", "city", "region", "born", "at", "house", "street"):
                value = getattr(record, name)
                if value:
                    found.counts[name][value] += 1
        return found

    def weight(self, field_name: str, value: str, chance: float = 0.9) -> float:
        """What agreement on the value says: log of (how often twins agree : how often strangers do), 0..MOST."""
        known = self._weights.get((field_name, value, chance))
        if known is None:
            known = min(max(math.log(chance / self._share(field_name, value)), 0.0), MOST)
            if self.counts:  # of a table; what is asked without one comes from anywhere and is not kept
                self._weights[field_name, value, chance] = known
        return known

    def _share(self, field_name: str, value: str) -> float:
        usual = USUAL_WORDS.get(value) if field_name == "word" else None
        assumed = (usual or USUAL_SHARE[field_name]) / OF
        if not self.counts:
            return assumed
        count = max(self.counts[field_name][value] ** (0.5 if field_name in PERSONAL else 1.0), 1.5)
        return (count + BELIEVED * assumed) / (self.size + BELIEVED)

    @property
    def prior(self) -> float:
        """The log odds that any two are the same, before anything of them is known."""
        return math.log(self.odds or 2 * EXPECTED / max(self.size, BELIEVED))
