#!/bin/sh
# Judges one program, for `make judged`: runs it, reads its TAP, and writes to <verdict> a line
# for each file it was made of, with the content that was compiled. No verdict if a test failed.
# None either if this machine can run none of its tests: what it lacks for them is said of the
# same files in <verdict>.skipped, with 0 tests of 0, and the program is run again next time.
#
#     judge.sh <program> <objects> <flags> <verdict> [<data file that its tests read>…]
#
# Columns: file, SHA-256, program, compiler, flags, where its tests ran, passed, of how many.
# The environment's BPF are files that clang compiled for the kernel, which the tests ask; of
# those in ELSEWHERE this program proves nothing, though it is made of them too.
set -eu
export LC_ALL=C
program=$1
objects=$2
flags=$3
verdict=$4
shift 4
name=$(basename "$program")
rm -f "$verdict" "$verdict.skipped"
: >"$verdict.new"

status=0
timeout 300 "$program" >"$verdict.tap" 2>&1 || status=$?
planned=$(sed -n 's/^1\.\.\([0-9]*\)$/\1/p' "$verdict.tap")
skipped=$(grep -c '^ok [0-9]* - .* # SKIP' "$verdict.tap" || true)
passed=$(($(grep -c '^ok [0-9]' "$verdict.tap" || true) - skipped))
of=$((${planned:-0} - skipped))
lacks=
if [ "$status" = 0 ] && [ "$skipped" -gt 0 ] && [ "$skipped" = "${planned:-0}" ]; then
    lacks=$(sed -n 's/^ok [0-9]* - .* # SKIP \(it needs \)*//p' "$verdict.tap" | head -n 1)
    echo "$name: not run, it needs $lacks" >&2
elif [ "$status" != 0 ] || [ "$of" -lt 1 ] || [ "$passed" != "$of" ]; then
    echo "$name: status $status, $passed of ${planned:-an unknown number of} tests" >&2
    grep -q '^not ok' "$verdict.tap" || tail -n 10 "$verdict.tap" >&2
    awk '/^(not )?ok / { if (/^not/) printf "%s%s\n", said, $0; said = ""; lines = 0; next }
        ++lines <= 3 { said = said $0 "\n" }' "$verdict.tap" >&2
    exit 1
fi

# What the compiler read, except the system's headers; each file under one name. What a kernel says
# of a program is nothing about the device model, which that test does not ask.
others=" ${BPF:-} ${ELSEWHERE:-} "
bed=$(dirname "$program")/bed.o
[ -z "${BPF:-}" ] || bed=
sources=$(find "$objects" $bed -name '*.d' -exec cat {} + |
    tr -d '\\\\:' | tr -s ' ' '\n' | grep -E '^[a-z].*\.[ch]$' | sort -u |
    xargs realpath --relative-to=. | sort -u |
    while IFS= read -r file; do case $others in *" $file "*) ;; *) echo "$file" ;; esac; done)
where='the test bed'
case "$sources" in
*mock/*) where='the mock kernel' ;;
esac
[ -z "${BPF:-}" ] || where="$(uname -s) $(uname -r | grep -o '^[0-9]*\.[0-9]*')"
[ -z "$lacks" ] || where=$lacks
version() {
    echo "$1 $($1 -dumpfullversion 2>/dev/null || $1 -dumpversion)"
}
lines() { # <compiler> <flags> <file>…
    by=$1
    with=$2
    shift 2
    sha256sum "$@" | sed 's/^\([0-9a-f]*\)  \(.*\)$/\2	\1/' | while IFS= read -r file; do
        printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
            "$file" "$name" "$by" "$with" "$where" "$passed" "$of"
    done >>"$verdict.new"
}
lines "$(version "$CC")" "$flags" $sources
if [ -n "${BPF:-}" ]; then
    by=
    [ -n "$lacks" ] || by=$(version "$BPF_CLANG")
    lines "$by" "$BPF_FLAGS" $BPF
fi
[ $# = 0 ] || lines '' '' "$@"
mv "$verdict.new" "$verdict${lacks:+.skipped}"
