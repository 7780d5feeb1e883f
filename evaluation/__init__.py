"""Hand-labelled stories and what makes the program's scores from them."""
