import ssl

from kiosk.net.certificates import trusted_certificates


def test_they_are_read_once_and_a_server_must_prove_its_name() -> None:
    trusted = trusted_certificates(of_environment=True)
    assert trusted is trusted_certificates(of_environment=True)
    assert (trusted.verify_mode, trusted.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert trusted.cert_store_stats()["x509_ca"] > 0
