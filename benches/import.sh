#!/usr/bin/env bash
# Reads a plan through the import page, as pasted text and as a workbook, and prints how long the answer takes, the process
# that parses included.
#   benches/import.sh PROGRAM
# Where TRYGGBAS_SOURCES names the folder of published plans, that of the county is pasted, else the example's own text with
# the same goals, actions and columns. Needs curl. Ends with 1 where the limit is not kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "$1")
folder=$(mktemp -d)
address=127.0.0.1:3394
site=http://localhost:3394
most=200 runs=40
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

text=crates/demo/data/county-plan.txt
[ -z "${TRYGGBAS_SOURCES-}" ] || text=$(echo "$TRYGGBAS_SOURCES"/s5*)

"$program" demo --json --data "$folder/data" --listen "$address" >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 1 600); do curl -s -o /dev/null "$site/readyz" && break || sleep 0.1; done

post() { curl -s -o /dev/null -b "$folder/cookies" -c "$folder/cookies" -H "Origin: $site" "$@"; }

# Posts a form to the import page again and again: every answer leads to a reading.
measure() {
  local name=$1
  shift
  for _ in $(seq 1 "$runs"); do
    post -w '%{http_code} %{time_total} %{redirect_url}\n' -F owner=lansstyrelsen "$@" "$site/plans/imports"
  done >"$folder/times"
  if grep -qvE '^303 .*/plans/imports/' "$folder/times"; then
    echo "$name: not understood: $(grep -vE '^303 .*/plans/imports/' "$folder/times" | head -1)" >&2
    exit 1
  fi
  cut -d' ' -f2 "$folder/times" | sort -n | awk -v name="$name" -v most="$most" '
    { all[NR] = $1 * 1000 }
    END {
      slow = all[NR] > most
      printf "%s: %d times, middle %.0f ms, slowest %.0f ms%s\n", name, NR, all[int((NR + 1) / 2)], all[NR], slow ? " !" : ""
      exit slow
    }'
}

post -d account=alva-ankarhjul -d back=/ "$site/sign-in"
"$program" plan export county-plan --data "$folder/data" --edition list --format xlsx -o "$folder/list.xlsx"
"$program" plan export county-plan --data "$folder/data" --edition workbook -o "$folder/workbook.xlsx"
result=0
measure "pasted text, $(wc -c <"$text") bytes" -F "text=<$text" || result=1
measure 'Excel, activity list' -F "file=@$folder/list.xlsx" || result=1
measure 'Excel, our own workbook' -F "file=@$folder/workbook.xlsx" || result=1
exit "$result"
