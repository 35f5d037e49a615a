"""The script that PyInstaller freezes."""

from co2desk.app.main import main

if __name__ == "__main__":
    main()
