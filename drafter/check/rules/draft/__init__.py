"""Rules on what a draft still lacks, and on the exceptions made in it."""
