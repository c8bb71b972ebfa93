#!/usr/bin/env bash
# Times Ringbook and Antora on the same chapters, one after the other on the same machine.
#
#     site/benchmarks/against-antora.sh [RUNS [EDITS]]     (5 and 17 unless told otherwise)
#
# Works on a copy below site/target; the checkout itself is only read. Needs npm and git for Antora's
# side, and prints Ringbook's alone where they are missing or Antora can't be installed.
#
# Under serve, every second edit is one of the longest chapter, the others go through all in turn.
#
# The two do not do the same work. Ringbook compiles and runs every example, draws diagrams, indexes
# and follows links, and makes more pages (one a kernel concept, list pages). Antora gets the same
# .adoc files and the code that they include, and a bare theme; it prints the handbook's own macros
# (example::, layout::, api-table::) as text, and has no mode that builds only what changed.
set -euo pipefail
export LC_ALL=C

runs=${1:-5} edits=${2:-17}
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
work=$root/site/target/benchmark
book=$work/book
antora=$work/antora
antora_build=(env -C "$antora" node_modules/.bin/antora playbook.yml)
server=''

cleanup() {
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  rm -rf -- "$book" "$work/times" "$work/serve.log"
}
trap cleanup EXIT

ringbook() { "$root/ringbook" "$@"; }

# Microseconds since some point in time.
now() { printf '%s' "${EPOCHREALTIME/./}"; }

# time_of NAME COMMAND…: runs the command and adds its milliseconds to the times of that name.
time_of() {
  local name=$1 start
  shift
  start=$(now)
  if ! timeout 600 "$@" > "$work/last.log" 2>&1; then
    echo "failed: $*" >&2
    tail -20 "$work/last.log" >&2
    exit 1
  fi
  echo $((($(now) - start) / 1000)) >> "$work/times/$name"
}

# The middle one of the times of that name, the mean of the two middle ones of an even number.
median() {
  sort -n "$work/times/$1" | awk '{t[NR] = $1} END {print int((t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2)}'
}

spread() { sort -n "$work/times/$1" | awk 'NR == 1 {low = $1} END {print low ".." $1}'; }

pages() { find "$1" -name '*.html' | wc -l; }

copy_book() {
  rm -rf -- "$book" "$work/times"
  mkdir -p -- "$book/site" "$work/times"
  (cd -- "$root" && tar -cf - --exclude=target --exclude=.git volumes snippets site/theme jbang-catalog.json) \
    | tar -xf - -C "$book"
  # The chapter that is edited: the longest, so neither side is flattered.
  chapter=$(find "$book/volumes" -name '*.adoc' -exec wc -c {} + | grep -v ' total$' | sort -n | tail -1 | awk '{print $2}')
  page=$(basename "$chapter" .adoc)
}

# A word that no chapter has, in a paragraph of its own at the end of the chapter.
edit() { printf '\n%s\n' "$1" >> "$2"; }

# Antora's site: all chapters in one module, included sources among its examples, a bare theme.
make_antora() {
  local module=$antora/docs/modules/ROOT part
  mkdir -p -- "$antora"
  if [ ! -x "$antora/node_modules/.bin/antora" ]; then
    timeout 300 npm install --prefix "$antora" --no-audit --no-fund --loglevel=error \
      @antora/cli@3 @antora/site-generator@3 > "$work/npm.log" 2>&1 || return 1
  fi
  rm -rf -- "$antora/docs" "$antora/ui" "$antora/cache" "$antora/site"
  mkdir -p -- "$module/pages" "$antora/ui/layouts" "$antora/ui/partials" "$antora/ui/css"
  find "$book/volumes" -name '*.adoc' -exec cp {} "$module/pages/" \;
  for part in dataplane device; do
    mkdir -p -- "$module/examples/$part"
    cp -r -- "$book/snippets/$part/src/main/java/." "$module/examples/$part/"
  done
  # Antora does not climb out of a folder of its examples.
  sed -i 's|{device}/\.\./\.\./\.\./|example$device/|; s|{dataplane}/\.\./\.\./\.\./|example$dataplane/|' \
    "$module"/pages/*.adoc
  (cd -- "$module/pages" && for page_file in *.adoc; do echo "* xref:$page_file[]"; done) > "$module/nav.adoc"
  cat > "$antora/docs/antora.yml" << 'YAML'
name: ringbook
title: Ringbook
version: ~
nav: [modules/ROOT/nav.adoc]
asciidoc:
  attributes:
    dataplane: example$dataplane/org/ringbook/dataplane
    device: example$device/org/ringbook/device
YAML
  cat > "$antora/playbook.yml" << 'YAML'
site: {title: Ringbook}
content: {sources: [{url: ./docs, branches: HEAD}]}
ui: {bundle: {url: ./ui}}
runtime: {cache_dir: ./cache, log: {level: fatal}}
output: {dir: ./site}
YAML
  cat > "$antora/ui/layouts/default.hbs" << 'HBS'
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{{page.title}}}</title>
<link rel="stylesheet" href="{{{uiRootPath}}}/css/site.css"></head>
<body><nav>{{#each page.navigation}}{{> nav-tree items=this.items}}{{/each}}</nav>
<main><h1>{{{page.title}}}</h1>{{{page.contents}}}</main></body></html>
HBS
  cp -- "$antora/ui/layouts/default.hbs" "$antora/ui/layouts/404.hbs"
  echo '<ul>{{#each items}}<li><a href="{{{relativize this.url}}}">{{{content}}}</a></li>{{/each}}</ul>' \
    > "$antora/ui/partials/nav-tree.hbs"
  mkdir -p -- "$antora/ui/helpers"
  echo "'use strict'; module.exports = (to, {data: {root: {page}}}) => require('path').posix.relative(page.url.replace(/[^/]*\$/, ''), to || '')" \
    > "$antora/ui/helpers/relativize.js"
  cat -- "$book"/site/theme/css/*.css > "$antora/ui/css/site.css"
  git -C "$antora/docs" init -q
  git -C "$antora/docs" add -A
  git -C "$antora/docs" -c user.name=benchmark -c user.email=benchmark@localhost commit -qm 'The chapters'
}

builds() {
  local i
  for ((i = 1; i <= runs; i++)); do
    echo "builds: round $i of $runs" >&2
    rm -rf -- "$book/site/target"
    time_of cold "$root/ringbook" build --book "$book"
    if [ "$with_antora" = yes ]; then
      rm -rf -- "$antora/cache" "$antora/site"
      time_of antora-cold "${antora_build[@]}"
    fi
    time_of same "$root/ringbook" build --book "$book"
    [ "$with_antora" = no ] || time_of antora-same "${antora_build[@]}"
    edit "benchmark$i" "$chapter"
    time_of edited "$root/ringbook" build --book "$book"
    if [ "$with_antora" = yes ]; then
      edit "benchmark$i" "$antora/docs/modules/ROOT/pages/$page.adoc"
      time_of antora-edited "${antora_build[@]}"
    fi
    time_of list "$root/ringbook" list examples --book "$book"
    time_of search "$root/ringbook" search --book "$book" descriptor done
  done
}

# Whether the page that the server gives now has the word.
shows() {
  local answer
  exec 3<> "/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET /%s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$address" "$port" >&3
  answer=$(cat <&3 2> /dev/null | tr -d '\0') || true
  exec 3>&-
  [[ $answer == *"$1"* ]]
}

# visible NAME WORD CHAPTER: from writing the chapter to the first answer that has the new word.
visible() {
  local start file
  file=$(find -L "$book/site/target/site" -name "$(basename "$3" .adoc).html" -print -quit)
  address=${file#"$book/site/target/site/"}
  start=$(now)
  edit "$2" "$3"
  until shows "$2"; do
    [ $((($(now) - start) / 1000000)) -lt 60 ] || { echo "never visible: $2" >&2; return 1; }
    sleep 0.005
  done
  echo $((($(now) - start) / 1000)) >> "$work/times/$1"
  sleep 0.5 # the index follows the page; an author does not save twice in that time
}

serve() {
  local i waited=0 all
  mapfile -t all < <(find "$book/volumes" -name '*.adoc' | sort)
  "$root/ringbook" serve --port 0 --book "$book" > "$work/serve.log" 2>&1 &
  server=$!
  until port=$(sed -n 's|.*http://[^:]*:\([0-9]*\).*|\1|p' "$work/serve.log" | head -1) && [ -n "$port" ]; do
    kill -0 "$server" 2> /dev/null && [ $((waited += 1)) -le 1200 ] || { cat "$work/serve.log" >&2; return 1; }
    sleep 0.1
  done
  for ((i = 1; i <= edits; i++)); do
    visible visible "visible${i}word" "${all[$((i % ${#all[@]}))]}"
    visible longest "longest${i}word" "$chapter"
  done
  kill "$server" && wait "$server" 2> /dev/null || true
  server=''
}

row() {
  local ours theirs=- ratio=-
  ours=$(median "$2")
  if [ "$with_antora" = yes ] && [ -n "${3:-}" ]; then
    theirs=$(median "$3")
    ratio=$(awk "BEGIN {printf \"%.2f\", $ours / $theirs}")
  fi
  printf '%-36s %8s %18s %8s %18s %7s\n' "$1" "$ours" "$(spread "$2")" \
    "$theirs" "$([ "$theirs" = - ] && echo - || spread "$3")" "$ratio"
}

rate() { awk "BEGIN {printf \"%.1f\", 1000 * $1 / $2}"; }

report() {
  local load
  load=$(cut -d ' ' -f 1-3 /proc/loadavg 2> /dev/null || uptime)
  echo
  echo "Machine: $(getconf _NPROCESSORS_ONLN) processors; load average $load_before before, $load after"
  echo "Ringbook: $("$root/ringbook" --version | head -1)"
  [ "$with_antora" = no ] || echo "Antora: $("$antora/node_modules/.bin/antora" --version | tr '\n' ' ')on Node $(node --version)"
  echo "Medians of $runs interleaved runs, in ms; edit to visible: of $edits edits each"
  echo
  printf '%-36s %8s %18s %8s %18s %7s\n' '' Ringbook lowest..highest Antora lowest..highest ratio
  row 'cold build' cold antora-cold
  row 'build, nothing changed' same antora-same
  row 'build, one chapter edited' edited antora-edited
  row 'serve: edit to visible, in turn' visible antora-edited
  row 'serve: edit to visible, longest' longest antora-edited
  row 'ringbook list examples' list
  row 'ringbook search descriptor done' search
  echo
  echo "Ringbook: $ours_pages pages, $(rate "$ours_pages" "$(median cold)") pages a second, cold"
  [ "$with_antora" = no ] || echo "Antora: $their_pages pages, $(rate "$their_pages" "$(median antora-cold)") pages a second, cold"
}

load_before=$(cut -d ' ' -f 1-3 /proc/loadavg 2> /dev/null || uptime)
copy_book
ringbook list examples > /dev/null # builds the command line, where it isn't built
with_antora=no
if command -v npm > /dev/null && command -v git > /dev/null && make_antora; then
  with_antora=yes
else
  echo "Antora can't be installed here (it needs npm, git and a package registry): Ringbook only." >&2
fi
builds
ours_pages=$(pages "$book/site/target/site/")
their_pages=0
[ "$with_antora" = no ] || their_pages=$(pages "$antora/site")
serve
report
