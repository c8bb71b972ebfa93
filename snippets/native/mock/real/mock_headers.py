"""Reads a mock's headers: functions, members, numbers, types and claims about sizes, each with
its place.

A line with the word mock in a comment is the mock's own and not read; with it on the line
that opens a structure, the whole structure is. The headers are written by us, so a reader
of their style is enough.
"""
import collections
import pathlib
import re

Item = collections.namedtuple("Item", "kind name place parts")
OWN = re.compile(r"/\*[^*]*\bmock\b[^*]*\*/")
COMMENT = re.compile(r"/\*.*?\*/", re.S)


def blank(found):
    return re.sub(r"[^\n]", " ", found.group())


def without_own(text):
    lines, depth, kept = text.split("\n"), 0, []
    for line in lines:
        own = OWN.search(line)
        opens = line.split("/*")[0].rstrip().endswith("{")
        if depth or (own and opens):
            code = re.sub(r"/\*.*?\*/", "", line)
            depth += code.count("{") - code.count("}")
            kept.append("")
        else:
            kept.append("" if own else line)
    return "\n".join(kept)


def for_windows(text):
    """Of what is there twice, for Windows and for the host, the first."""
    text = re.sub(r"(?<=\n)#else\n(?:(?!#endif).*\n)*(?=#endif)", blank,
                  re.sub(r"#ifndef _WIN32\n(?:.*\n)*?#endif", blank, text))
    return text


def clean(text):
    text = COMMENT.sub(blank, without_own(text))
    if "#ifdef _WIN32" in text:
        text = for_windows(text)
    return text.replace("NTKERNELAPI", " " * 11)


def split(text, at):
    """Parts between marks at top level."""
    parts, depth, part = [], 0, ""
    for letter in text:
        depth += (letter in "({[") - (letter in ")}]")
        if letter == at and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += letter
    return [" ".join(one.split()) for one in parts + [part] if one.strip()]


def close(text, start):
    """Where the brace that opens at start is closed."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    raise ValueError("a brace is not closed")


def statements(text):
    """Declarations at top level with where they begin; bodies of functions are left out."""
    text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.M)
    at, begin = 0, 0
    while at < len(text):
        if text[at] == "{":
            end = close(text, at)
            if text[begin:at].rstrip().endswith(")"):
                yield begin, text[begin:at]
                begin = end + 1
            at = end
        elif text[at] == ";":
            yield begin, text[begin:at]
            begin = at + 1
        at += 1


def members(body, prefix=""):
    for one in split(body, ";"):
        if "{" in one:
            inside, names = one[one.index("{") + 1:one.rindex("}")], one[one.rindex("}") + 1:]
            for name in split(names, ",") or [""]:
                yield from members(inside, f"{prefix}{name}." if name else prefix)
            continue
        pointer = re.match(r"^(.*)\(\*(\w+)\)(\(.*\))$", one)
        if pointer:
            yield prefix + pointer.group(2), f"{pointer.group(1)}(*){pointer.group(3)}"
            continue
        first, *others = split(one, ",")
        start = re.match(r"^(?:_Alignas\(\d+\) |ALIGNED16 )?(.*?[\s\*]+)(\w+)( ?: ?\d+)?(\[.*\])?$",
                         first)
        base = re.sub(r"[\s\*]+$", "", start.group(1))
        stars = start.group(1)[len(base):].strip()
        named = stars + start.group(2) + (start.group(3) or "") + (start.group(4) or "")
        for name in [named] + others:
            declared = re.match(r"^(\**)\s*(\w+)( ?: ?\d+)?(\[.*\])?$", name)
            if declared.group(3):
                yield prefix + declared.group(2), "bits"
            else:
                yield prefix + declared.group(2), " ".join(
                    (base, declared.group(1), declared.group(4) or "")).strip()


def enumerators(body):
    base, more = "0", -1
    for one in split(body, ","):
        name, _, value = (part.strip() for part in one.partition("="))
        base, more = (value, 0) if value else (base, more + 1)
        yield name, f"({base}) + {more}"


def of_braces(statement, place):
    head, body = statement[:statement.index("{")], statement[statement.index("{") + 1:
                                                             statement.rindex("}")]
    kind = re.search(r"\b(struct|union|enum)\b\s*(\w*)", head)
    if not kind:
        return
    if kind.group(1) == "enum":
        for name, value in enumerators(body):
            yield Item("number", name, place, (value,))
        return
    tail = [name for name in split(statement[statement.rindex("}") + 1:], ",") if "*" not in name]
    if statement.lstrip().startswith("typedef") and tail:
        owner = tail[0]
        name = owner
    else:
        owner, name = f"{kind.group(1)} {kind.group(2)}", kind.group(2)
    for member, of in members(body):
        yield Item("member", f"{name}.{member}", place, (owner, member, of))


def of_typedef(statement, place):
    text = " ".join(statement.split())[len("typedef "):]
    function = re.match(r"^(.*?)\(\*?\s*(\w+)\)\s*\(.*\)$", text) or re.match(
        r"^(.*?[\s\*])(\w+)\s*\(.*\)$", text)
    if function:
        yield Item("type", function.group(2), place, (text,))
        return
    first, *others = split(text, ",")
    base = re.match(r"^(.*?)[\s\*]+\w+$", first).group(1)
    for one in [first[len(base):]] + others:
        yield Item("type", re.sub(r"\W", "", one), place, (f"{base} {one}",))


def of_function(statement, place):
    text = re.sub(r"__attribute__\(\(.*\)\)", "", " ".join(statement.split())).strip()
    text = re.sub(r"^(static inline|FORCEINLINE|extern) ", "", text)
    found = re.match(r"^([A-Za-z_][\w \*]*?[\s\*])(\w+) ?\((.*)\)$", text)
    if found and not found.group(2).startswith("mock_"):
        yield Item("function", found.group(2), place,
                   (found.group(1).strip(), tuple(split(found.group(3), ","))))


def defines(text, file):
    joined = text.replace("\\\n", "  ") # as long as before: places stay
    for found in re.finditer(r"^#define (\w+)[ \t]+(\S[^\n]*)$", joined, flags=re.M):
        name, value = found.group(1), found.group(2).strip()
        if re.search(r"[\dA-Z]", value) and re.fullmatch(r"[-\w ()|~<+*]+", value):
            if "sizeof" in value or "SIZEOF" in value or "inline" in value or "_Alignas" in value:
                continue
            line = text[:found.start()].count("\n") + 1
            yield Item("number", name, f"{file}:{line}", (value,))


def read(root):
    """All items of the headers below a directory, in order."""
    root = pathlib.Path(root)
    for path in sorted(root.rglob("*.h")):
        file, text = str(path.relative_to(root)), clean(path.read_text())
        yield from defines(text, file)
        for begin, statement in statements(text):
            lead = len(statement) - len(statement.lstrip())
            place = f"{file}:{text[:begin + lead].count(chr(10)) + 1}"
            statement = statement.strip()
            if statement.startswith("extern") or not statement:
                continue
            if statement.startswith("_Static_assert"):
                claim = " ".join(statement.split())
                name = claim[len("_Static_assert("):-1].split(', "')[0]
                yield Item("claim", name, place, (claim,))
            elif "{" in statement:
                yield from of_braces(statement, place)
            elif statement.startswith("typedef"):
                yield from of_typedef(statement, place)
            elif "(" in statement:
                yield from of_function(statement, place)
