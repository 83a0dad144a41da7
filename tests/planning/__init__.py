"""Plans whose figures are worked out on paper."""
