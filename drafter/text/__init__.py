"""Knowledge of Chinese official text: numerals, dates, clauses, targets, units, punctuation, title breaks."""
