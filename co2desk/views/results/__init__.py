"""Results: totals as tables and charts."""
