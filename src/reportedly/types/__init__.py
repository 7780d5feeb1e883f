"""The words that all rooms share: frozen records and protocols, nothing but the standard library."""
