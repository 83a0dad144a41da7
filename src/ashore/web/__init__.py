"""The private web app.  Empty until it is built."""
