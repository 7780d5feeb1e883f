"""What the README's figures of speed and memory come from."""
