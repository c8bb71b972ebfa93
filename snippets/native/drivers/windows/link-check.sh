#!/bin/sh
# Builds the miniport for the real kernel's interface and looks at what it wants from it:
#     drivers/windows/link-check.sh OUTPUT-FOLDER
# Shows that the sources type-check for x64 and link as a native image; nothing was loaded.
# Fails if an import is of another image, or of a call whose IRQL the mock does not know.
set -eu
out=$1
cc=${MINGW_CC:-x86_64-w64-mingw32-gcc}
dump=${MINGW_OBJDUMP:-x86_64-w64-mingw32-objdump}
mkdir -p "$out"
$cc -std=gnu11 -O2 -ffreestanding -fno-strict-aliasing -Wall -Wextra -Werror -Wshadow \
    -Wstrict-prototypes -Wmissing-prototypes -Idrivers/windows -Imock/windows/include -Icore \
    -Idrivers -nostdlib -shared -Wl,--subsystem,native:6.2 -Wl,--entry,DriverEntry \
    -Wl,--exclude-all-symbols -o "$out/rbe.sys" drivers/windows/*.c core/*.c \
    -lndis -lntoskrnl -lhal
$dump -p "$out/rbe.sys" > "$out/rbe.txt"
images=$(sed -n 's/.*DLL Name: //p' "$out/rbe.txt" | tr 'A-Z' 'a-z' | sort | tr '\n' ' ')
test "$images" = "hal.dll ndis.sys ntoskrnl.exe " || { echo "imports from: $images" >&2; exit 1; }
grep -q '^Subsystem.*(NT native)' "$out/rbe.txt" || { echo "not a native image" >&2; exit 1; }
names=$(sed -n 's/^\t[0-9a-f]*\t *[0-9]*  \([A-Za-z_]*\)$/\1/p' "$out/rbe.txt")
test -n "$names" || { echo "no imports found" >&2; exit 1; }
for name in $names; do
    case $name in
    memcmp|memcpy|memset) ;;
    *) grep -q "\"$name\"" mock/windows/irql.c || { echo "no IRQL for $name" >&2; exit 1; } ;;
    esac
done
echo "rbe.sys: type-checks and links; imports $(echo "$names" | wc -l) names of $images"
