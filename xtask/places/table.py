"""Tables: rows of places written as sorted text, with a header that says where they come from."""

from dataclasses import dataclass, field

from packages import PACKAGES, Fault


@dataclass
class Row:
    """A place. What each field means stands in `gazetteer/derived/README.md`."""

    id: str
    type: str
    name: str
    title: str = ""
    kind: str = ""
    names: list = field(default_factory=list)
    native: list = field(default_factory=list)
    acronyms: list = field(default_factory=list)
    abbreviations: list = field(default_factory=list)
    demonyms: list = field(default_factory=list)
    short: list = field(default_factory=list)
    within: list = field(default_factory=list)
    at: tuple = None
    population: int = 0
    geonames: int = 0
    wikipedia: str = ""

    def cell(self, column):
        if column == "in":
            return "|".join(self.within)
        if column in ("lat", "lon"):
            return "" if self.at is None else f"{self.at[column == 'lon']:.2f}"
        value = getattr(self, column)
        if isinstance(value, list):
            return "|".join(value)
        return str(value) if value else ""


def text(title, packages, columns, rows):
    """A whole table. Cells hold neither tabs nor line ends, and items of lists no bar."""
    lines = [f"# {title}", "# Made by `cargo xtask gazetteer`; edit what it is made of, not this file."]
    lines += [f"# Source: {PACKAGES[p].credit()}" for p in packages]
    lines.append("# Licence: CC BY 4.0; see ../ATTRIBUTION.md")
    lines.append("\t".join(columns))
    for row in sorted(rows, key=lambda r: r.id):
        cells = [row.cell(c) for c in columns]
        for item in [*cells, *row.names, *row.native]:
            if "\t" in item or "\n" in item:
                raise Fault(f"a cell of {row.id} holds a tab or a line's end: {item!r}")
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"
