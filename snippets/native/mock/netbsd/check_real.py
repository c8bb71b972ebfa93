"""Writes the C file of check-real.sh from the mock's headers.

    check_real.py <mock's headers> <sys directory of the source tree> <__NetBSD_Version__>

Every function is declared a second time after the tree's own headers (one that the tree has
as a macro is called once with the mock's types), every member and type is compared, every
number too, and every macro with arguments must be there. What the mock has for that version
only is chosen by the version. Lines with the word mock in a comment are the mock's own.
"""
import pathlib
import re
import sys

OWN = re.compile(r"/\*[^*]*\bmock\b[^*]*\*/")
VERSION = re.compile(r"__NetBSD_Version__ (>=|<) (\d+)")
# A macro in the tree whose text is a statement, or arrays of another length.
LOOSE = {("x86_bus_dmamap", "dm_segs"), ("dl_addr", "dl_data")}


def chosen(text, version):
    """What the preprocessor leaves of the blocks that ask for the version."""
    lines, stack = [], []
    for line in text.split("\n"):
        if re.match(r"#\s*if", line):
            asked = VERSION.search(line)
            number = int(asked.group(2)) if asked else 0
            holds = not asked or ((version >= number) == (asked.group(1) == ">="))
            stack.append([bool(asked), holds])
            if asked:
                continue
        elif re.match(r"#\s*else", line) and stack[-1][0]:
            stack[-1][1] = not stack[-1][1]
            continue
        elif re.match(r"#\s*endif", line) and stack.pop()[0]:
            continue
        if all(holds for _, holds in stack):
            lines.append(line)
    return "\n".join(lines)


def strip(text):
    text = "\n".join(line for line in text.split("\n") if not OWN.search(line))
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S).replace("\\\n", " ")


def without_bodies(text):
    """Cuts bodies of functions: what stands in braces at top level after a parenthesis."""
    kept, depth, body = [], 0, False
    for at, letter in enumerate(text):
        if letter == "{":
            if depth == 0:
                body = text[:at].rstrip().endswith(")")
                kept.append(";" if body else "")
            depth += 1
        if not (body and depth):
            kept.append(letter)
        if letter == "}":
            depth -= 1
            body = body and depth > 0
    return "".join(kept)


def code(text):
    return re.sub(r"^[ \t]*#.*$", "", without_bodies(text), flags=re.M)


def functions(text):
    bare = re.sub(r"__attribute__\(\((?:[^()]|\([^()]*\))*\)\)", "", code(text))
    flat = re.sub(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", "{}", bare)
    for found in re.finditer(
        r"(?:^|;|\})\s*(?:static inline )?([A-Za-z_][\w \*\n]*?[\s\*])(\w+)\s*\(([^;{}]*)\)\s*"
        r"(?=;)", flat):
        kind, name, arguments = (" ".join(part.split()) for part in found.groups())
        if not name.startswith("mock_") and not kind.startswith("typedef"):
            yield kind, name, arguments


def split(arguments):
    parts, depth, part = [], 0, ""
    for letter in arguments:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    return parts + [part.strip()] if arguments not in ("void", "") else []


def called(kind, name, arguments):
    """For a macro of the tree: a function that passes its own arguments on."""
    parts = [part for part in split(arguments) if part != "..."]
    names = [re.search(r"\(\*(\w+)\)|(\w+)$", part) for part in parts]
    if not all(names):
        sys.exit(f"{name}({arguments}): an argument has no name")
    names = [found.group(1) or found.group(2) for found in names]
    back = f"{name}({', '.join(names)});"
    return (f"static {kind} check_{name}({', '.join(parts) or 'void'})\n"
            f"{{ {back if kind == 'void' else 'return ' + back} }}")


def check_function(kind, name, arguments):
    return (f"#ifdef {name}\n{called(kind, name, arguments)}\n#else\n"
            f"static __typeof__({name}) *exists_{name};\n{kind} {name}({arguments});\n#endif\n")


def members(text):
    for found in re.finditer(r"\bstruct (\w+) \{(.*?)\n\}", code(text), flags=re.S):
        for member in found.group(2).split(";"):
            member = " ".join(member.split())
            if not member or re.search(r"[{}:]", member):
                continue
            pointer = re.match(r"^(.*)\(\*(\w+)\)(\(.*\))$", member)
            plain = re.match(r"^(.*?[\s\*])(\w+)(\[.*\])?$", member)
            if pointer:
                yield found.group(1), pointer.group(2), pointer.group(1) + "(*)" + pointer.group(3)
            elif plain:
                yield found.group(1), plain.group(2), plain.group(1) + (plain.group(3) or "")


def types(text):
    for found in re.finditer(r"\btypedef ([^;{}]+);", code(text)):
        line = " ".join(found.group(1).split())
        pointer = re.match(r"^(.*)\(\*(\w+)\)(\(.*\))$", line)
        plain = re.match(r"^(.*?[\s\*])(\w+)$", line)
        if pointer:
            yield pointer.group(2), pointer.group(1) + "(*)" + pointer.group(3)
        elif plain and plain.group(2) != "pmf_qual_t":
            yield plain.group(2), plain.group(1)


def constants(text):
    for name, value in re.findall(r"^#define (\w+) (-?(?:0x)?[0-9a-fA-F]+(?:ul?)?)\s*$", text,
                                  flags=re.M):
        yield name, value
    for body in re.findall(r"\benum(?: \w+)? \{(.*?)\}", text, flags=re.S):
        for name, value in re.findall(r"(\w+) = ([^,}\s]+)", body):
            if not name.startswith("MOCK_"):
                yield name, value


def macros(text):
    return re.findall(r"^#define (?!__)(\w+)\(", text, flags=re.M)


def alike(real, ours, what):
    return f"_Static_assert(__builtin_types_compatible_p({real}, {ours}), \"{what}\");"


def checks(text):
    for function in functions(text):
        yield "functions", check_function(*function)
    for owner, name, kind in members(text):
        if (owner, name) not in LOOSE:
            yield "members", alike(f"__typeof__(((struct {owner} *)0)->{name})", kind,
                                   f"{owner}.{name}")
    for name, kind in types(text):
        yield "types", alike(name, kind, name)
    for name, value in constants(text):
        yield "constants", f"_Static_assert(({name}) == ({value}), \"{name}\");"
    for name in macros(text):
        yield "macros", (f"#ifndef {name}\nstatic __typeof__({name}) *macro_{name};\n#endif")


def order(path):
    """The order in which a NetBSD source includes: sys/param.h, sys, net, the others."""
    first = ["sys", "net", "netinet", "dev"].index(path.parts[0])
    return path.name != "param.h", path.name != "systm.h", first, path


def main():
    root, tree, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    numbers = dict.fromkeys(("functions", "members", "types", "constants", "macros"), 0)
    texts = []
    for name in sorted((path.relative_to(root) for path in root.rglob("*.h")), key=order):
        text = strip(chosen((root / name).read_text(), version))
        if (tree / name).exists():
            print(f"#include <{name}>")
        texts.append(text)
    print("#include <sys/pmf.h>\n#include <net/ethertypes.h>\n#include <lib/libkern/libkern.h>\n")
    for text in texts:
        for kind, line in checks(text):
            print(line)
            numbers[kind] += 1
    print("/* " + ", ".join(f"{count} {what}" for what, count in numbers.items()) + " */")


main()
