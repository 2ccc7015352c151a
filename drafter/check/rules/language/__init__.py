"""Rules on words, punctuation and numbers."""
