"""Rules on words that say whose list it is: places and levels."""
