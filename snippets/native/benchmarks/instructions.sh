#!/bin/sh
# Instructions that a frame costs in each driver and in the core, as callgrind counts them.
#
#     benchmarks/instructions.sh             prints the table
#     benchmarks/instructions.sh --record    writes benchmarks/instructions.tsv too
#     benchmarks/instructions.sh --tsv       prints that instead
#     CC=clang FLAGS='-Os -g' benchmarks/instructions.sh
#
# What is counted: instructions of the driver's and the core's own source lines, by the
# debugger's line table, also where they were inlined. Calls into the mock kernel, the device
# model and the C library are not. A run with twice as many frames less a run with as many
# cancels what attach and detach cost. It is not the cost on a real kernel: its own work,
# caches, bus and branches are missing, and its macros may be longer than the mock's.
#
# A kernel takes part when its programs are named after its folder (drivers/OS/, OS-test or
# OS-…-test) and have a case "packets" that asks testbed/packets.h how many frames to send
# and to receive; nothing need be changed here.
set -eu
cd "$(dirname "$0")/.."
CC=${CC:-gcc}
FLAGS=${FLAGS:--O2 -g}
frames=${FRAMES:-2048} # a multiple of PACKETS_A_BURST
built=build/instructions-$(basename "$CC")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in valgrind make awk; do
    command -v $tool > /dev/null || { echo "not found: $tool; apt-get install $tool" >&2; exit 1; }
done

# Prints what one run costs: instructions in drivers/$1/, then in core/.
self_cost() {
    awk -v driver="drivers/$1/" '
        # A file is named once, "(7) path", and then by its number alone.
        function name(text,   number) {
            number = text
            sub(/\).*/, ")", number)
            sub(/^\([0-9]+\) ?/, "", text)
            if (text != "")
                names[number] = text
            return names[number]
        }
        /^(fl|fi|fe)=/   { sub(/^f[lie]=/, ""); file = name($0); next }
        /^cf[il]=/       { sub(/^cf[il]=/, ""); name($0); next }
        /^calls=/        { called = 1; next }
        /^[0-9+*-]/      {
            if (called)
                called = 0 # the next line is what the called function cost
            else if (file ~ "(^|/)" driver)
                own += $2
            else if (file ~ /(^|\/)core\/dp_/)
                core += $2
        }
        END { print own + 0, core + 0 }' "$work"/out.*
}

# Runs the case of a program with so many frames to send and to receive.
run() { # os program transmit receive
    rm -f "$work"/out.*
    TAP_ONLY=packets TAP_SECONDS=3000 PACKETS_TX=$3 PACKETS_RX=$4 \
        valgrind --tool=callgrind --callgrind-out-file="$work/out.%p" \
        "$built/$2" > "$work/tap" 2> "$work/said" ||
        { echo "$2 failed:" >&2; grep -v ' # SKIP' "$work/tap" >&2; exit 1; }
    self_cost "$1"
}

# Prints a line of the table: what a frame costs, the mean of so many.
measure() { # os program direction
    case $3 in
    transmit) once="$frames 0" twice="$((2 * frames)) 0" ;;
    receive) once="0 $frames" twice="0 $((2 * frames))" ;;
    esac
    printf '%s %s %s\n' "$(run "$1" "$2" $once)" "$(run "$1" "$2" $twice)" "$frames" |
        awk -v program="$2" -v direction="$3" -v OFS='\t' '{
            sub(/-test$/, "", program)
            print program, direction, sprintf("%.1f", ($3 - $1) / $5),
                  sprintf("%.1f", ($4 - $2) / $5), sprintf("%.1f", ($3 - $1 + $4 - $2) / $5)
        }'
}

takes_part() { # os program
    test -d "drivers/$1" || return 1
    TAP_ONLY=packets "$built/$2" 2> /dev/null | grep -q '^ok .* - packets$' ||
        { echo "$2 has no case \"packets\" (testbed/packets.h)" >&2; return 1; }
}

make -s CC="$CC" B="$built" CFLAGS="$FLAGS" programs
about="$("$CC" --version | head -1); $FLAGS; callgrind under the mock kernel, $frames frames"
{
    printf '# %s\n' "$about"
    printf 'program\tdirection\tdriver\tcore\tboth\n'
    for program in $(make -s CC="$CC" B="$built" list); do
        os=${program%%-*}
        takes_part "$os" "$program" || continue
        measure "$os" "$program" transmit
        measure "$os" "$program" receive
    done
} > "$work/table"

# Each program of a kernel that takes part has both lines, or a measurement was lost.
awk -F '\t' '!/^#/ && NF != 5 { exit 1 }' "$work/table"

case ${1:-} in
--tsv) cat "$work/table"; exit ;;
--record) cp "$work/table" benchmarks/instructions.tsv ;;
esac
echo "Instructions for each frame, in the lines of driver and core:"
grep -v '^#' "$work/table" | awk -F '\t' '{
    printf "%-14s %-9s %8s %8s %8s\n", $1, $2, $3, $4, $5
}'
echo "$about."
echo "Frames of 256 bytes in one piece, sixteen to an interrupt. What the mock kernel, the C"
echo "library and the device model execute is not in it; it is not the cost on a real kernel."
