"""Makes the signed notice of a version: `update_notice.py new-key` or `update_notice.py sign FILE`.

`new-key` prints a pair of keys: the public one for resources/updates.toml or a managed.toml, the
private one for a safe place that no program but this one reads. `sign` takes the private key from
the variable CO2DESK_UPDATE_KEY and writes the notice; what it says is given by the options.
"""

import argparse
import base64
import json
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from installer import places

KEY_VARIABLE = "CO2DESK_UPDATE_KEY"


def main() -> None:
    """Make keys, or a notice."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("new-key")
    sign = commands.add_parser("sign")
    sign.add_argument("file", type=Path)
    sign.add_argument("--version", default=places.version())
    sign.add_argument("--url", default=f"{places.HOMEPAGE}/releases/latest")
    for language in ("en", "fr", "de"):
        sign.add_argument(f"--news-{language}", default="")
    chosen = parser.parse_args()
    if chosen.command == "new-key":
        private = Ed25519PrivateKey.generate()
        print(f"public:  {_text(private.public_key().public_bytes_raw())}")
        print(f"private: {_text(private.private_bytes_raw())}")
        return
    if KEY_VARIABLE not in os.environ:
        sys.exit(f"The private key is missing: put it into {KEY_VARIABLE}.")
    news = {one: getattr(chosen, f"news_{one}") for one in ("en", "fr", "de")}
    notice = {"version": chosen.version, "url": chosen.url, "news": news}
    key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(os.environ[KEY_VARIABLE]))
    text = json.dumps(notice, ensure_ascii=False)
    envelope = {"notice": text, "signature": _text(key.sign(text.encode()))}
    chosen.file.write_text(json.dumps(envelope, ensure_ascii=False) + "\n", encoding="utf-8")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    main()
