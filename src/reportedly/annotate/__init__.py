"""The pipeline and its components, one file each."""
