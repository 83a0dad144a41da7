"""Laws that hold for every household, with Hypothesis looking for a counter-example."""
