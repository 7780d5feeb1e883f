"""Pure functions on strings: paragraphs, quotation marks, breadcrumbs."""
