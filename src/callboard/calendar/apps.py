from callboard.core.apps import House


class Calendar(House):
    default = True
    name = "callboard.calendar"
    label = "calendar"
