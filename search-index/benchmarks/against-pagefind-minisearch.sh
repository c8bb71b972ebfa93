#!/usr/bin/env bash
# Asks Ringbook, Pagefind and MiniSearch the judged queries over the same built pages, and prints how
# well each answers and how many bytes a browser fetches until the first answer is there.
#
#     search-index/benchmarks/against-pagefind-minisearch.sh          (needs npm, and Node.js 20 or later)
#     search-index/benchmarks/against-pagefind-minisearch.sh pool     what somebody judges who must not know who found it
#
# Installs into search-index/target/rivals; rivals.mjs says how each is set up, and when a hit counts.
set -euo pipefail
export LC_ALL=C

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$(cd -- "$here/../.." && pwd)
work=$root/search-index/target/rivals
site=$root/site/target/site

[ -f "$site/search/engine.js" ] || "$root/ringbook" build > /dev/null
mkdir -p -- "$work"
cp -- "$here/rivals.mjs" "$work/"
if ! npm install --prefix "$work" --no-audit --no-fund --loglevel=error \
    pagefind@1.6.0 minisearch@7.2.0 node-html-parser@7.0.1 > "$work/npm.log" 2>&1; then
  cat -- "$work/npm.log" >&2
  exit 1
fi
rm -rf -- "$work/pages"
mkdir -p -- "$work/pages"
(cd -- "$(readlink -f -- "$site")" && find . -name '*.html' -print0 | tar -cf - --null -T -) | tar -xf - -C "$work/pages"
# The text of a page, without what stands on every page. Pagefind's own defaults otherwise.
"$work/node_modules/.bin/pagefind" --site "$work/pages" --root-selector main \
  --exclude-selectors 'nav, .anchor, svg' --quiet > "$work/pagefind.log" 2>&1 || { cat -- "$work/pagefind.log" >&2; exit 1; }
cd -- "$work"
exec node --no-warnings rivals.mjs "$(readlink -f -- "$site")/" \
  "$root/site/src/test/resources/org/ringbook/site/judged-queries.tsv" "$@"
