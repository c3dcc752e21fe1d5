from callboard.core.apps import House


class Journal(House):
    default = True
    name = "callboard.journal"
    label = "journal"
