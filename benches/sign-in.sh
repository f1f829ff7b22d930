#!/usr/bin/env bash
# Signs in a hundred people with their passwords at once, then a thousand browsers, and holds the memory to its bounds.
#   benches/sign-in.sh PROGRAM
# The program may take as much more than before as the memory for hashing (276 MiB) and a little for the requests themselves;
# a thousand sessions that are read at once may take 64 MiB more.
set -euo pipefail
program=$1
folder=$(mktemp -d)
site=http://localhost:3392
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

"$program" demo --json --data "$folder/data" --listen 127.0.0.1:3392 --changes-per-minute 0 >"$folder/out" 2>"$folder/log" &
server=$!
for _ in $(seq 600); do
  curl -s -o "$folder/ready" "$site/readyz" && break
  sleep 0.1
done

# Most memory so far and memory now, in MiB.
most() { awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$server/status"; }
now() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status"; }
milliseconds() { date +%s%3N; }
quantile() { sort -n "$1" | awk -v q="$2" '{all[NR] = $1} END {print all[int(NR * q + 0.5)]}'; }

hold() {
  [ "$2" -le "$3" ] && return
  echo "$1: $2, at most $3" >&2
  exit 1
}

python3 - "$folder/out" <<'PYTHON' >"$folder/people"
import json, sys
for person in json.load(open(sys.argv[1]))["accounts"][:100]:
    print(person["email"], person["id"], person["password"], sep="\t")
PYTHON
[ "$(wc -l <"$folder/people")" = 100 ]

before=$(now)
began=$(milliseconds)
while IFS=$'\t' read -r email _ password; do
  curl -s -o "$folder/none" -w '%{http_code} %{redirect_url}\n' -H "Origin: $site" \
    --data-urlencode "email=$email" --data-urlencode "password=$password" "$site/sign-in" >>"$folder/signed-in" &
  requests+=($!)
done <"$folder/people"
wait "${requests[@]}"
took=$(($(milliseconds) - began))
asked=$(grep -c '303 .*/sign-in/code' "$folder/signed-in" || true)
grown=$(($(most) - before))
echo "100 passwords at once: $asked right, ${took} ms, memory at most $grown MiB more than the $before MiB before"
[ "$asked" = 100 ]
hold 'MiB for passwords' "$grown" $((276 + 32))

cut -f 2 "$folder/people" >"$folder/ids"
before=$(now)
sign_in() { curl -s -o "$folder/none" -c "$folder/cookie$1" -H "Origin: $site" -d "account=$2" "$site/sign-in"; }
export -f sign_in
export folder site
for round in $(seq 10); do
  awk -v round="$round" '{print round "-" NR, $1}' "$folder/ids"
done | xargs -P 8 -L 1 bash -c 'sign_in "$0" "$1"'
read_account() { curl -s -o "$folder/none" -b "$1" -w '%{http_code} %{time_total}\n' "$site/account"; }
export -f read_account
find "$folder" -name 'cookie*' -print0 | xargs -0 -P 8 -I {} bash -c 'read_account {}' >"$folder/read"
fine=$(grep -c '^200 ' "$folder/read" || true)
cut -d ' ' -f 2 "$folder/read" >"$folder/times"
grown=$(($(now) - before))
echo "1000 sessions: $fine pages, p50 $(quantile "$folder/times" 0.5) s, p95 $(quantile "$folder/times" 0.95) s, memory $grown MiB more"
[ "$fine" = 1000 ]
hold 'MiB for sessions' "$grown" 64
