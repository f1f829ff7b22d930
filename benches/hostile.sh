#!/usr/bin/env bash
# Sends files that are made to hurt, or are only far too large, to every way a file comes in, and prints a table: the file,
# the status, the seconds, the server's resident memory before and at its peak, and whether another page answered meanwhile.
#   benches/hostile.sh PROGRAM
# It ends with an error when an answer took longer than two seconds, memory grew by more than 64 MiB, another page did not
# answer, a file that is to be refused was not, or one that is to be read was. Needs python3 and curl.
set -euo pipefail
program=$1
most_seconds=${MOST_SECONDS:-2}
most_mib=64
here=$(dirname "$0")
folder=$(mktemp -d)
address=127.0.0.1:3392
site=http://localhost:3392
trap '{ kill -9 "$server"; wait "$server"; } 2>/dev/null || true; rm -rf "$folder"' EXIT

python3 "$here/hostile.py" "$folder/files"
"$program" demo --json --data "$folder/data" --listen "$address" >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 1 600); do
  curl -s -o /dev/null "$site/readyz" && break
  sleep 0.1
done

sign_in() {
  curl -s -o /dev/null -c "$folder/$1" -H "Origin: $site" -d "account=$1" -d back=/ "$site/sign-in"
}

memory() {
  awk -v field="$1:" '$1 == field { print int($2 / 1024) }' "/proc/$server/status"
}

# Asks for a page again and again, and notes each answer.
others() {
  while true; do
    curl -s -o /dev/null -m 5 -w '%{http_code} %{time_total}\n' "$site/plans" >>"$folder/others" || echo "000 5" >>"$folder/others"
    sleep 0.05
  done
}

# send WHO PATH EXPECTED FIELDS... FILE
failures=0
send() {
  local who=$1 path=$2 expected=$3 file=${*: -1} before peak answer status seconds verdict=ok
  shift 3
  local fields=()
  while [ $# -gt 1 ]; do fields+=(-F "$1"); shift; done
  : >"$folder/others"
  # The peak is counted anew from here.
  echo 5 >"/proc/$server/clear_refs"
  before=$(memory VmRSS)
  others &
  local asking=$!
  answer=$(curl -s -o "$folder/page" -m 60 -w '%{http_code} %{time_total} %{redirect_url}' -b "$folder/$who" \
    -H "Origin: $site" "${fields[@]}" "$site$path" || echo "000 60")
  read -r status seconds location <<<"$answer"
  if [ -n "${location:-}" ]; then
    # What was understood is shown on a page of its own.
    read -r second more <<<"$(curl -s -o "$folder/page" -m 60 -w '%{http_code} %{time_total}' -b "$folder/$who" "$location")"
    status="$status+$second"
    seconds=$(awk "BEGIN { print ($seconds > $more) ? $seconds : $more }")
  fi
  peak=$(memory VmHWM)
  # Whoever asked last is answered too.
  for _ in $(seq 100); do
    [ -s "$folder/others" ] && break
    sleep 0.05
  done
  kill "$asking" 2>/dev/null || true
  wait "$asking" 2>/dev/null || true
  local answered slowest
  answered=$(grep -c '^200' "$folder/others" || true)
  slowest=$(sort -k2 -n "$folder/others" | tail -1 | cut -d' ' -f2)
  [ "$status" = "$expected" ] || verdict="not $expected"
  awk "BEGIN { exit !($seconds > $most_seconds) }" && verdict="slow"
  [ $((peak - before)) -le "$most_mib" ] || verdict="memory"
  grep -qv '^200' "$folder/others" && verdict="others refused"
  [ "$answered" -gt 0 ] || verdict="others waited"
  [ "$verdict" = ok ] || failures=$((failures + 1))
  printf '%-22s %-28s %-8s %7s %7s %7s %6s %8s  %s\n' \
    "${path/\/01*\//\/…\/}" "$file" "$status" "$seconds" "$before" "$peak" "$answered" "$slowest" "$verdict"
}

sign_in alva-ankarhjul
sign_in david-dovhjort
printf '%-22s %-28s %-8s %7s %7s %7s %6s %8s  %s\n' \
  way file status seconds 'MiB was' peak others slowest verdict
# The first of each kind of page costs memory once, for templates and the like.
for file in plan.xlsx plan.xlsx; do
  send alva-ankarhjul /plans/imports 303+200 owner=lansstyrelsen text= "file=@$folder/files/$file" "$file" >/dev/null
done
failures=0
refused="pdf.docx image.xlsx noise.bin empty.csv cut-off.xlsx changed.docx password.docx password.xlsx old.doc bomb.xlsx bomb.docx
  sizes-that-lie.xlsx nested.docx million-cells.xlsx million-cells.csv 200000-plausible-cells.xlsx merged-on-merged.xlsx
  many-bodies.xlsx many-actions.xlsx long-text.docx large.bin unread.csv"
for file in $refused; do
  send alva-ankarhjul /plans/imports 422 owner=lansstyrelsen text= "file=@$folder/files/$file" "$file"
done
for file in pasted-10-mb.txt pasted-2-mb.txt; do
  send alva-ankarhjul /plans/imports 422 owner=lansstyrelsen "text=<$folder/files/$file" "$file"
done
for file in plan.xlsx formulas.xlsx merged.xlsx windows-1252.csv utf-16.csv duplicate-numbers.csv largest-plan.xlsx; do
  send alva-ankarhjul /plans/imports 303+200 owner=lansstyrelsen text= "file=@$folder/files/$file" "$file"
done

plan=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$folder/alva-ankarhjul" -H "Origin: $site" \
  -d title=Arbetsbok -d period=2030 -d kind=local -d owner=lansstyrelsen "$site/plans")
plan=${plan#"$site"}
plan=${plan%%\?*}
curl -s -o "$folder/files/own-workbook.xlsx" -b "$folder/alva-ankarhjul" "$site$plan/workbook.xlsx"
for file in pdf.docx cut-off.xlsx password.xlsx bomb.xlsx million-cells.xlsx 200000-plausible-cells.xlsx plan.xlsx many-rows.xlsx; do
  send alva-ankarhjul "$plan/workbooks" 422 "file=@$folder/files/$file" "$file"
done
for file in own-workbook.xlsx largest-workbook.xlsx; do
  send alva-ankarhjul "$plan/workbooks" 303+200 "file=@$folder/files/$file" "$file"
done

for file in pdf.docx cut-off.xlsx password.xlsx bomb.xlsx million-cells.csv million-cells.xlsx units-without-end.json deep.json unread.csv; do
  send david-dovhjort /organisation/imports 422 parent=lansstyrelsen "file=@$folder/files/$file" "$file"
done
for file in 10000-units.xlsx 1500-units.json; do
  send david-dovhjort /organisation/imports 303+200 parent=lansstyrelsen "file=@$folder/files/$file" "$file"
done

# The command line takes the same files the same way, and tells of a refusal in one line.
for file in $refused; do
  started=$(date +%s%N)
  "$program" plan import "$folder/files/$file" --dry-run --data "$folder/none" >"$folder/said" 2>&1 && code=0 || code=$?
  seconds=$(awk "BEGIN { printf \"%.3f\", ($(date +%s%N) - $started) / 1e9 }")
  verdict=ok
  [ "$code" = 1 ] || verdict="not refused"
  awk "BEGIN { exit !($seconds > $most_seconds) }" && verdict="slow"
  [ "$verdict" = ok ] || failures=$((failures + 1))
  printf '%-22s %-28s %-8s %7s  %s\n' "plan import" "$file" "$code" "$seconds" "$verdict: $(tail -1 "$folder/said")"
done
drafts=$("$program" plan list --data "$folder/data" --json | grep -c '"title": "Arbetsbok"')
"$program" check --data "$folder/data"
echo "$failures not as they should be"
[ "$failures" = 0 ] && [ "$drafts" = 1 ]
