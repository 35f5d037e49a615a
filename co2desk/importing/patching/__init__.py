"""Changes to a person's own workbook that leave every other byte of its parts as it was."""
