"""Django models, migrations and the mapping between rows and core values.  Empty until the web app is built."""
