"""Rules on the page of a Word document."""
