"""Building blocks that several views use; none knows a service."""
