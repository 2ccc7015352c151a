"""Knowledge of Chinese official text: numerals, dates, clauses, targets, units, punctuation, title breaks.

Patterns stand here as text: `re` compiles one when it is first used and keeps it, so a command pays only for its own.
"""
