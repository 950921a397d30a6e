import os
import socket
import sys

import pytest

from factcheck.cli import screen

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="a screen is always there"
)


@pytest.fixture(autouse=True)
def _bare(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(screen, "_X_SOCKET", str(tmp_path / "X{number}"))


@pytest.fixture
def listening(tmp_path):
    made = []

    def listen(name):
        server = socket.socket(socket.AF_UNIX)
        server.bind(os.path.relpath(tmp_path / name))
        server.listen()
        made.append(server)

    yield listen
    for server in made:
        server.close()


def test_nothing_named():
    assert not screen.has_screen()


def test_platform_chosen_by_hand(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.has_screen()


@pytest.mark.parametrize("name", [":7", ":7.0", "unix:7"])
def test_x_display_that_answers(monkeypatch, listening, name):
    listening("X7")
    monkeypatch.setenv("DISPLAY", name)
    assert screen.has_screen()


def test_wayland_display_that_answers(monkeypatch, listening):
    listening("wayland-3")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-3")
    assert screen.has_screen()


@pytest.mark.parametrize("name", [":7", "127.0.0.1:64000", "127.0.0.1:1.0", "nonsense", ":x"])
def test_name_left_over_is_no_screen(monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    assert not screen.has_screen()
