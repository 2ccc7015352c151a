"""What reading tells of a file and no rule finds in the notice itself."""
