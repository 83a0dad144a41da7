"""How exact rates are: random flows by class, and a second computation of their rates with 50 digits."""
