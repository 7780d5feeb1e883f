"""Ways into other people's programs."""
