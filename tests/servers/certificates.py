"""Certificate authorities and certificates, made by openssl for one test."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.servers.account import give_away


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, in two files."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Authority:
    """A certificate authority in a folder of its own."""

    own: Certificate
    folder: Path

    def issue(self, name: str, *, days: int = 2, client: bool = False) -> Certificate:
        """Make a certificate for the host `name`; negative days make one that has expired.

        With `client` it is for the login `name`.
        """
        stem = f"{name}-{days}"
        key, request = self.folder / f"{stem}.key", self.folder / f"{stem}.csr"
        made, extensions = self.folder / f"{stem}.crt", self.folder / f"{stem}.ext"
        usage = "clientAuth" if client else "serverAuth"
        extensions.write_text(f"subjectAltName=DNS:{name}\nextendedKeyUsage={usage}\n")
        _openssl("req", "-new", *_NEW_KEY, "-keyout", key, "-out", request, "-subj", f"/CN={name}")
        _openssl(
            "x509", "-req", "-in", request, "-CA", self.own.certificate, "-CAkey", self.own.key,
            "-CAcreateserial", "-days", str(days), "-extfile", extensions, "-out", made,
        )  # fmt: skip
        return _finished(made, key)


def new_authority(folder: Path, name: str) -> Authority:
    """Make a certificate authority."""
    folder.mkdir(parents=True, exist_ok=True)
    own = self_signed(folder, name)
    return Authority(own, folder)


def self_signed(folder: Path, name: str) -> Certificate:
    """Make a certificate that nobody else vouches for."""
    folder.mkdir(parents=True, exist_ok=True)
    key, made = folder / f"{name}.key", folder / f"{name}.crt"
    _openssl(
        "req", "-x509", *_NEW_KEY, "-keyout", key, "-out", made, "-days", "2",
        "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
    )  # fmt: skip
    return _finished(made, key)


_NEW_KEY = ("-newkey", "rsa:2048", "-noenc")


def _finished(certificate: Path, key: Path) -> Certificate:
    key.chmod(0o600)
    give_away(key)
    give_away(certificate)
    return Certificate(certificate, key)


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, timeout=60)
