"""People: who they are, what they may do, when they work, who stands in for them."""
