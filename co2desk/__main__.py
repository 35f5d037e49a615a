"""Starts the program by `python -m co2desk`."""

from co2desk.app.main import main

if __name__ == "__main__":
    main()
