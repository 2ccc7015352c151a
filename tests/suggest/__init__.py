"""Tests of what is suggested for a wish."""
