#!/usr/bin/env bash
# Times this handbook's build and Antora's on the same AsciiDoc pages, in turns, and prints medians.
#
#   site/benchmarks/against-antora.sh [ROUNDS]      7 rounds unless told otherwise
#
# Works on a copy in site/target/benchmark. Needs npm for Antora; without it only our side is timed.
# Antora prints our own macros as text: it compiles nothing, runs nothing, draws nothing and has no search.
set -euo pipefail

rounds=${1:-7}
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
work=$root/site/target/benchmark
copy=$work/copy
antora=$work/antora

echo "Copying the checkout …" >&2
rm -rf "$copy" "$antora/content"
mkdir -p "$copy" "$antora/content/modules/ROOT/pages" "$antora/content/modules/ROOT/examples" "$antora/ui/layouts"
(cd "$root" && git ls-files -z | tar --null -T - -cf -) | tar -C "$copy" -xf -

echo "Building the command line and its start-up cache …" >&2
"$copy/ringbook" build > "$work/first.log" 2>&1 || { cat "$work/first.log" >&2; exit 1; }
for _ in $(seq 180); do
  [ -f "$copy/generator/target/ringbook.aot" ] && break
  sleep 1
done

command=
if command -v npm > /dev/null; then
  echo "Installing Antora …" >&2
  [ -x "$antora/node_modules/.bin/antora" ] ||
    npm install --silent --no-fund --no-audit --prefix "$antora" @antora/cli@3 @antora/site-generator@3 > "$work/npm.log" 2>&1 ||
    { tail -n 20 "$work/npm.log" >&2; exit 1; }
  cp "$copy"/volumes/*/*.adoc "$antora/content/modules/ROOT/pages"
  for module in dataplane device; do
    cp -r "$copy/snippets/$module/src/main/java/org/ringbook/$module" "$antora/content/modules/ROOT/examples/$module"
    cp "$copy/snippets/$module/src/main/java/module-info.java" "$antora/content/modules/ROOT/examples/$module/"
  done
  printf 'name: ringbook\nversion: ~\ntitle: Ringbook\n' > "$antora/content/antora.yml"
  printf '<!DOCTYPE html><html lang="en"><head><title>{{page.title}}</title></head><body><h1>{{{page.title}}}</h1>{{{page.contents}}}</body></html>\n' \
    | tee "$antora/ui/layouts/default.hbs" > "$antora/ui/layouts/404.hbs"
  cat > "$antora/playbook.yml" <<'PLAYBOOK'
site:
  title: Ringbook
content:
  sources:
    - url: ./content
      branches: HEAD
ui:
  bundle:
    url: ./ui
asciidoc:
  attributes:
    dataplane: example$dataplane
    device: example$device
runtime:
  log:
    level: fatal
output:
  dir: ./site
PLAYBOOK
  (cd "$antora/content" && git init -q . && git add -A &&
    git -c user.name=benchmark -c user.email=benchmark@localhost commit -qm "Pages")
  command=$antora/node_modules/.bin/antora
fi

java=$(sed -n '1p' < <("$copy/ringbook" --version | sed -n 's/^Java //p'))
echo "Java $java, $( [ -n "$command" ] && "$command" --version | tr '\n' ' ' || echo 'no Antora')" >&2
jdk=$(RINGBOOK_PRINT_JDK=1 "$copy/ringbook")
exec "$jdk/bin/java" "$root/site/benchmarks/Compare.java" "$rounds" "$copy" "$antora" "$command"
