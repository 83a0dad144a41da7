"""Why the debt grew: shock, gap, habits, cost of debt, debt paid with debt. Empty so far."""
