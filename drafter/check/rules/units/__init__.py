"""Rules on the responsible units, by the register."""
