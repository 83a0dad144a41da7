"""What payments were for, and why the debt grew: shock, gap, habits, cost, debt paid with debt; private (H1)."""
