"""Arithmetic of the board: periods, pace, and which days a close covers."""
