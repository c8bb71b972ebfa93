#!/bin/sh
# Holds the mock's headers against what there is of the kernel's interface: mingw-w64's
# headers for drivers, and the reference pages.
#
#     check-real.sh <pages> <out>     pages: wdk-ddi-src of windows-driver-docs-ddi, or ""
#                                     77: a tool is missing
set -eu
pages=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
cc=${MINGW_CC:-x86_64-w64-mingw32-gcc}

for tool in python3 "$cc"; do
    command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool is missing"; exit 77; }
done
headers=$(echo '#include <ddk/wdm.h>' | $cc -E -M -x c - 2>/dev/null | tr ' ' '\n' |
    sed -n 's,/wdm\.h$,,p' | head -1)
[ -n "$headers" ] || { echo "1..0 # SKIP no headers for drivers (mingw-w64 ddk)"; exit 77; }
failed=0
# NDIS 6 is there in parts only, and ndis.h does not compile as a whole; Windows 7 is the
# last that it knows.
python3 -B "$here/../real/compare.py" --mock "$here/include" --prelude "$here/real/prelude.c" \
    --out "$out" --differences "$here/real/differences.tsv" --name "mingw-w64's headers" \
    --tolerate ddk/ndis.h --partial -- \
    $cc -D_WIN32_WINNT=0x0601 -DNTDDI_VERSION=0x06010000 -std=gnu11 -fsyntax-only \
    -fmax-errors=0 -w -Werror=incompatible-pointer-types -Werror=int-conversion \
    -Werror=implicit-function-declaration -I"$headers" || failed=1
if [ -n "$pages" ]; then
    python3 -B "$here/real/pages.py" "$here" "$pages" || failed=1
fi
exit $failed
