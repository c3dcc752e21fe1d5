from callboard.core.apps import House


class Kit(House):
    default = True
    name = "callboard.kit"
    label = "kit"
