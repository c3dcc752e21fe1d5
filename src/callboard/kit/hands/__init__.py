"""What a person's hands leave and use: drafts, parked pages, their keys, the palette, what they did last."""
