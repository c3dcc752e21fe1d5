from callboard.core.apps import House


class Intake(House):
    default = True
    name = "callboard.intake"
    label = "intake"
