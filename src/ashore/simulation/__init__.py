"""The month loop: one plain-Python integer kernel that planning and futures share."""
