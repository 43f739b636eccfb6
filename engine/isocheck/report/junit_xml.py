"""JUnit documents: what every build server reads, whatever was tried."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def as_document(root: ET.Element) -> str:
    """Return the document of a root element, indented, with its declaration."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def suite(root: ET.Element, name: str, **counts: int) -> ET.Element:
    """Add a suite to a document, with how many of its cases there are of each sort."""
    return ET.SubElement(
        root, "testsuite", {"name": name, **{k: str(n) for k, n in counts.items()}}
    )
