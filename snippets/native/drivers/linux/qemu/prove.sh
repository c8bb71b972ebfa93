#!/bin/sh
# Boots a real kernel with rbe.ko on an emulated 82540EM, against the stock e1000 driver in
# another network namespace, and prints what held, as TAP. 77: a tool is missing.
#
#     prove.sh [<out>]     out: default target/qemu; kernel.log, serial.log and result.tap stay there
#
# The distribution's kernel image is downloaded and unpacked, not installed. KERNEL names
# another release than the newest whose headers are installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../../.." && pwd)
out=${1:-$native/target/qemu}
limit=${LIMIT:-150}

skip() {
    echo "1..0 # SKIP $1"
    exit 77
}
for tool in qemu-system-x86_64 busybox cpio gzip apt-get dpkg-deb make gcc timeout; do
    command -v "$tool" >/dev/null || skip "$tool is missing"
done
[ "$(uname -m)" = x86_64 ] || skip "the guest is x86_64, this machine is not"
busybox=$(command -v busybox)
if file -L "$busybox" 2>/dev/null | grep -q 'dynamically'; then skip "busybox is not static"; fi
kernel=${KERNEL:-$(ls -d /lib/modules/*/build 2>/dev/null | sort -V | tail -1 | cut -d / -f 4)}
[ -n "$kernel" ] && [ -e "/lib/modules/$kernel/build/Makefile" ] ||
    skip "no kernel headers (linux-headers-amd64)"

mkdir -p "$out/image" "$out/root"
out=$(cd "$out" && pwd)
image=$out/image/boot/vmlinuz-$kernel
if [ ! -e "$image" ]; then
    (cd "$out/image" && apt-get -q download "linux-image-$kernel") >"$out/download.log" 2>&1 ||
        skip "linux-image-$kernel cannot be downloaded"
    dpkg-deb --fsys-tarfile "$out"/image/linux-image-"$kernel"_*.deb |
        tar -x -C "$out/image" --wildcards './boot/vmlinuz-*' '*/e1000.ko*' '*/8021q.ko*' \
            '*/garp.ko*' '*/mrp.ko*' '*/stp.ko*' '*/llc.ko*'
    rm -f "$out"/image/*.deb
fi

"$here/../build-module.sh" "/lib/modules/$kernel/build" "$out/module" || exit 1
rm -rf "$out/root"
mkdir -p "$out/root/bin" "$out/root/modules"
cp "$busybox" "$out/root/bin/busybox"
ln -s busybox "$out/root/bin/sh"
find "$out/image" -name '*.ko' -exec cp {} "$out/root/modules/" \;
cp "$out/module/drivers/linux/rbe.ko" "$out/root/modules/"
gcc -std=gnu11 -O2 -Wall -Wextra -Werror -static -o "$out/root/bin/prove_io" "$here/prove_io.c"
# The XDP program and what asks the guest's kernel about it; without clang the guest says so.
make -s -C "$native" B="$out/ebpf" LDFLAGS=-static "$out/ebpf/ebpf-kernel-test"
mkdir -p "$out/root/ebpf"
cp "$native"/ebpf/*.tsv "$out/root/ebpf/"
cp "$out/ebpf/ebpf-kernel-test" "$out/root/bin/"
[ ! -e "$out/ebpf/xdp.bpf.o" ] || cp "$out/ebpf/xdp.bpf.o" "$out/root/bin/"
install -m 755 "$here/init" "$out/root/init"
(cd "$out/root" && find . | cpio -o -H newc --quiet | gzip -1) >"$out/initramfs.gz"

begin=$(date +%s)
timeout "$limit" qemu-system-x86_64 -M pc -cpu max -m 256 -accel tcg,thread=single -nographic \
    -no-reboot -nodefaults -serial stdio -kernel "$image" -initrd "$out/initramfs.gz" \
    -append 'console=ttyS0 loglevel=4 panic=-1 net.ifnames=0' \
    -netdev hubport,id=ours,hubid=0 -device e1000,netdev=ours,mac=52:54:00:00:00:01,romfile= \
    -netdev hubport,id=peer,hubid=0 \
    -device e1000-82545em,netdev=peer,mac=52:54:00:00:00:02,romfile= \
    </dev/null >"$out/serial.raw" 2>"$out/qemu.log" || echo "qemu: status $?" >>"$out/qemu.log"
spent=$(($(date +%s) - begin))

tr -d '\r' <"$out/serial.raw" >"$out/serial.log"
sed -n '/^---- kernel log begins/,/^---- kernel log ends/p' "$out/serial.log" |
    grep -v '^---- kernel log' >"$out/kernel.log" || cp "$out/serial.log" "$out/kernel.log"
grep -E '^(ok|not ok) [0-9]+ - |^1\.\.[0-9]+$' "$out/serial.log" >"$out/result.tap" || true
cat "$out/result.tap"
echo "# linux $kernel, $(qemu-system-x86_64 --version | head -1), $spent s; kernel log: $out/kernel.log"
if ! grep -q '^1\.\.' "$out/result.tap"; then
    echo "Bail out! the guest did not come to an end; the last it said:"
    tail -30 "$out/serial.log"
    exit 1
fi
! grep -q '^not ok' "$out/result.tap"
