#!/bin/sh
# Holds the mock's headers against a NetBSD source tree, and compiles the driver with that
# tree's headers alone. A wrong prototype, member or number is a conflict that gcc reports.
#
#     check-real.sh <tree> <out>     tree: has sys/sys/param.h; 77: something is missing
set -eu
tree=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)

command -v python3 >/dev/null || { echo "1..0 # SKIP python3 is missing"; exit 77; }
[ -e "$tree/sys/sys/param.h" ] || { echo "1..0 # SKIP no NetBSD source tree at '$tree'"; exit 77; }
tree=$(cd "$tree" && pwd)
rm -rf "$out"
mkdir -p "$out/include" "$out/options"
out=$(cd "$out" && pwd)

# What config(1) would do for amd64: names of architectures, and options that are all off.
for name in machine amd64; do ln -s "$tree/sys/arch/amd64/include" "$out/include/$name"; done
for name in x86 i386; do ln -s "$tree/sys/arch/$name/include" "$out/include/$name"; done
version=$(awk '$1 == "#define" && $2 == "__NetBSD_Version__" {print $3}' "$tree/sys/sys/param.h")

compile() {
    gcc -fsyntax-only -nostdinc -ffreestanding -fno-builtin -std=gnu99 -D_KERNEL -D_KERNEL_OPT \
        -D__NetBSD__ -U__linux -U__linux__ -U__gnu_linux__ -Ulinux -Uunix -Wall -Wextra -Werror \
        -Wno-unused -Wno-unused-parameter -Wno-sign-compare \
        -I"$native/drivers/netbsd" -I"$native/drivers" -I"$native/core" \
        -I"$out/include" -I"$out/options" -isystem "$tree/sys" -isystem "$tree/common/include" \
        "$1" 2>"$out/log"
}

# A header of options that is not there is made, empty, as often as one is asked for.
compile_with_options() {
    until compile "$1"; do
        missing=$(sed -n 's/.*fatal error: \(opt_[a-z0-9_]*\.h\):.*/\1/p' "$out/log")
        [ -n "$missing" ] || return 1
        : >"$out/options/$missing"
    done
}

number=0
failed=0
report() {
    number=$((number + 1))
    if compile_with_options "$1"; then
        echo "ok $number - $2"
    else
        grep -E 'error' "$out/log" >&2 || cat "$out/log" >&2
        echo "not ok $number - $2"
        failed=1
    fi
}

python3 "$here/check_real.py" "$here/include" "$tree/sys" "$version" >"$out/check_real.c"
report "$out/check_real.c" \
    "the mock agrees with NetBSD $version # $(tail -1 "$out/check_real.c" | tr -d '/*')"
for source in "$native"/drivers/netbsd/*.c "$native"/core/*.c; do
    report "$source" "${source#"$native"/} compiles with the headers of NetBSD $version"
done
echo "1..$number"
exit $failed
