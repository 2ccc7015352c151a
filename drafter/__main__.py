"""`python -m drafter`: the same as the installed command."""

from drafter.commands import main

main()
