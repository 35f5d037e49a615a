"""Finds the certificate authorities that this computer trusts, for libpq."""

import atexit
import os
import ssl
import sys
import tempfile
from functools import cache
from pathlib import Path

SYSTEM = "system"

# Debian, Fedora, openSUSE, macOS and Alpine.
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def authorities_file(sslrootcert: str) -> str:
    """Return the file to verify servers with: `sslrootcert` itself, or what "system" means here.

    libpq's own `system` looks where its OpenSSL was built, and in a wheel or an installed program
    that folder is nobody's. "system" is returned where nothing better is found; libpq then trusts
    nobody.
    """
    if sslrootcert != SYSTEM:
        return sslrootcert
    paths = ssl.get_default_verify_paths()
    for candidate in (os.environ.get(paths.openssl_cafile_env), paths.cafile, *_BUNDLES):
        if candidate and Path(candidate).is_file():
            return candidate
    return _exported_store() or SYSTEM


@cache
def _exported_store() -> str:
    """Write the store of Windows, which is no file, into one that lives as long as the program."""
    if sys.platform != "win32":
        return ""
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    descriptor, name = tempfile.mkstemp(prefix="co2desk-authorities-", suffix=".pem")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.writelines(ssl.DER_cert_to_PEM_cert(one) for one in known)
    atexit.register(lambda: Path(name).unlink(missing_ok=True))
    return name
