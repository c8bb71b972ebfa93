"""Writes the C file of check-real.sh from the mock's headers: each of them is included as the
kernel has it, then everything that the mock declares is said once more. What is named mock_,
or stands in a line with the word mock in its comment, is the mock's own.
"""
import pathlib
import re
import sys

OWN = re.compile(r"/\*[^*]*\bmock\b[^*]*\*/")
# The mock's own, and what the kernel says in a header that no driver includes.
LOOSE = re.compile(r"struct mock_\w+|\b(_init|_fini|_info|mod_driverops)\b|struct dev_info\b")


def code(path):
    """The text without comments, directives and what is the mock's own."""
    lines = [line for line in path.read_text().split("\n") if not OWN.search(line)]
    text = re.sub(r"/\*.*?\*/", " ", "\n".join(lines), flags=re.S).replace("\\\n", " ")
    return re.sub(r"^[ \t]*#.*$", "", text, flags=re.M)


def statements(text):
    """Declarations at the top level, each in one line and without its semicolon."""
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if letter == ";" and depth == 0:
            yield " ".join(text[start:at].split())
            start = at + 1


def members(body):
    for member in statements(body):
        if "{" in member or "mock_" in member:
            continue
        pointer = re.match(r"^(.*)\(\*(\w+)\)(\(.*\))$", member)
        array = re.match(r"^(.*?)(\w+)(\[.*\])$", member)
        plain = re.match(r"^(.*?[\s*])(\w+)$", member)
        if pointer:
            yield pointer[2], f"{pointer[1]}(*){pointer[3]}"
        elif array:
            yield array[2], array[1].strip() + array[3]
        elif plain:
            yield plain[2], plain[1].strip()


def enumerators(body):
    value = "-1"
    for part in filter(None, (part.strip() for part in body.split(","))):
        name, _, given = (word.strip() for word in part.partition("="))
        value = given or f"({value}) + 1"
        yield name, value


def numbers(path):
    for name, value in re.findall(r"^#define (\w+) ([^/\n]+)", path.read_text(), flags=re.M):
        if re.fullmatch(r"\(?-?(0x)?[0-9a-fA-F]+\)?", value.strip()) and "mock" not in name.lower():
            yield name, value.strip()


class Check:
    def __init__(self):
        self.lines, self.count = [], {"functions": 0, "types": 0, "members": 0, "constants": 0}

    def say(self, what, line):
        self.lines.append(line)
        self.count[what] += 1

    def constant(self, name, value):
        self.say("constants", f'_Static_assert(({name}) == ({value}), "{name}");')

    def structure(self, owner, body):
        for name, kind in members(body):
            real = f"__typeof__((({owner} *)0)->{name})"
            self.say("members", f"_Static_assert(__builtin_types_compatible_p({real}, {kind}), "
                     f'"{owner}.{name}");')

    def declaration(self, text):
        if LOOSE.search(text) or not text:
            return
        body = re.search(r"\{(.*)\}", text)
        if body and re.match(r"(typedef )?enum", text):
            for name, value in enumerators(body[1]):
                self.constant(name, value)
        elif body:
            alias = re.search(r"\} (\w+)$", text)
            self.structure(alias[1] if alias else re.match(r"struct \w+", text)[0], body[1])
        elif text.startswith("typedef"):
            self.say("types", text + ";")
        elif "(" in text:
            name = re.search(r"(\w+)\(", text)[1]
            self.say("functions", f"static __typeof__({name}) *exists_{name} "
                     f"__attribute__((unused));\n{text};")


def main():
    root, check = pathlib.Path(sys.argv[1]), Check()
    files = sorted(root.rglob("*.h"))
    for path in files:
        print(f"#include <{path.relative_to(root)}>")
    print("#include <sys/time.h>")
    for path in files:
        for text in statements(code(path)):
            check.declaration(text)
        for name, value in numbers(path):
            check.constant(name, value)
    print("\n".join(check.lines))
    print("/* " + ", ".join(f"{count} {what}" for what, count in check.count.items()) + " */")


main()
