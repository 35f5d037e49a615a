"""The declarative table classes: one module per noun."""
