"""What a workshop needs besides the map: presenting it, a timer for rounds, dots for insights."""
