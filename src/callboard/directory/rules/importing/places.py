"""States and countries as people write them."""

from callboard.directory.rules.importing.heads import plain

_STATES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|
FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|
MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|
NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|
PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|
WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico
"""
#: The abbreviations that came before the two letters: U.S. GPO Style Manual 2016, 9.13, and those of newspapers.
_SHORT = """
AL Ala|AZ Ariz|AR Ark|CA Calif|CO Colo|CT Conn|DE Del|FL Fla|IL Ill|IN Ind|KS Kans|KS Kan|MA Mass|MI Mich|MN Minn|MS Miss|
MT Mont|NE Nebr|NE Neb|NV Nev|NM N Mex|ND N Dak|OK Okla|OR Oreg|OR Ore|PA Penn|PA Penna|SD S Dak|TN Tenn|TX Tex|WA Wash|WV W Va|
WI Wis|WI Wisc|WY Wyo
"""
_COUNTRIES = """
US United States|US United States of America|US USA|US U.S.A.|US U.S.|CA Canada|MX Mexico|GB United Kingdom|GB UK|
GB Great Britain|IE Ireland|DE Germany|DE Deutschland|FR France|ES Spain|PT Portugal|IT Italy|NL Netherlands|BE Belgium|
CH Switzerland|AT Austria|DK Denmark|SE Sweden|NO Norway|FI Finland|PL Poland|CZ Czechia|AU Australia|NZ New Zealand|
IN India|JP Japan|CN China|BR Brazil|IL Israel|ZA South Africa|PR Puerto Rico
"""


def _read(text: str) -> dict[str, str]:
    pairs = [part.strip().partition(" ") for part in text.replace("\n", "").split("|")]
    return {plain(name): code for code, _blank, name in pairs}


STATES, COUNTRIES = _read(_STATES) | _read(_SHORT), _read(_COUNTRIES)


def countries() -> list[tuple[str, str]]:
    """(two letters, the first name we know it by)."""
    pairs = [part.strip().partition(" ") for part in _COUNTRIES.replace("\n", "").split("|")]
    return list({code: (code, name) for code, _blank, name in reversed(pairs)}.values())[::-1]


def region_of(text: str) -> str:
    """A state of the US by its two letters where it is one, anything else as written."""
    short = plain(text)
    return STATES.get(short) or (short.upper() if len(short) == 2 else text)


def country_of(text: str) -> str | None:
    """Two letters; None for a country nobody here has written that way."""
    if len(text) == 2 and text.isascii() and text.isalpha():
        return "GB" if text.upper() == "UK" else text.upper()
    return COUNTRIES.get(plain(text))
