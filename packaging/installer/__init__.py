"""The steps of `make package`, one module each; packaging/build_package.py runs them."""
