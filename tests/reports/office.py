"""LibreOffice as a second reader of what we write."""

import shutil
import subprocess

import pytest

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def convert(data, name, target, folder):
    """Return the bytes that LibreOffice makes of a document; `target` is its filter."""
    source = folder / name
    source.write_bytes(data)
    ending = target.split(":")[0]
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target,
         "--outdir", str(folder / "out"), str(source)],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return next((folder / "out").glob(f"*.{ending}")).read_bytes()
