"""The machine that co2desk runs on: paths, settings, secrets, logs, language, embedded server."""
