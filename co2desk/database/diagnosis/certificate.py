"""Looks at a certificate that libpq refused: it says only that it did."""

import ssl

from co2desk.database.certificates import authorities_file
from co2desk.database.diagnosis.network import ask_for_tls
from co2desk.database.engine import ConnectionParameters

# OpenSSL, include/openssl/x509_vfy.h: X509_V_ERR_CERT_NOT_YET_VALID, _HAS_EXPIRED.
_OUT_OF_DATE = (9, 10)


def is_out_of_date(parameters: ConnectionParameters) -> bool:
    """Whether the first host's certificate is refused for today's date and nothing else."""
    host = parameters.host.split(",")[0]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    try:
        context.load_verify_locations(authorities_file(parameters.sslrootcert))
        with ask_for_tls(host, parameters.port, parameters.connect_timeout) as (link, offered):
            if not offered:
                return False
            with context.wrap_socket(link, server_hostname=host):
                return False
    except ssl.SSLCertVerificationError as error:
        return error.verify_code in _OUT_OF_DATE
    except OSError:
        return False
