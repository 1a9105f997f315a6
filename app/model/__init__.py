"""What a journey is: immutable records in a graph, and the one way to change them."""
