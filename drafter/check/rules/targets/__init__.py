"""Rules on the promised figures."""
