"""Speed as ratios within one run: what a peer or a floor needs, and what we need. `python -m bench`."""
