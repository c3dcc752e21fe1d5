from callboard.core.apps import House


class Pipeline(House):
    default = True
    name = "callboard.pipeline"
    label = "pipeline"
