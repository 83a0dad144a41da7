"""The private web app: pages that show what the floors below know, on the person's own machine."""
