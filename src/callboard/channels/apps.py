from callboard.core.apps import House


class Channels(House):
    default = True
    name = "callboard.channels"
    label = "channels"
