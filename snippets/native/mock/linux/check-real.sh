#!/bin/sh
# Holds the mock's headers against a kernel's own: a C file includes the real headers, declares
# every function of the mock once more, looks up every member and compares every number. A
# wrong prototype is a conflict that the compiler reports.
#
#     check-real.sh <headers> <out>     headers: a kernel's build directory; 77: a tool is missing
set -eu
headers=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)

command -v python3 >/dev/null || { echo "1..0 # SKIP python3 is missing"; exit 77; }
[ -e "$headers/Makefile" ] || { echo "1..0 # SKIP no kernel headers at '$headers'"; exit 77; }
mkdir -p "$out"
out=$(cd "$out" && pwd)
python3 -B "$here/check_real.py" "$here/include" >"$out/check_real.c"
printf 'obj-m := check_real.o\nccflags-y := -Wno-unused-function -Wno-unused-const-variable -Werror\n' >"$out/Kbuild"
if ! make -C "$headers" M="$out" modules >"$out/build.log" 2>&1; then
    grep -E 'error' "$out/build.log" >&2 || cat "$out/build.log" >&2
    echo "not ok 1 - the mock agrees with $headers"
    echo "1..1"
    exit 1
fi
echo "ok 1 - the mock agrees with $headers # $(tail -1 "$out/check_real.c" | tr -d '/*')"
echo "1..1"
