"""Which rows are about the same claim: links with a score and a reason, then claims."""
