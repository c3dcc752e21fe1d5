"""Keys under which twins meet. Each record has some; a pair is compared when it shares one."""

from collections.abc import Iterator

from callboard.directory.reading.duplicates.common import Common
from callboard.directory.reading.duplicates.record import Kind, Record
from callboard.directory.reading.duplicates.words import skeleton


def keys_of(record: Record, common: Common, kind: Kind) -> Iterator[str]:
    """The keys of a record, each with a letter in front that says what it is made of."""
    for name, values in (("p", record.phones), ("m", record.mails), ("d", record.domains), ("i", record.ids)):
        for value in values:
            yield f"{name}{value}"
    for mail in record.mails:
        local, _, domain = mail.partition("@")
        yield f"l{local}"
        yield f"o{local[:2]} {domain[:5]}"
    yield from _places(record)
    yield from (_person if kind is Kind.CONTACT else _organisation)(record, common)


def _places(record: Record) -> Iterator[str]:
    if record.house and record.street:
        yield f"s{record.house} {skeleton(record.street.split()[0])}"
    if record.street and record.zip:
        yield f"z{record.zip} {record.street[:6]}"
    if record.born:
        yield f"b{record.born}"


def _organisation(record: Record, common: Common) -> Iterator[str]:
    rare = sorted(set(record.name), key=lambda word: (-common.weight("word", word, 1.0), word))
    tops = [skeleton(word) for word in rare[:3]]
    if len(tops) > 1:
        yield "n" + " ".join(sorted(tops[:2]))
    if len(tops) > 2:
        yield "n" + " ".join(sorted((tops[0], tops[2])))
    where = record.zip[:3] or record.city
    for top in tops[:2]:
        yield f"t{top} {where}"
        if record.house:
            yield f"h{top} {record.house}"
    yield "w" + "".join(record.name)


def _person(record: Record, common: Common) -> Iterator[str]:
    if not record.name:
        return
    first, last = record.name[0], record.name[-1]
    yield "f" + " ".join(sorted((skeleton(first), skeleton(last))))
    for word in {first, last}:
        if record.born:
            yield f"y{skeleton(word)} {record.born[:4]}"
        if record.zip:
            yield f"q{skeleton(word)} {record.zip}"
        if record.house:
            yield f"h{skeleton(word)} {record.house}"
        if record.at:
            yield f"a{skeleton(word)} {record.at}"
        if record.city:
            yield f"c{skeleton(word)} {record.city[:6]}"
