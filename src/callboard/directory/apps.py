from callboard.core.apps import House


class Directory(House):
    default = True
    name = "callboard.directory"
    label = "directory"
