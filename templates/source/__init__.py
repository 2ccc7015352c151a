"""What the Word templates are built from: page, styles, parts of the notice, the package around them."""
