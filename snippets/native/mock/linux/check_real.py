"""Writes the C file of check-real.sh from the mock's headers.

A function that the kernel has as a macro is called once with the mock's types, any other is
declared a second time. Lines with the word mock in a comment are the mock's own.
"""
import pathlib
import re
import sys

OWN = re.compile(r"/\*[^*]*\bmock\b[^*]*\*/")
# Numbers of the mock's own choice, and macros whose text cannot be an operand.
SKIP = {"GFP_KERNEL", "HZ", "MAX_SKB_FRAGS", "SMP_CACHE_BYTES", "NET_SKB_PAD", "BITS_PER_LONG"}


def headers(root):
    return sorted(path for path in pathlib.Path(root).rglob("*.h"))


def strip(text):
    lines = [line for line in text.split("\n") if not OWN.search(line)]
    text = re.sub(r"/\*.*?\*/", " ", "\n".join(lines), flags=re.S)
    return text.replace("\\\n", " ")


def without_bodies(text):
    """Cuts what stands in braces at top level after a parenthesis: bodies of functions."""
    kept, depth, body = [], 0, False
    for at, letter in enumerate(text):
        if letter == "{":
            if depth == 0:
                body = text[:at].rstrip().endswith(")")
                if body:
                    kept.append(";")
            depth += 1
        if not (body and depth):
            kept.append(letter)
        if letter == "}":
            depth -= 1
            body = body and depth > 0
    return "".join(kept)


def functions(text):
    text = re.sub(r"^[ \t]*#.*$", "", text, flags=re.M)
    for found in re.finditer(
        r"(?:^|;|\})\s*(?:static inline )?([A-Za-z_][\w \*\n]*?[\s\*])(\w+)\s*\(([^;{}]*)\)\s*"
        r"(?:__attribute__\(\(.*?\)\)\s*)?(?=;)", text):
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
    return parts + [part.strip()] if arguments != "void" else []


def named(argument, number):
    """The argument with a name of ours, whatever it had."""
    if "(*" in argument:
        return re.sub(r"\(\*\w*\)", f"(*a{number})", argument, count=1)
    words = re.match(r"^(.*?[\s\*])(\w+)$", argument)
    known = {"int", "long", "char", "u8", "u16", "u32", "u64", "bool", "gfp_t"}
    if words and words.group(2) not in known and not re.fullmatch(
            r"(const |volatile )*(struct|enum|unsigned) ?", words.group(1)):
        argument = words.group(1)
    return f"{argument} a{number}"


def check_function(kind, name, arguments):
    parts = [named(part, i) for i, part in enumerate(split(arguments))]
    call = f"{name}({', '.join(f'a{i}' for i in range(len(parts)))})"
    back = f"{call};" if kind == "void" else f"return {call};"
    return (f"#ifdef {name}\nstatic {kind} check_{name}({', '.join(parts) or 'void'})\n"
            f"{{ {back} }}\n#else\n"
            f"static typeof({name}) *exists_{name} __maybe_unused;\n{kind} {name}({arguments});\n#endif\n")


def structs(text):
    for found in re.finditer(r"\bstruct (\w+) \{(.*?)\n\}", text, flags=re.S):
        for member in found.group(2).split(";"):
            member = " ".join(member.split())
            if member and "{" not in member and "}" not in member:
                yield found.group(1), member


def member_checks(owner, member):
    pointer = re.match(r"^(.*)\(\*(\w+)\)(\(.*\))$", member)
    if pointer:
        yield owner, pointer.group(2), f"{pointer.group(1)}(*){pointer.group(3)}"
        return
    array = re.match(r"^(.*?)(\w+)(\[.*\])$", member)
    kind, names = (array.group(1), [array.group(2)]) if array else (None, None)
    if not array:
        first = re.match(r"^(.*?[\s\*])(\w+(?:, \w+)*)$", member)
        kind, names = first.group(1), first.group(2).split(", ")
    for name in names:
        yield owner, name, kind.strip() + (array.group(3) if array else "")


def constants(text):
    for found in re.finditer(r"^#define (\w+) (.+)$", text, flags=re.M):
        name, value = found.group(1), found.group(2).strip()
        if re.fullmatch(r"-?(0x)?[0-9a-fA-F]+(u|ul)?", value):
            yield name, value
    for body in re.findall(r"\benum(?: \w+)? \{(.*?)\}", text, flags=re.S):
        for name, value in re.findall(r"(\w+) = ([^,}]+)", body):
            yield name, value.strip()


# A flexible array in the kernel, so that its length cannot be said.
LOOSE = {("sockaddr", "sa_data")}


def main():
    files = headers(sys.argv[1])
    texts = [strip(path.read_text()) for path in files]
    numbers = {"functions": 0, "members": 0, "constants": 0}
    for path in files:
        print(f"#include <{path.relative_to(sys.argv[1])}>")
    print("#include <linux/mm.h>\n#include <linux/in.h>\n#include <linux/if.h>\n")
    for text in texts:
        for kind, name, arguments in functions(without_bodies(text)):
            print(check_function(kind, name, arguments))
            numbers["functions"] += 1
        for owner, member in structs(text):
            for where, name, kind in member_checks(owner, member):
                if (where, name) in LOOSE:
                    continue
                print(f"static_assert(__builtin_types_compatible_p(typeof(((struct {where} *)0)->"
                      f"{name}), typeof({kind})), \"{where}.{name}\");" if "(" not in kind else
                      f"static void check_{where}_{name}({kind.replace('(*)', '(**a)')})\n"
                      f"{{ (void)(a == &((struct {where} *)0)->{name}); }}")
                numbers["members"] += 1
        for name, value in constants(text):
            if name not in SKIP:
                print(f"static_assert(({name}) == ({value}), \"{name}\");")
                numbers["constants"] += 1
    print("MODULE_LICENSE(\"Apache-2.0\");")
    print("/* " + ", ".join(f"{count} {what}" for what, count in numbers.items()) + " */")


main()
