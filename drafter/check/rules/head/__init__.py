"""Rules on what stands above the items: number, title, recipients, and on signature and dates."""
