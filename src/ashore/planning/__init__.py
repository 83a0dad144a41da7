"""From a household to a plan: what is paid, when, and what that leads to."""
