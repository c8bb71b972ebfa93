#!/bin/sh
# The two ends of `make judged`, for the objects below <folder>.
#
#     judged.sh forget <folder>                        before make
#     judged.sh collect <folder> <record> <verdict>…   after it
#
# forget: removes objects and verdicts of files whose content changed since, whatever their dates
# say: a file that was put back is older than what was made of its wrong form.
# collect: puts the verdicts together, a line for each file of each program that passed. What
# speaks of other content than today's counts for nothing. Committed proofs (drivers/*/*/proof.tsv:
# runs that take too long for each build) join them while all that they speak of is the same, but
# of C only what passed today as well, or what this machine cannot run. A file of which nobody
# says that it passed, but a <verdict>.skipped what was lacking, gets that line: 0 tests of 0.
set -eu
export LC_ALL=C
action=$1
folder=$2
shift 2
mkdir -p "$folder"
sums=$folder/sums

if [ "$action" = forget ]; then
    [ -e "$sums" ] || exit 0
    sha256sum -c --quiet "$sums" 2>/dev/null | sed 's/: FAILED.*//' | while IFS= read -r file; do
        grep -rlF --include='*.d' -- "$file" "$folder" | sed 's/\.d$/.o/' | xargs -r rm -f
        grep -slF -- "$file	" "$folder"/*.verdict | xargs -r rm -f
    done
    rm -f "$folder"/*.verdict.skipped
    exit 0
fi

record=$1
shift
files=
for file in "$@" drivers/*/*/proof.tsv; do
    for file in "$file" "$file.skipped"; do
        [ ! -e "$file" ] || files="$files $file"
    done
done
{
    find "$folder" -name '*.d' -exec cat {} + | tr -d '\\:' | tr -s ' ' '\n' |
        grep -E '^[a-z].*\.[ch]$'
    cut -f 1 $files
} | grep -v '^file$' | sort -u | xargs sha256sum >"$sums" 2>/dev/null || true
bugs=bugs/caught.tsv
[ -e "$bugs" ] || bugs=/dev/null

awk -F '\t' -v OFS='\t' '
    function bugs_of(program) {
        sub(/-.*/, "", program)
        return program in planted ? program OFS caught[program] + 0 OFS planted[program] : OFS OFS
    }
    FILENAME == ARGV[1] { sum[substr($0, 67)] = substr($0, 1, 64); next }
    FILENAME == ARGV[2] {
        if (FNR > 1) { planted[$2]++; caught[$2] += $4 != "nobody" }
        next
    }
    $1 == "file" { next }
    FILENAME ~ /\.skipped$/ { lacking[$1] = $0; next }
    { stale[$3] += sum[$1] != $2 }
    FILENAME ~ /proof\.tsv$/ { proof[++proofs] = $0; next }
    { line[++lines] = $0; program[lines] = $3 }
    END {
        for (i = 1; i <= lines; i++) {
            if (stale[program[i]]) continue
            split(line[i], cell)
            passed[cell[1]] = 1
            print line[i], bugs_of(program[i])
        }
        for (i = 1; i <= proofs; i++) {
            split(proof[i], cell)
            if (stale[cell[3]]) continue
            if (cell[1] ~ /\.[ch]$/ && !(cell[1] in passed || cell[1] in lacking)) continue
            proven[cell[1]] = 1
            print proof[i], bugs_of(cell[3])
        }
        for (file in lacking)
            if (!(file in passed || file in proven)) print lacking[file], "", "", ""
    }' "$sums" "$bugs" $files | sort >"$record.new"
{
    printf 'file\tsha256\tprogram\tcompiler\tflags\ton\tpassed\ttests\tbugs\tcaught\tplanted\n'
    cat "$record.new"
} >"$record"
rm "$record.new"
