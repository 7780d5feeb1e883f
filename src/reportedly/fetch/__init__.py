"""The one way to the network: limits, address checks, retries."""
