"""What the board asks: figures, series, what just happened, what keeps a day open."""
