from callboard.core.apps import House


class Leaflets(House):
    default = True
    name = "tests.leaflets"
    label = "leaflets"

    def ready(self) -> None:
        from callboard.team.matrix import MATRIX, Row

        for row in (  # in the house these two rows are written into team/matrix.py
            Row("leaflets.view", "See leaflets", "all all all all none none all"),
            Row("leaflets.edit", "Write and send leaflets", "all own none all none none all"),
        ):
            MATRIX[row.operation] = row
        super().ready()
