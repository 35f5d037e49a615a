"""What an activity is, when it is right, and how much CO2e it stands for (no Qt, no SQL)."""
