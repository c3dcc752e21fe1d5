from callboard.core.apps import House


class Orders(House):
    default = True
    name = "callboard.orders"
    label = "orders"
