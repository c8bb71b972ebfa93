"""Holds a mock's headers against a system's own, by a compiler: one check for each item.

    compare.py --mock <include> --prelude <file.c> --out <folder> --differences <file.tsv>
               --name <what it is held against> [--tolerate <file>] [--partial]
               -- <compiler and arguments>

The prelude includes the real headers. A function is declared a second time, or called with
the mock's types where it is a macro; a member's and a type's own types are compared, numbers
by value. What the compiler says about an item makes it one that differs or, if there is
nothing of that name, one that is not found. Both are allowed where the list of differences
says so, with a reason; a line there that is not needed any more is wrong too. Errors that
the real headers have of their own end it, but for those of a file that is tolerated. Where
the real headers are partial, what is not found is counted and not looked at.
"""
import argparse
import pathlib
import re
import subprocess
import sys

import mock_headers
import verdicts

KNOWN = {"int", "long", "char", "short", "unsigned", "bool", "void", "size_t"}
ABSENT = re.compile(r"undeclared|no member named|unknown type name|incomplete (definition|type)|"
                    r"implicit declaration|has no member|undefined type|"
                    r"expected (expression|declaration specifiers|specifier-qualifier)|"
                    r"static assertion is not an integer")


def named(argument, number):
    if argument == "...":
        return argument
    if "(*" in argument:
        return re.sub(r"\(\*\w*\)", f"(*a{number})", argument, count=1)
    array = re.match(r"^(.*?)\w+(\[.*\])$", argument)
    if array:
        return f"{array.group(1)}a{number}{array.group(2)}"
    words = re.match(r"^(.*?[\s\*])(\w+)$", argument)
    if words and words.group(2) not in KNOWN and not re.fullmatch(
            r"(const |volatile )*(struct|union|enum|unsigned|const|volatile) ?", words.group(1)):
        argument = words.group(1)
    return f"{argument} a{number}"


def function(item, number):
    back, arguments = item.parts
    parts = [] if arguments == ("void",) else [named(one, i) for i, one in enumerate(arguments)]
    call = f"{item.name}({', '.join(f'a{i}' for i in range(len(parts)))})"
    lines = [f"static typeof({item.name}) *exists{number};",
             f"{back} {item.name}({', '.join(parts) or 'void'});"]
    if "..." in parts:
        return lines
    body = f"{call};" if back == "void" else f"return {call};"
    macro = f"static {back} calls{number}({', '.join(parts) or 'void'}) {{ {body} }}"
    return [f"#ifdef {item.name}", macro, "#else", *lines, "#endif"]


def member(item, number):
    owner, name, of = item.parts
    at = f"(({owner} *)0)->{name}"
    if of == "bits":
        return [f"static inline void bits{number}({owner} *a) {{ a->{name} = 1; }}"]
    if "(*)" in of:
        return [f"static inline void points{number}({of.replace('(*)', f'(**a)', 1)})",
                f"{{ (void)(a == &{at}); }}"]
    return [f"_Static_assert(__builtin_types_compatible_p(typeof({at}), typeof({of})), \"type\");"]


def number_of(item, number):
    return [f"_Static_assert(({item.name}) == ({item.parts[0]}), \"value\");"]


def kind_of(item, number):
    mine = re.sub(rf"\b{item.name}\b(?=[^,]*$|\)? ?\()", f"mine{number}", item.parts[0], count=1)
    return [f"typedef {mine};",
            f"_Static_assert(__builtin_types_compatible_p({item.name}, mine{number}), \"type\");"]


def claim(item, number):
    return [f"{item.parts[0]};"]


CHECKS = {"function": function, "member": member, "number": number_of, "type": kind_of,
          "claim": claim}


def write(items, prelude, file):
    with file.open("w") as out:
        out.write(prelude)
        for number, item in enumerate(items):
            out.write(f'#line 1 "item/{number}"\n')
            out.write("\n".join(CHECKS[item.kind](item, number)) + "\n")


def judge(items, messages):
    """What the compiler has against each item: number to (status, words)."""
    found = {}
    for line in messages.splitlines():
        said = re.match(r"^item/(\d+):\d+(?::\d+)?: (?:fatal )?error: (.*)$", line)
        if said:
            number, words = int(said.group(1)), said.group(2)
            status = "absent" if ABSENT.search(words) else "differs"
            if number not in found or status == "absent":
                found[number] = (status, words)
    return found


def compile_only(compiler, file):
    ran = subprocess.run(compiler + [str(file)], capture_output=True, text=True)
    return ran.stderr


def own_errors(messages, tolerated):
    """How many errors a tolerated header has; others end the program."""
    errors = [line for line in messages.splitlines() if re.search(r": (fatal )?error: ", line)]
    for line in errors:
        if not (tolerated and line.split(":")[0].endswith(tolerated)):
            sys.exit("Bail out! the real headers alone do not compile\n" + line)
    return len(errors)


def options():
    known = argparse.ArgumentParser()
    for name in ("mock", "prelude", "out", "differences"):
        known.add_argument("--" + name, type=pathlib.Path, required=True)
    known.add_argument("--name", required=True)
    known.add_argument("--tolerate", default="")
    known.add_argument("--partial", action="store_true")
    known.add_argument("compiler", nargs="+")
    return known.parse_args()


def main():
    given = options()
    given.out.mkdir(parents=True, exist_ok=True)
    items = list(mock_headers.read(given.mock))
    own = own_errors(compile_only(given.compiler, given.prelude), given.tolerate)
    if own:
        print(f"# {given.tolerate} has {own} errors of its own")
    write(items, given.prelude.read_text(), given.out / "check_real.c")
    messages = compile_only(given.compiler, given.out / "check_real.c")
    (given.out / "messages.log").write_text(messages)
    found = judge(items, messages)
    if verdicts.report(items, found, given.differences, given.name, given.partial):
        sys.exit(1)


main()
