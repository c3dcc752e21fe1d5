"""What a person makes of a list: columns, order, conditions, groups, display; kept as views, linked, mailed, walked."""
