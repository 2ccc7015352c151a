"""Rules on the items as a list: ordinals, headings, paragraphs."""
