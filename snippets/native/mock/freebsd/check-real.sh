#!/bin/sh
# Holds the mock's headers against those of a FreeBSD kernel, with a compiler for FreeBSD.
#
#     check-real.sh <sources> <out>     sources: a kernel's, the directory that has sys/param.h;
#                                       77: a tool is missing
# A kernel of another release than the mock's differs in what real/differences.tsv lists.
set -eu
sources=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)

for tool in python3 clang awk; do
    command -v $tool >/dev/null || { echo "1..0 # SKIP $tool is missing"; exit 77; }
done
[ -e "$sources/sys/param.h" ] || { echo "1..0 # SKIP no kernel sources at '$sources'"; exit 77; }
sources=$(cd "$sources" && pwd)
mkdir -p "$out/generated"
out=$(cd "$out" && pwd)
# What a kernel's build makes before it compiles: two links and the headers of interfaces.
ln -sfn "$sources/amd64/include" "$out/generated/machine"
ln -sfn "$sources/x86/include" "$out/generated/x86"
for interface in kern/device_if kern/bus_if net/ifdi_if dev/pci/pci_if dev/pci/pci_iov_if; do
    [ ! -e "$sources/$interface.m" ] ||
        (cd "$out/generated" && awk -f "$sources/tools/makeobjops.awk" "$sources/$interface.m" -h)
done
release=$(sed -n 's/^#define[[:space:]]*__FreeBSD_version[[:space:]]*\([0-9]*\).*/\1/p' \
    "$sources/sys/param.h")
exec python3 -B "$here/../real/compare.py" --mock "$here/include" --prelude "$here/real/prelude.c" \
    --out "$out" --differences "$here/real/differences.tsv" --name "FreeBSD $release" -- \
    clang -target x86_64-unknown-freebsd -std=gnu11 -fsyntax-only -ferror-limit=0 -w \
    -Werror=incompatible-pointer-types -Werror=int-conversion \
    -Werror=implicit-function-declaration -ffreestanding -nostdinc -D_KERNEL -DKLD_MODULE \
    -DINVARIANT_SUPPORT -I"$out/generated" -I"$sources" -I"$sources/contrib/ck/include"
