"""Handing over 送审: what is made from several parts at once."""
