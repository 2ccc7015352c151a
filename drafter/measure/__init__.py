"""The ruler: a Word document beside the standard, by its XML and by the ink of its pages."""

from drafter.measure.measuring import measure, measure_all

__all__ = ["measure", "measure_all"]
