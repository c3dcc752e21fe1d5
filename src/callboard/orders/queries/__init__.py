"""What can be asked across the tables of orders."""
