"""The time zone of a US state, where it has only one; a state with two says nothing."""

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"

_STATES = {
    EASTERN: "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
    CENTRAL: "AL AR IA IL LA MN MO MS OK WI",
    MOUNTAIN: "CO MT NM UT WY",
    PACIFIC: "CA NV WA",
    "America/Phoenix": "AZ",
    "Pacific/Honolulu": "HI",
}
_ZONE = {state: zone for zone, states in _STATES.items() for state in states.split()}


def zone_of(country: str, region: str) -> str:
    """The zone of a state by its two letters; "" where it is unknown or the state lies in two zones."""
    return _ZONE.get(region.strip().upper(), "") if country == "US" else ""
