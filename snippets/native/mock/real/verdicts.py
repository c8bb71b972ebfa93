"""What was found about each item, against the list of differences that are allowed."""
import collections
import sys


def label(item):
    return item.name + {"function": "()", "type": " (type)"}.get(item.kind, "")


def differences(file):
    allowed = {}
    for line in file.read_text().splitlines():
        if line and not line.startswith("#"):
            name, status, reason = line.split("\t")
            if not reason.strip():
                sys.exit(f"{file}: no reason for {name}")
            allowed[name] = status
    return allowed


def report(items, found, listed, title, partial=False):
    """Prints TAP with the numbers; gives what is not as the list says."""
    allowed = differences(listed)
    wrong, needed, count = [], set(), collections.Counter()
    for number, item in enumerate(items):
        status, words = found.get(number, ("agrees", ""))
        count[status] += 1
        name = label(item)
        group = next((key for key in (name, name.split(".")[0] + ".*")
                      if allowed.get(key) == status), None)
        if group:
            needed.add(group)
        if status not in (("agrees", "absent") if partial else ("agrees",)) and not group:
            wrong.append(f"{name}\t{status}\t{item.place}: {words}")
    wrong += [f"{name}\t{status}\tlisted, but it is not so" for name, status in allowed.items()
              if name not in needed]
    for line in wrong:
        print(f"# {line}")
    print(f"{'not ok' if wrong else 'ok'} 1 - the mock agrees with {title} # "
          f"{count['agrees']} agree, {count['differs']} differ as listed, "
          f"{count['absent']} not found" + (f"; {len(wrong)} not as listed" if wrong else ""))
    print("1..1")
    return wrong
