#!/bin/sh
# Builds rbe.ko with a kernel's own build system, in a copy, so that no object lands here.
#
#     build-module.sh <headers> <out> [make argument…]
#
# headers: a kernel's build directory, e.g. /lib/modules/6.1.0-56-amd64/build; out: where to
# build. Warnings are those of W=1; the log is out/build.log.
set -eu
headers=$1
out=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)

rm -rf "$out/drivers" "$out/core"
mkdir -p "$out/drivers/linux" "$out/core"
cp "$native"/core/*.c "$native"/core/*.h "$out/core/"
cp "$native"/drivers/rbe_hw.h "$out/drivers/"
cp "$here"/*.c "$here"/*.h "$here"/Kbuild "$out/drivers/linux/"
make -C "$headers" M="$(cd "$out" && pwd)/drivers/linux" W=1 "$@" modules >"$out/build.log" 2>&1 || {
    cat "$out/build.log" >&2
    exit 1
}
if grep -q 'warning:' "$out/build.log"; then
    cat "$out/build.log" >&2
    exit 1
fi
