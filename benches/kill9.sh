#!/usr/bin/env bash
# Kills the program with SIGKILL while plans are being saved, again and again, and checks that every save that was
# acknowledged is there afterwards and that the database is whole.
#   benches/kill9.sh PROGRAM [ROUNDS]
# As a control it also checks that a title nobody saved is not found, so that the search itself is known to work.
set -euo pipefail
program=$1
rounds=${2:-20}
folder=$(mktemp -d)
address=127.0.0.1:3391
site=http://localhost:3391
trap 'kill -9 "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

start() {
  "$program" demo --json --data "$folder/data" --listen "$address" >"$folder/out" 2>"$folder/log" &
  server=$!
  for _ in $(seq 1 600); do
    curl -s -o /dev/null "$site/readyz" && return
    sleep 0.1
  done
  echo "the program does not start: $(tail -1 "$folder/log")" >&2
  exit 1
}

post() {
  curl -s -o /dev/null -w '%{http_code}' -b "$folder/cookies" -c "$folder/cookies" -H "Origin: $site" "$@"
}

save() {
  local number=0 title
  while true; do
    number=$((number + 1))
    title="Runda $1 plan $number"
    [ "$(post --data-urlencode "title=$title" -d period=2030 -d kind=local -d owner=lansstyrelsen "$site/plans" || true)" = 303 ] || return 0
    echo "$title" >>"$folder/acknowledged"
  done
}

touch "$folder/acknowledged"
for round in $(seq 1 "$rounds"); do
  start
  post -d account=alva-ankarhjul -d back=/ "$site/sign-in" >/dev/null
  save "$round" &
  saver=$!
  sleep "0.$((RANDOM % 8 + 2))"
  kill -9 "$server"
  wait "$server" 2>/dev/null || true
  wait "$saver" 2>/dev/null || true
done
"$program" check --data "$folder/data"
"$program" plan list --data "$folder/data" --json | grep -o '"title": "Runda [^"]*"' | sed 's/"title": "//; s/"$//' | sort >"$folder/there"
sort "$folder/acknowledged" -o "$folder/acknowledged"
lost=$(comm -23 "$folder/acknowledged" "$folder/there" | wc -l)
grep -qx 'Runda 0 plan 1' "$folder/there" && { echo "the control failed"; exit 1; }
echo "$rounds kills, $(wc -l <"$folder/acknowledged") saves acknowledged, $lost lost"
[ "$lost" = 0 ]
