"""What the contact report asks."""
