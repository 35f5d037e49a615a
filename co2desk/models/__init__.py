"""Qt without widgets: item models, undo commands, the task runner."""
