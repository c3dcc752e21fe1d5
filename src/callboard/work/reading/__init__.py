"""Reading what people type. Knows no Django."""
