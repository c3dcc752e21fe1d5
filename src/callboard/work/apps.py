from callboard.core.apps import House


class Work(House):
    default = True
    name = "callboard.work"
    label = "work"
