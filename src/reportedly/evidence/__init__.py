"""From a claim's rows to its evidence: who says so, who says not, and from how many origins."""
