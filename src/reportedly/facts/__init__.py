"""Facts that the program needs, as data: news outlets and agencies, titles, given names."""
