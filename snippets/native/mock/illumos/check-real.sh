#!/bin/sh
# Holds the mock's headers against a kernel's own: a C file includes the real headers and says
# everything that the mock declares once more; a wrong prototype is a conflict that the compiler
# reports. Then the driver and the core are compiled against the real headers, without the mock.
#
#     check-real.sh <tree> <out>     tree: illumos' sources (usr/src/uts); 77: something is missing
set -eu
tree=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)
uts=$tree/usr/src/uts

command -v python3 >/dev/null || { echo "1..0 # SKIP python3 is missing"; exit 77; }
[ -e "$uts/common/sys/mac_provider.h" ] || { echo "1..0 # SKIP no illumos at '$tree'"; exit 77; }
mkdir -p "$out"
python3 "$here/check_real.py" "$here/include" >"$out/check_real.c"

# As the kernel's own build says it for amd64: no host, no host's headers.
compile() {
    ${CC:-gcc} -std=gnu11 -fsyntax-only -ffreestanding -nostdinc -undef -Wall -Werror \
        -Wno-unused -Wno-unknown-pragmas -Wno-trigraphs -Wno-comment \
        -D_KERNEL -D__sun -D__SVR4 -D_ELF64 -D_LP64 -D__amd64 -D__x86_64 \
        -D__amd64__ -D__x86_64__ -D__LP64__ -D__GNUC__=7 \
        -I"$native/drivers/illumos" -I"$native/core" -I"$native/drivers" \
        -isystem "$uts/common" -isystem "$uts/intel" -isystem "$uts/i86pc" "$1"
}

failed=0
say() { # number, what, log
    if [ -s "$3" ]; then
        grep -E 'error|warning' "$3" >&2 || cat "$3" >&2
        failed=1
        echo "not ok $1 - $2"
    else
        echo "ok $1 - $2"
    fi
}

echo "1..2"
compile "$out/check_real.c" >"$out/headers.log" 2>&1 || true
say 1 "the mock agrees with the real headers # $(tail -1 "$out/check_real.c" | tr -d '/*')" \
    "$out/headers.log"
: >"$out/sources.log"
count=0
for source in "$native"/drivers/illumos/*.c "$native"/core/*.c; do
    compile "$source" >>"$out/sources.log" 2>&1 || true
    count=$((count + 1))
done
say 2 "driver and core compile against the real headers # $count sources" "$out/sources.log"
exit "$failed"
