from callboard.core.apps import House


class Board(House):
    default = True
    name = "callboard.board"
    label = "board"
