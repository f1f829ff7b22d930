#!/usr/bin/env bash
# Puts the program under load: a hundred plans of a hundred actions each that thirty bodies answer for, read at 200 requests
# a second, one page after another, by anybody and by a coordinator. Prints latencies, memory and the weight of pages.
#   benches/load.sh PROGRAM [--postgres URL] [--seconds N]
# Without a URL the database is SQLite; with one it is a database of its own on that server, made and dropped here. Needs
# curl, jq, oha (`cargo install oha`), and psql for PostgreSQL. Ends with 1 where a limit is not kept.
#
# Latency is counted from when a request was due, not from when the generator got to send it, and answers are compressed as
# for a browser. The generator takes its processor time from the same machine: both are printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "$1")
shift
postgres='' seconds=20
while [ $# -gt 0 ]; do
  case $1 in
    --postgres) postgres=$2 ;;
    --seconds) seconds=$2 ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "benches/load.sh" && exit 2 ;;
  esac
  shift 2
done

rate=200 most_latency=15 most_memory=150 most_page=60
address=127.0.0.1:3392
site=http://localhost:3392
browser='Accept-Encoding: gzip, deflate, br'
folder=$(mktemp -d)
server=''

clean() {
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
  [ -z "$postgres" ] || psql -q "$postgres" -c 'DROP DATABASE IF EXISTS tryggbas_load' || true
  rm -rf "$folder"
}
trap clean EXIT

# Fills the database and starts the program on it.
start() {
  local database=() place=()
  if [ -n "$postgres" ]; then
    psql -q "$postgres" -c 'DROP DATABASE IF EXISTS tryggbas_load' -c 'CREATE DATABASE tryggbas_load' 2>/dev/null
    place=("${postgres%/*}/tryggbas_load")
    database=(--database "${place[0]}")
  fi
  read -r plan body account < <(cargo run --quiet --package demo --example hundred_plans -- "$folder/data" "${place[@]}")
  # What the server does by itself within minutes.
  [ -z "$postgres" ] || psql -q "${place[0]}" -c ANALYZE
  "$program" demo --json --data "$folder/data" "${database[@]}" --listen "$address" >"$folder/out" 2>"$folder/log" &
  server=$!
  for _ in $(seq 1 600); do
    curl -s -o /dev/null "$site/readyz" && break
    kill -0 "$server" || { echo "the program does not start: $(tail -1 "$folder/log")" >&2 && exit 1; }
    sleep 0.1
  done
  curl -s -o /dev/null -c "$folder/cookies" -H "Origin: $site" -d "account=$account" -d back=/ "$site/sign-in"
  session=$(awk '/session/ { print $6 "=" $7 }' "$folder/cookies")
  [ -n "$session" ] || { echo 'nobody could sign in' >&2 && exit 1; }
}

# A line of the process' memory, in MiB: VmRSS is what it holds, VmHWM the most it held.
memory() { awk -v line="$1:" '$1 == line { printf "%d", $2 / 1024 }' "/proc/$server/status"; }

# The server's processor time so far, in hundredths of a second.
worked() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

# Marks a figure that is over its limit.
over() {
  if awk "BEGIN { exit !($1 > $2) }"; then
    touch "$folder/over"
    printf ' !'
  fi
}

# Reads a page at the rate: percentiles and the slowest in milliseconds, whatever was not a page, processor time.
load() {
  local who=$1 path=$2 header=() before after answer TIMEFORMAT='%U %S'
  [ "$who" = anybody ] || header=(-H "Cookie: $session")
  local ask=(oha --no-tui --output-format json -q "$rate" --latency-correction -H "$browser" "${header[@]}")
  "${ask[@]}" -z 3s "$site$path" >/dev/null
  before=$(worked)
  { time "${ask[@]}" -z "${seconds}s" -w "$site$path" >"$folder/answer"; } 2>"$folder/time"
  after=$(worked)
  answer=$(jq -r --arg server $((after - before)) --arg generator "$(<"$folder/time")" '
    def ms: . * 100000 | round / 100;
    ([.statusCodeDistribution[]] | add) as $answers | (.statusCodeDistribution["200"] // 0) as $pages
    | ($generator | split(" ") | map(tonumber) | add) as $own
    | [(.latencyPercentiles | .p50, .p90, .p99 | ms), (.summary.slowest | ms),
       $answers, ($answers - $pages + ([.errorDistribution[]] | add // 0)),
       (($server | tonumber) * 1000 / $answers | round / 100), ($own * 100000 / $answers | round / 100)] | @tsv' "$folder/answer")
  printf '%-12s %-28s %8s %8s %8s %8s %8s %7s %9s %9s' "$who" "$path" $answer
  over "$(cut -f3 <<<"$answer")" "$most_latency"
  echo
}

# Bytes of a page and of its one stylesheet, as they are and as they travel.
weigh() {
  local who=$1 path=$2 style address header=() plain=() travels=()
  [ "$who" = anybody ] || header=(-H "Cookie: $session")
  style=$(curl -s "${header[@]}" "$site$path" | sed 's/&#x2f;/\//g' | grep -o '/assets/[^"]*/style\.css')
  for address in "$site$path" "$site$style"; do
    plain+=("$(curl -s "${header[@]}" "$address" | wc -c)")
    travels+=("$(curl -s "${header[@]}" -H "$browser" "$address" | wc -c)")
  done
  printf '%-12s %-28s %d + %d = %d bytes, compressed %d + %d = %d' "$who" "$path" "${plain[@]}" $((plain[0] + plain[1])) \
    "${travels[@]}" $((travels[0] + travels[1]))
  over $((travels[0] + travels[1])) $((most_page * 1000))
  echo
}

# Eight full editions, four asked for at once, and the most memory the program held meanwhile.
export_editions() {
  local from=$EPOCHREALTIME number
  # Forgets the most that was held so far.
  echo 5 >"/proc/$server/clear_refs"
  for number in 4 8 12 16 20 24 28 32; do echo "$site/plans/hundred-plan-$number/editions/full.pdf"; done |
    xargs -P 4 -I{} curl -s -f -o /dev/null {}
  awk "BEGIN { printf \"%.1f s\", $EPOCHREALTIME - $from }"
}

engine=SQLite
[ -z "$postgres" ] || engine=PostgreSQL
start
pages=("/plans/$plan" "/bodies/$body" /plans /actions /bodies)
echo "$engine, $rate requests a second for $seconds s, $(nproc) processors, $(du -sm "$folder" | cut -f1) MiB of data folder"
idle=$(memory VmRSS)
printf '%-12s %-28s %8s %8s %8s %8s %8s %7s %9s %9s\n' who page 'p50 ms' 'p90 ms' 'p99 ms' 'max ms' answers errors 'cpu ms' 'oha ms'
for who in anybody coordinator; do
  for path in "${pages[@]}"; do load "$who" "$path"; done
done
held=$(memory VmRSS)
peak=$(memory VmHWM)
took=$(export_editions)
echo "memory: $idle MiB at start, $held MiB after load (at most $peak)$(over "$held" "$most_memory"), at most $(memory VmHWM) MiB while 8 full editions were set as PDF in $took, $(memory VmRSS) MiB after"
for path in "${pages[@]}"; do weigh anybody "$path"; done
weigh coordinator "/plans/$plan"
[ ! -e "$folder/over" ]
