from callboard.core.apps import House


class Team(House):
    default = True
    name = "callboard.team"
    label = "team"
