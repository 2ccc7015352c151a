"""The routes of the desk, one module a page; what they do is done by functions that the commands use too."""
