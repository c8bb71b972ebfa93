"""Holds the mock of Windows against the reference pages: parameters, members, IRQLs.

    pages.py <mock/windows> <wdk-ddi-src>

The pages say no types. They say the names of parameters in their order and which of them
point to a result, the names of members in their order, and at which IRQL a call may be made.
"""
import collections
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "real"))
import mock_headers  # noqa: E402
import verdicts  # noqa: E402

Item = mock_headers.Item
PASSIVE, APC, DISPATCH, HIGH = 0, 1, 2, 15
LEVEL = {"PASSIVE_LEVEL": PASSIVE, "APC_LEVEL": APC, "DISPATCH_LEVEL": DISPATCH, "DIRQL": 5}


def index(root):
    """Pages by kind (function, callback, structure) and name."""
    pages = {}
    for path in sorted(pathlib.Path(root).glob("content/*/n[fcs]-*-*.md")):
        kind, _, name = path.stem.split("-", 2)
        pages.setdefault((kind, name.lstrip("_").lower()), path)
    return pages


def heads(path, word):
    """Names after '### -word', those of outer members only, with what stands in brackets."""
    found = re.findall(rf"^### -{word} ([\w.]+)[ \t]*(\[.*\])?", path.read_text(errors="replace"),
                       flags=re.M)
    return [(name, direction) for name, direction in found if "." not in name and name != "void"]


def check_parameters(path, arguments):
    said = heads(path, "param")
    if len(said) != len(arguments):
        return "differs", f"{len(said)} parameters: {', '.join(name for name, _ in said)}"
    for (name, direction), argument in zip(said, arguments):
        result = "out" in direction and "in" not in direction
        if result and not re.search(r"\*|\bP[A-Z]", argument):
            return "differs", f"{name} is a result, {argument} is no pointer"
    return None


def check_members(path, names):
    said = [name for name, _ in heads(path, "field")]
    if not said:
        return "absent", "the page lists no members"
    at = 0
    for name in names:
        if name not in said[at:]:
            return "differs", f"{name} is not described, or not at its place"
        skipped = said[at:said.index(name, at)]
        if skipped:
            return "differs", f"{', '.join(skipped)} before {name} is missing"
        at = said.index(name, at) + 1
    return None


def range_of(text):
    """(least, most) of a page's req.irql, or None if it says it in prose."""
    text = text.replace("IRQL ", "").split("(")[0].strip()
    if text.startswith("Any level"):
        return PASSIVE, HIGH
    if text == "< DISPATCH_LEVEL":
        return PASSIVE, APC
    found = re.fullmatch(r"(<=|=|)\s*(\w+)", text)
    if not found or found.group(2) not in LEVEL:
        return None
    most = LEVEL[found.group(2)]
    return (PASSIVE if found.group(1) == "<=" else most), most


def check_irql(path, least, most):
    said = re.search(r"^req\.irql:(.*)$", path.read_text(errors="replace"), flags=re.M)
    known = range_of(said.group(1).strip()) if said else None
    if known is None:
        return "absent", f"in prose only: {said.group(1).strip() if said else ''}"
    return None if known == (least, most) else ("differs", f"the page says {said.group(1).strip()}")


def irqls(source):
    names = {"DISPATCH_LEVEL": DISPATCH, "APC_LEVEL": APC, "HIGH_LEVEL": HIGH, "DIRQL": 5}
    row = re.compile(r'\{"(\w+)", (\w+), (\w+),\s*"(\S+)"\}')
    for found in row.finditer(source):
        least, most = (names[one] if one in names else int(one) for one in found.group(2, 3))
        yield found.group(1), least, most, found.group(4)


def all_checks(mock, pages):
    """(item, outcome) of each; outcome is None if it agrees."""
    owners = collections.defaultdict(list)
    for item in mock_headers.read(mock / "include"):
        if item.kind == "member":
            name, member = item.name.split(".")[:2]
            if member not in owners[name]:
                owners[name].append(member)
                owners[name, "place"] = item.place
            continue
        function = item.kind == "function"
        if not function and not (item.kind == "type" and item.parts[0].endswith(")")):
            continue
        page = pages.get(("nf" if function else "nc", item.name.lower()))
        arguments = item.parts[1] if function else tuple(mock_headers.split(
            item.parts[0][item.parts[0].index("(") + 1:-1], ","))
        arguments = () if arguments == ("void",) else arguments
        yield item, check_parameters(page, arguments) if page else ("absent", "no page")
    for name in [key for key in owners if isinstance(key, str)]:
        page = pages.get(("ns", name.lstrip("_").lower()))
        item = Item("structure", name, owners[name, "place"], ())
        yield item, check_members(page, owners[name]) if page else ("absent", "no page")
    for name, least, most, where in irqls((mock / "irql.c").read_text()):
        page = pages.get(("nf", name.lower()))
        item = Item("irql", f"IRQL of {name}", f"irql.c: {where}", ())
        yield item, check_irql(page, least, most) if page else ("absent", "no page")


def main():
    mock, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    pages = index(root)
    if not pages:
        sys.exit(f"Bail out! no pages below {root}/content")
    outcomes = list(all_checks(mock, pages))
    items = [item for item, _ in outcomes]
    found = {number: outcome for number, (_, outcome) in enumerate(outcomes) if outcome}
    if verdicts.report(items, found, mock / "real" / "pages.tsv", "the pages"):
        sys.exit(1)


main()
