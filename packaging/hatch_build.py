"""The build hook: compiled catalogues and `resources/` go into the wheel."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NOT_SHIPPED = {"screenshots"}  # pictures of the README only


class ResourcesHook(BuildHookInterface[Any]):
    """Compiles the catalogues for every install; copies the resources into a real wheel only.

    An editable install reads them from the checkout, so a copy beside it would only go stale.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; `version` is "standard" or "editable"."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location(
            "catalogues", root / "packaging/catalogues.py"
        )
        if spec is None or spec.loader is None:
            raise FileNotFoundError(root / "packaging/catalogues.py")
        catalogues = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(catalogues)
        catalogues.compile_stale(root)
        if version == "standard":
            for entry in sorted((root / "resources").iterdir()):
                if entry.name not in NOT_SHIPPED and not entry.name.startswith("."):
                    build_data["force_include"][str(entry)] = f"factcheck/resources/{entry.name}"
