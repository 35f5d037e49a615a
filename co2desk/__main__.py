"""Starts the program, by its name or by `python -m co2desk`."""

import signal
import sys

_CANCELLED = 4


def main() -> None:
    """Run and exit; Ctrl+C while the program is still being loaded is a cancel like any other."""
    try:
        from co2desk.app.main import main as run

        run()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from co2desk.app.main import tell_cancelled

        tell_cancelled()
        sys.exit(_CANCELLED)
    finally:
        # What is decided stays decided: no second Ctrl+C while Python takes itself down.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
