import pytest

from co2desk.desktop.profiles import ConnectionProfile
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.services.connection_choice import ChosenBy, choose_connection, parse_address

PROFILE = ConnectionProfile(name="campus", host="db.example.org", user="anna")
PROFILES = {"campus": PROFILE}


def choose(argument=None, environ=None, last=""):
    return choose_connection(argument, environ or {}, last, PROFILES.get)


def test_that_the_argument_goes_before_the_environment_and_the_last_profile():
    chosen = choose("postgresql://bob@one/x", {"CO2DESK_DATABASE": "campus"}, "campus")
    assert chosen.chosen_by is ChosenBy.ARGUMENT
    assert chosen.address is not None
    assert chosen.address.host == "one"


def test_that_the_environment_goes_before_the_last_profile():
    chosen = choose(None, {"CO2DESK_DATABASE": "postgresql://bob@two/x"}, "campus")
    assert chosen.chosen_by is ChosenBy.ENVIRONMENT
    assert chosen.name == "two"


def test_that_the_last_profile_goes_before_the_embedded_database():
    assert choose(last="campus").profile is PROFILE
    assert choose().embedded


def test_that_a_last_profile_that_is_gone_gives_way_to_the_embedded_database():
    assert choose(last="removed").embedded


def test_that_embedded_can_be_asked_for_by_name():
    chosen = choose("embedded", {"CO2DESK_DATABASE": "campus"})
    assert chosen.embedded
    assert chosen.chosen_by is ChosenBy.ARGUMENT


def test_that_an_unknown_name_is_refused():
    with pytest.raises(UnusableInput) as refusal:
        choose("capmus")
    assert refusal.value.code is ErrorCode.BAD_CONNECTION


@pytest.mark.parametrize(
    "address",
    ["postgresql://bob:s3cret@one/x", "postgresql://bob@one/x?password=s3cret"],
)
def test_that_a_password_on_the_command_line_is_refused_and_never_repeated(address):
    with pytest.raises(UnusableInput) as refusal:
        choose(address)
    assert refusal.value.code is ErrorCode.PASSWORD_IN_URL
    assert "s3cret" not in str(refusal.value)


def test_that_the_environment_may_hold_a_password():
    chosen = choose(None, {"CO2DESK_DATABASE": "postgresql://bob:s3%25cret@one/x"})
    assert chosen.address is not None
    assert chosen.address.password == "s3%cret"
    assert "s3" not in repr(chosen)


def test_that_libpq_s_own_variable_gives_the_password_of_an_address():
    chosen = choose("postgresql://bob@one/x", {"PGPASSWORD": "s3cret"})
    assert chosen.address is not None
    assert chosen.address.password == "s3cret"


def test_that_every_part_of_an_address_is_read():
    address = parse_address(
        "postgres://bob@h1:6432,h2:6432/lab%20data"
        "?sslmode=verify-ca&sslrootcert=/ca.pem&pooled=1&application_name=x"
    )
    assert (address.host, address.port, address.dbname) == ("h1,h2", 6432, "lab data")
    assert (address.sslmode, address.sslrootcert, address.pooled) == ("verify-ca", "/ca.pem", True)
    assert address.target_session_attrs == "read-write"
    assert address.extra == (("application_name", "x"),)


def test_that_a_socket_folder_and_an_ipv6_address_are_read():
    assert parse_address("postgresql://bob@/db?host=/run/pg").host == "/run/pg"
    assert parse_address("postgresql://bob@[::1]:5433/db").host == "::1"


def test_that_servers_elsewhere_are_verified_fully_unless_the_address_says_otherwise():
    assert parse_address("postgresql://bob@db.example.org/x").sslmode == "verify-full"
    assert parse_address("postgresql://bob@localhost/x").sslmode == "prefer"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://bob@one/x",
        "postgresql://bob:pw@one:port/x",
        "postgresql://bob:pw@h1:1,h2:2/x",
        "postgresql://bob:pw@[::1/x",
        "postgresql://bob:pw@one/x?nonsense",
        "postgresql://bob:pw@one/x?connect_timeout=soon",
    ],
)
def test_that_an_address_that_makes_no_sense_is_refused_without_repeating_it(address):
    with pytest.raises(UnusableInput) as refusal:
        parse_address(address)
    assert refusal.value.code is ErrorCode.BAD_CONNECTION
    assert "pw" not in str(refusal.value)
