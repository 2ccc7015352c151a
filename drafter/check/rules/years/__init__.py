"""Rules that compare with last year's notice or with the superior's."""
