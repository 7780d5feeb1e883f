"""Word lists, one folder a language, each entry with an example; one small loader."""
