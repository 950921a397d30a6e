"""A record on a server, from the command line: there, back, and never with its password."""

import pytest

from tests.postgres import cluster_or_skip, create_database


@pytest.fixture(scope="module")
def cluster():
    with cluster_or_skip() as socket:
        yield socket


@pytest.fixture
def server(cluster, request):
    name = f"desk_{abs(hash(request.node.name))}"
    create_database(cluster, name)
    return f"postgresql://desk:s3cret@/{name}?host={cluster}"


def test_a_record_goes_to_a_server_and_what_is_new_comes_back(program, claim, server):
    assert "s3cret" not in program.json("copy-to", server)["server"]
    on_server = ["--database", server]
    program.json(*on_server, "claim", "set", claim, "--note", "من المكتب")
    merged = program.json("merge", server)
    assert (merged["new"], merged["changed"], merged["claims"]) == (0, 1, [claim])
    assert program.json("claim", "show", claim)["note"] == "من المكتب"
    assert program.json(*on_server, "check")["is_sound"]
    assert program.json(*on_server, "exchange")["place"] == "server"
    assert "on a server" in program.refused(*on_server, "restore", program.json("backup")["path"])


def test_another_record_on_a_server_is_named_as_people_know_it(program, article, server):
    program.json("--database", server, "article", "add", "-", stdin="نص آخر".encode())
    said = program.refused("merge", server)
    assert said.startswith("desk_")
    assert "s3cret" not in said
    assert "--another-record" in said
    assert program.json("merge", server, "--another-record")["new"] == 1


def test_nothing_that_is_kept_knows_the_password(program, article, server):
    program("copy-to", server)
    program("--database", server, "article", "list")
    program("--database", f"{server}x", "article", "list")
    kept = [path for path in program.home.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if b"s3cret" in path.read_bytes()]
