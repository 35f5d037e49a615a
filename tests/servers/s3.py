"""A store that speaks S3 over TLS, in memory, for servers that back up to somewhere else."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.server import MotoRequestHandler
from werkzeug.serving import make_server

from tests.servers.certificates import new_authority

BUCKET, REGION, KEY, SECRET = "co2desk-backups", "eu-central-1", "key", "canary-secret"


@dataclass(frozen=True)
class Store:
    """Where it listens, and the authority that vouches for it."""

    port: int
    ca_file: Path

    def names(self) -> list[str]:
        """The names of all that is kept in the bucket."""
        client = boto3.client(
            "s3",
            endpoint_url=f"https://localhost:{self.port}",
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            region_name=REGION,
            verify=str(self.ca_file),
        )
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return [one["Key"] for page in pages for one in page.get("Contents", ())]


class _InOrder(MotoRequestHandler):  # type: ignore[misc]
    """Ends each TLS session in order; OpenSSL takes anything else for a cut line."""

    protocol_version = "HTTP/1.1"

    def finish(self) -> None:
        super().finish()
        with suppress(OSError):
            self.connection.settimeout(2)
            self.connection.unwrap()


@contextmanager
def s3_store(folder: Path) -> Iterator[Store]:
    """Run it with an empty bucket."""
    authority = new_authority(folder, "Store authority")
    genuine = authority.issue("localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(genuine.certificate, genuine.key)
    server = make_server(
        "127.0.0.1",
        0,
        DomainDispatcherApplication(create_backend_app),  # type: ignore[no-untyped-call]
        threaded=True,
        request_handler=_InOrder,
        ssl_context=context,
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    store = Store(int(server.server_address[1]), authority.own.certificate)
    client = boto3.client(
        "s3",
        endpoint_url=f"https://localhost:{store.port}",
        aws_access_key_id=KEY,
        aws_secret_access_key=SECRET,
        region_name=REGION,
        verify=str(store.ca_file),
    )
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    try:
        yield store
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
