#!/bin/sh
# Judges one program, for `make judged`: runs it, reads its TAP, and writes to <verdict> a line
# for each file it was made of, with the content that was compiled. No verdict if a test failed.
#
#     judge.sh <program> <objects> <flags> <verdict> [<data file that its tests read>…]
#
# Columns: file, SHA-256, program, compiler, flags, where its tests ran, passed, of how many.
set -eu
export LC_ALL=C
program=$1
objects=$2
flags=$3
verdict=$4
shift 4
name=$(basename "$program")
rm -f "$verdict"
: >"$verdict.new"

status=0
timeout 300 "$program" >"$verdict.tap" 2>&1 || status=$?
planned=$(sed -n 's/^1\.\.\([0-9]*\)$/\1/p' "$verdict.tap")
skipped=$(grep -c '^ok [0-9]* - .* # SKIP' "$verdict.tap" || true)
passed=$(($(grep -c '^ok [0-9]' "$verdict.tap" || true) - skipped))
of=$((${planned:-0} - skipped))
if [ "$status" != 0 ] || [ "$of" -lt 1 ] || [ "$passed" != "$of" ]; then
    echo "$name: status $status, $passed of ${planned:-an unknown number of} tests" >&2
    grep -q '^not ok' "$verdict.tap" || tail -n 10 "$verdict.tap" >&2
    awk '/^(not )?ok / { if (/^not/) printf "%s%s\n", said, $0; said = ""; lines = 0; next }
        ++lines <= 3 { said = said $0 "\n" }' "$verdict.tap" >&2
    exit 1
fi

# What the compiler read, except the system's headers; each file under one name.
sources=$(find "$objects" "$(dirname "$program")/bed.o" -name '*.d' -exec cat {} + |
    tr -d '\\\\:' | tr -s ' ' '\n' | grep -E '^[a-z].*\.[ch]$' | sort -u |
    xargs realpath --relative-to=. | sort -u)
where='the test bed'
case "$sources" in
*mock/*) where='the mock kernel' ;;
esac
compiler="$CC $($CC -dumpfullversion 2>/dev/null || $CC -dumpversion)"
lines() { # <compiler> <flags> <file>…
    by=$1
    with=$2
    shift 2
    sha256sum "$@" | sed 's/^\([0-9a-f]*\)  \(.*\)$/\2	\1/' | while IFS= read -r file; do
        printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
            "$file" "$name" "$by" "$with" "$where" "$passed" "$of"
    done >>"$verdict.new"
}
lines "$compiler" "$flags" $sources
[ $# = 0 ] || lines '' '' "$@"
mv "$verdict.new" "$verdict"
