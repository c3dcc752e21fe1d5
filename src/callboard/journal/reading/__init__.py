"""What a text of ours says, read without a database."""
