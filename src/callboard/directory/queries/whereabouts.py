"""Where somebody may be: by what is written of them, and by their number where it is from elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from callboard.directory.reading.addresses import address_hash
from callboard.directory.reading.places import number_place, state_zones, zip_state, zip_zone
from callboard.directory.rules.permission import Place


@dataclass(slots=True)
class Known:
    """A contact, or the account a number is the main line of, as the first statement gives it."""

    id: int
    account: int
    zone: str
    country: str
    region: str
    postal_code: str
    account_zone: str
    customer: bool
    served: bool
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def hashes(self) -> list[str]:
        return [address_hash(each) for each in (*self.emails, *self.phones)]


def places_of(to: str, known: Known | None) -> tuple[Place, ...]:
    """Where they may be: by what is written of them, and by the number where it is from elsewhere."""
    written = _written(known) if known is not None else []
    number = number_place(to) if to.startswith("+") else None
    if number is None:
        return tuple(written)
    agrees = known is not None and _agrees(known, written, number.region, number.zips, number.zones)
    by_number = [] if agrees else [Place(number.country, number.region, zone) for zone in sorted(number.zones)]
    return tuple(dict.fromkeys([*written, *by_number]))


def _written(known: Known) -> list[Place]:
    """By the zone of the person; else the ZIP, the zone of the account, the zones of its state."""
    region = known.region.strip().upper() if known.country == "US" else known.region.strip()
    zones: Iterable[str]
    if known.zone:
        zones = [known.zone]
    elif known.country == "US" and (zone := zip_zone(known.postal_code)) and zip_state(known.postal_code) == region:
        zones = [zone]
    elif known.account_zone:
        zones = [known.account_zone]
    else:
        zones = sorted(state_zones(region)) if known.country == "US" else []
    return [Place(known.country, region, zone) for zone in zones]


def _agrees(known: Known, written: Sequence[Place], region: str, zips: frozenset[str], zones: frozenset[str]) -> bool:
    """Whether the number is from where they are: its area code is used around their ZIP, or, without one, it is of the
    same state and every zone it may be in is theirs."""
    if not written or known.zone:
        return False
    code = known.postal_code.strip()
    if zips and zip_zone(code) == written[0].zone:
        return code[:3] in zips
    return region == written[0].region and zones <= {place.zone for place in written}
