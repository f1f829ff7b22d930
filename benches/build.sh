#!/usr/bin/env bash
# What waiting for the compiler costs: a build from nothing, an edit of a page's handler, and an edit of its template, each
# until the program answers with what was changed.
#   benches/build.sh [FOLDER]
# Works on a clone of the last commit, so that nothing here changes. Packages are downloaded before the clock starts. With a
# FOLDER the clone and its build are kept there, and a later call skips the build from nothing. Needs git and curl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
keep=${1:-$work}
server=''
trap 'stop; rm -rf "$work"' EXIT

page=http://localhost:3395/plans
handler=crates/plans/src/pages/plans.rs
template=ui/pages/plans/plans/index.html
mkdir -p "$keep"
tree=$keep/tree
export CARGO_TARGET_DIR=$keep/target
[ -d "$tree" ] || git clone --quiet . "$tree"
cd "$tree"
git fetch --quiet origin HEAD
git checkout --quiet --force --detach FETCH_HEAD

stop() { [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true; server=''; }

since() { awk "BEGIN { printf \"%.1f s\", $EPOCHREALTIME - $1 }"; }

build() { cargo build --locked --quiet; }

# Starts what was built and waits until the page has the text.
answer() {
  "$CARGO_TARGET_DIR/debug/tryggbas" demo --json --data "$keep/data" --listen 127.0.0.1:3395 >/dev/null 2>"$work/log" &
  server=$!
  until_page_has "$1"
}

until_page_has() {
  for _ in $(seq 1 6000); do
    curl -s "$page" >"$work/page" && grep -qF "$1" "$work/page" && return
    sleep 0.01
  done
  echo "the page never had $1" >&2
  exit 1
}

busy() { awk '{ print $1 }' /proc/loadavg; }

cargo fetch --locked --quiet
echo "$(nproc) processors, load $(busy) before"
if [ ! -d "$CARGO_TARGET_DIR" ]; then
  from=$EPOCHREALTIME
  build
  echo "from nothing: $(since "$from"), $(du -sm "$CARGO_TARGET_DIR" | cut -f1) MiB"
fi
build
answer '</html>'
stop
for round in 1 2 3; do
  # The handler's code changes, not only its date.
  text="edit-$round-$RANDOM"
  git checkout --quiet "$handler"
  sed -i "s|title: plan.title.clone(),|title: format!(\"{} $text\", plan.title),|" "$handler"
  git diff --quiet "$handler" && { echo "nothing to edit in $handler" >&2; exit 1; }
  from=$EPOCHREALTIME
  build
  built=$(since "$from")
  answer "$text"
  echo "page edit $round: built in $built, answers after $(since "$from")"
  [ "$round" = 3 ] || stop
done
text="template-$RANDOM"
echo "<!-- $text -->" >"$work/edit"
sed -i "/{% block main %}/r $work/edit" "$template"
from=$EPOCHREALTIME
until_page_has "$text"
echo "template edit: no build, the running program shows it after $(since "$from")"
