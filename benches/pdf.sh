#!/usr/bin/env bash
# Sets the example's county plan as PDF with the program, with the bare Typst compiler on the same source and faces, and,
# from the Word edition, with LibreOffice; prints times and their ratios, and whether every action is in each file.
#   benches/pdf.sh PROGRAM [FOLDER]
# The files are kept in FOLDER when it is given. Needs curl, pdftotext, python3 (the compiler is installed from PyPI into a
# virtual environment in the cache) and LibreOffice Writer with faces as wide as Word's (Debian: fonts-crosextra-carlito,
# fonts-crosextra-caladea). Ends with 1 where a limit is not kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(realpath "$1")
work=$(mktemp -d)
kept=${2:-$work}
mkdir -p "$kept"
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

runs=9
most_of_bare=1.5 least_of_office=10
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tryggbas
bare=$cache/typst/bin/python
[ -x "$bare" ] || { python3 -m venv "$cache/typst" && "$cache/typst/bin/pip" install --quiet 'typst==0.15.*'; }

# The middle of several times in milliseconds, one a line.
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# How long a command takes, several times over.
times() {
  local count=$1 from
  shift
  for _ in $(seq 1 "$count"); do
    from=$EPOCHREALTIME
    "$@" >/dev/null 2>&1
    awk "BEGIN { printf \"%.1f\n\", ($EPOCHREALTIME - $from) * 1000 }"
  done
}

site=http://localhost:3393

start() {
  "$program" demo --json --data "$work/data" --listen 127.0.0.1:3393 >/dev/null 2>"$work/log" &
  server=$!
  for _ in $(seq 1 600); do curl -s -o /dev/null "$site/readyz" && break || sleep 0.1; done
}

end() {
  kill "$server" && wait "$server" || true
  server=''
}

# How long a reader waits for the edition while the program serves. Another plan is asked for each time in between, so
# that nothing of this one is remembered.
served() {
  for _ in $(seq 1 "$runs"); do
    curl -s -f -o /dev/null "$site/plans/honour-plan/editions/full.pdf"
    curl -s -f -o /dev/null -w '%{time_total}\n' "$site/plans/county-plan/editions/full.pdf" | awk '{ print $1 * 1000 }'
  done
}

edition() { "$program" plan export county-plan --data "$work/data" --edition full --format "$1" -o "$kept/plan.$1"; }

office() { soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pdf --outdir "$work" "$kept/plan.docx"; }

# Three times of a process that has not set the plan before: faces and all, the compiling alone, and once more.
bare() {
  "$bare" - "$work" "$kept/bare.pdf" <<'PYTHON'
import sys, time, typst
work, output = sys.argv[1:]
def timed(call):
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
def compiler():
    global made
    made = typst.Compiler(f"{work}/plan.typ", font_paths=[f"{work}/fonts"], ignore_system_fonts=True)
def compile():
    made.compile(output=output, format="pdf", pdf_standards=["ua-1", "a-2a"])
faces, first, again = timed(compiler), timed(compile), timed(compile)
print(f"{faces + first:.1f} {first:.1f} {again:.1f}")
PYTHON
}

# How many of the plan's actions are in a PDF, whatever its lines, hyphens and spaces.
actions() {
  "$program" plan import crates/demo/data/county-plan.txt --data "$work/none" --dry-run --json >"$work/reading"
  pdftotext "$1" - | python3 -c '
import json, sys
letters = lambda text: "".join(filter(str.isalnum, text))
found = letters(sys.stdin.read())
texts = [letters(action["text"]) for goal in json.load(open(sys.argv[1]))["goals"] for action in goal["actions"]]
print(sum(text in found for text in texts), "of", len(texts))' "$work/reading"
}

over() { awk "BEGIN { exit !($1) }" && touch "$work/over" && printf ' !' || true; }

start
reader=$(served | middle)
end
cargo run --quiet --package demo --example typst_source -- "$work/data" "$work"
edition docx
command=$(times "$runs" edition pdf | middle)
besides=$(times "$runs" edition html | middle)
for _ in $(seq 1 "$runs"); do bare; done >"$work/bare"
read -r whole first again < <(for column in 1 2 3; do cut -d' ' -f"$column" "$work/bare" | middle; done | tr '\n' ' '; echo)
times 1 office >"$work/first"
office=$(times 3 office | middle)
mv "$work/plan.pdf" "$kept/office.pdf"
own=$(awk "BEGIN { printf \"%.1f\", $command - $besides }")

echo "program while it serves: $reader ms; as a command $command ms, of which $besides ms without setting; setting alone $own ms"
echo "bare compiler $("$bare" -c 'import typst; print(typst.__version__)'), faces included: $whole ms; compiling alone $first ms, once more $again ms"
echo "LibreOffice: $office ms ($(<"$work/first") ms with a new profile)"
awk "BEGIN { printf \"%.2f × the bare compiler\", $own / $whole }" && over "$own > $most_of_bare * $whole" && echo
awk "BEGIN { printf \"%.1f × faster than LibreOffice (%.1f × as a command)\", $office / $reader, $office / $command }" &&
  over "$office < $least_of_office * $reader" && echo
for file in plan bare office; do
  found=$(actions "$kept/$file.pdf")
  echo "$file.pdf: $(pdfinfo "$kept/$file.pdf" | awk '/^Pages/ { print $2 }') pages, $(wc -c <"$kept/$file.pdf") bytes, actions $found"
done
[ ! -e "$work/over" ]
