#!/usr/bin/env bash
# Runs the data plane's benchmarks and their C counterparts in turn, and prints the ratios.
#
#     snippets/benchmarks/compare.sh [--record] [ROUNDS]    (5 rounds unless told otherwise, about
#                                                            2 minutes each)
#
# --record keeps the figures as figures.tsv and figures-machine.adoc beside this script, which the
# handbook shows.
#
# Needs gcc. Both sides work on the same bytes in the same order; each round runs the C program
# once and each Java benchmark in a fresh JVM, so that what else the machine does hits both.
# Prints medians over the rounds, and writes them to target/figures.tsv. The device is simulated.
set -euo pipefail
export LC_ALL=C

record=
if [ "${1:-}" = --record ]; then
  record=yes
  shift
fi
rounds=${1:-5}
here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$here/../..
work=$here/target/compare
iterations=(-f 1 -wi "${WARMUPS:-3}" -i "${ITERATIONS:-3}" -w "${TIME:-500ms}" -r "${TIME:-500ms}")

# Case, C counterpart, JMH benchmark with its parameters as the CSV shows them.
cases() {
  cat << 'CASES'
forwarding, batch 1|forwarding/1|Forwarding.forward batch=1
forwarding, batch 8|forwarding/8|Forwarding.forward batch=8
forwarding, batch 32|forwarding/32|Forwarding.forward batch=32
forwarding, batch 256|forwarding/256|Forwarding.forward batch=256
checksum, 64 bytes|checksum/64|Checksum.words length=64
checksum, 1500 bytes|checksum/1500|Checksum.words length=1500
checksum by byte pairs, 64 bytes|checksum-pairs/64|Checksum.pairs length=64
checksum by byte pairs, 1500 bytes|checksum-pairs/1500|Checksum.pairs length=1500
Toeplitz by table, 12 bytes|toeplitz/12|ToeplitzHash.table length=12
Toeplitz by table, 36 bytes|toeplitz/36|ToeplitzHash.table length=36
segmentation of 65483 bytes|segmentation/65483|Segmentation.tso
parser, VLAN IPv4 TCP|parser/tcp|Parsing.tcp
hand-over, JCTools SPSC||QueueHandOver.queue library=jctools
hand-over, Agrona SPSC||QueueHandOver.queue library=agrona
hand-over, ring, a doorbell each||RingHandOver.ring batch=1
hand-over, ring, a doorbell for 32||RingHandOver.ring batch=32
CASES
}

find_java() {
  local launcher_jdk
  for launcher_jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$launcher_jdk/bin/java" ] && [ -r "$launcher_jdk/release" ] \
      && [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$launcher_jdk/release")" -ge 25 ]; then
      echo "$launcher_jdk/bin/java"
      return
    fi
  done
  echo "compare.sh needs a JDK 25: set JAVA_HOME." >&2
  return 1
}

# "Class.method name=value …" and a score for each line of JMH's CSV.
read_csv() {
  awk -F, 'NR == 1 {for (i = 1; i <= NF; i++) {gsub(/["\r]/, "", $i); head[i] = $i}; next}
    {gsub(/["\r]/, ""); name = $1; sub(/^org\.ringbook\.benchmarks\./, "", name)
     for (i = 1; i <= NF; i++) if (head[i] ~ /^Param: / && $i != "") {p = head[i]; sub(/^Param: /, "", p); name = name " " p "=" $i}
     print name "\t" $5}' "$1"
}

median() { sort -n | awk '{t[NR] = $1} END {if (NR) printf "%.2f", (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2}'; }

# The scores of one name in the files of one side.
scores() { awk -F '\t' -v name="$2" '$1 == name {print $2}' "$work"/"$1".*; }

rm -rf -- "$work"
mkdir -p -- "$work"
java=$(find_java)
(cd -- "$root" && ./mvnw -B -q -DskipTests -pl snippets/benchmarks -am process-classes)
gcc -std=c11 -D_POSIX_C_SOURCE=200809L -O3 -Wall -Wextra -Werror "$here"/c/*.c -o "$work/peers"
jmh=("$java" --sun-misc-unsafe-memory-access=allow -cp "$here/target/classes:$(cat "$here/target/classpath")"
  org.openjdk.jmh.Main "${iterations[@]}" -prof gc -rf csv
  -jvmArgs "--sun-misc-unsafe-memory-access=allow --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")

load_before=$(cut -d ' ' -f 1-3 /proc/loadavg)
for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds" >&2
  "$work/peers" > "$work/c.$round"
  "${jmh[@]}" -rff "$work/jmh.$round.csv" > "$work/jmh.log" 2>&1 || { tail -20 "$work/jmh.log" >&2; exit 1; }
  read_csv "$work/jmh.$round.csv" > "$work/java.$round"
done

figures=$here/target/figures.tsv
printf 'Loop\tJava, ns\tC, ns\tC / Java\tBytes allocated\n' > "$figures"
while IFS='|' read -r title c_name java_name; do
  ours=$(scores java "$java_name" | median)
  [ -n "$ours" ] || { echo "no result for $java_name" >&2; exit 1; }
  theirs=$([ -z "$c_name" ] || scores c "$c_name" | median)
  ratio=$([ -z "$theirs" ] || awk "BEGIN {printf \"%.2f\", $theirs / $ours}")
  # JMH puts the profiler's name before the parameters.
  allocated="${java_name%% *}:gc.alloc.rate.norm"
  [ "$java_name" = "${java_name%% *}" ] || allocated+=" ${java_name#* }"
  bytes=$(scores java "$allocated" | median)
  printf '%s\t%s\t%s\t%s\t%s\n' "$title" "$ours" "${theirs:--}" "${ratio:--}" "${bytes:--}" >> "$figures"
done < <(cases)

machine=$here/target/figures-machine.adoc
cat > "$machine" << MACHINE
$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(getconf _NPROCESSORS_ONLN) processors, shared;
$("$java" -version 2>&1 | sed -n 's/.*build \([^,)]*\).*/Java \1/p' | head -1); $(gcc --version | sed -n '1s/ (.*)//p') -O3;
load average $load_before before and $(cut -d ' ' -f 1-3 /proc/loadavg) after, $rounds rounds.
MACHINE
[ -z "$record" ] || cp -- "$figures" "$machine" "$here/"

echo
echo "Machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(getconf _NPROCESSORS_ONLN) processors;" \
  "load average $load_before before, $(cut -d ' ' -f 1-3 /proc/loadavg) after"
echo "Java: $("$java" -version 2>&1 | sed -n 2p)"
echo "C: $(gcc --version | head -1), -O3"
echo "Medians of $rounds rounds in nanoseconds; the device is simulated. Speed: C's time divided by ours."
echo
awk -F '\t' 'NR == 1 {$0 = "\tJava\tC\tspeed\tbytes"} {printf "%-36s %10s %10s %8s %8s\n", $1, $2, $3, $4, $5}' "$figures"
