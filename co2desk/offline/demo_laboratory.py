"""The demo laboratories that a new database can begin with, as shipped in resources/demo."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from co2desk.domain.ids import ImportJobId


@dataclass(frozen=True, slots=True)
class DemoLaboratory:
    """An invented laboratory; `members` are personal numbers (SCIPER)."""

    code: str
    name: str
    faculty: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoFile:
    """A file for one laboratory and reporting year."""

    path: Path
    lab_code: str
    year: int

    @property
    def job_id(self) -> ImportJobId:
        """The id that its import has wherever it was made together with the demo."""
        return ImportJobId(uuid5(NAMESPACE_URL, f"co2desk:demo/{self.path.name}"))


@dataclass(frozen=True, slots=True)
class Demo:
    """`imported` is what the laboratories imported before; `samples` are left to try out."""

    laboratories: tuple[DemoLaboratory, ...]
    imported: tuple[DemoFile, ...]
    samples: tuple[DemoFile, ...]


def demo(resources: Path) -> Demo:
    """What `demo/demo.toml` in the folder of shipped files says."""
    folder = resources / "demo"
    content = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))

    def files(table: str) -> tuple[DemoFile, ...]:
        return tuple(
            DemoFile(folder / entry["file"], entry["laboratory"], entry["year"])
            for entry in content[table]
        )

    return Demo(
        laboratories=tuple(
            DemoLaboratory(lab["code"], lab["name"], lab["faculty"], tuple(lab["members"]))
            for lab in content["laboratory"]
        ),
        imported=files("imported"),
        samples=files("sample"),
    )
