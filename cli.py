"""Entry for a clone: `python cli.py …` is what the installed `drafter …` is."""

from drafter.commands import main

if __name__ == "__main__":
    main()
