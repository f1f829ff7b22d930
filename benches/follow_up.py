#!/usr/bin/env python3
"""Fills the example with five years of a county's follow-up and measures it.

    benches/follow_up.py PROGRAM [overview|open|report|save|kill|remind ...]

26 municipalities x 55 actions x 5 years with three figures each: 7 150 reports, 21 450 figures. Without further words all is
measured. Needs nothing but the program; prints a line for each figure, and ends with 1 where a limit is not kept.
"""

import collections
import datetime
import http.client
import json
import os
import random
import re
import shutil
import signal
import socketserver
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PORT = 3394
SITE = f"http://localhost:{PORT}"
ACTIONS, YEARS, REPORTERS = 55, range(2022, 2027), 200
program = os.path.realpath(sys.argv[1])
wanted = sys.argv[2:] or ["overview", "open", "report", "save", "kill", "remind"]
folder = tempfile.mkdtemp()
data = os.path.join(folder, "data")
faults = []


def told(what, value, unit, limit=None):
    kept = limit is None or value <= limit
    if not kept:
        faults.append(what)
    note = "" if limit is None else f" (limit {limit:g})" + ("" if kept else "  NOT KEPT")
    print(f"{what}: {value:.1f} {unit}{note}", flush=True)


def command(*words, stdin=None):
    done = subprocess.run([program, *words, "--data", data, "--json"], input=stdin, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{words}: {done.stderr[-600:]}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def timed(*words, runs=5):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        command(*words)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[len(times) // 2]


def serve():
    log = open(os.path.join(folder, "log"), "a")
    server = subprocess.Popen(
        [program, "demo", "--json", "--data", data, "--listen", f"127.0.0.1:{PORT}", "--changes-per-minute", "0"],
        stdout=subprocess.DEVNULL, stderr=log)
    for _ in range(600):
        try:
            Browser().get("/readyz")
            return server
        except OSError:
            time.sleep(0.05)
    sys.exit("the program does not start")


class Browser:
    """A connection that keeps its cookies."""

    def __init__(self, account=None):
        self.cookies = {}
        self.connection = http.client.HTTPConnection("localhost", PORT, timeout=30)
        if account:
            assert self.post("/sign-in", {"account": account, "back": "/"})[0] == 303, account

    def send(self, method, path, body=None):
        headers = {"Origin": SITE, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, text

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, fields):
        return self.send("POST", path, urllib.parse.urlencode(fields))


def database():
    return sqlite3.connect(f"file:{data}/tryggbas.db?mode=ro", uri=True)


def plan(title, owner, who, actions, years):
    rows = ["Nr\tÅtgärd\tAnsvarig\tIndikator\tFrekvens"]
    for number in range(1, actions + 1):
        goal = f"{(number - 1) // 7 + 1}.{(number - 1) % 7 + 1}"
        figures = f"Antal möten {number}; Antal utbildade {number}; Andel som vet {number}"
        rows.append(f"{goal}\tGenomföra insats {number} i varje verksamhet\t{who}\t{figures}\tÅrligen")
    path = os.path.join(folder, "plan.txt")
    with open(path, "w") as file:
        file.write("\n".join(rows) + "\n")
    made = command("plan", "import", path, "--owner", owner, "--title", title, "--period", f"{years[0]}-{years[-1]}")
    command("plan", "adopt", made["id"], "--by", "Länsstyrelsen", "--on", f"{years[0]}-01-15")
    return made["id"]


def answers(form, rows):
    out = []
    for unit, key in rows:
        typed = {}
        for part in form["parts"]:
            for field in part["fields"]:
                name, kind = field["key"], field["kind"]["kind"]
                if kind == "choice":
                    typed[name] = random.choice(field["kind"]["options"])["key"]
                elif kind == "number":
                    typed[name] = str(random.randint(1, 90))
                elif kind == "share":
                    typed.update({f"{name}.part": str(random.randint(1, 60)), f"{name}.of": "60"})
                elif kind == "text":
                    typed[name] = "Arbetet följer planen. Två tillfällen är genomförda."
        out.append({"unit": unit, "item": key, "typed": typed})
    return out


def hand_in(round_id):
    """All reports of a round."""
    base = database()
    sql = "SELECT x.unit_id, i.item_key, i.form FROM report x JOIN round_item i ON i.id = x.item_id WHERE x.round_id = ?"
    out = []
    for unit, key, form in base.execute(sql, (round_id,)).fetchall():
        out += answers(json.loads(form), [(unit, key)])
    base.close()
    path = os.path.join(folder, "answers.json")
    with open(path, "w") as file:
        json.dump(out, file)
    command("round", "submit", round_id, path)
    command("round", "approve", round_id)
    return len(out)


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def overview(round_id):
    server = serve()
    browser = Browser("alva-ankarhjul")
    path = f"/rounds/{round_id}"
    for _ in range(10):
        browser.get(path)
    times, size = [], 0
    for _ in range(300):
        began = time.perf_counter()
        status, text = browser.get(path)
        times.append((time.perf_counter() - began) * 1000)
        assert status == 200, status
        size = len(text)
    told("overview of 26 bodies x 55 actions, p50", percentile(times, 0.5), "ms")
    told("overview of 26 bodies x 55 actions, p99", percentile(times, 0.99), "ms", 50)
    told("overview, size", size / 1024, "KiB")
    server.terminate()
    server.wait()


def opening():
    """300 schools and 60 actions of their principals."""
    schools = ["Namn;Typ"] + [f"Mätskolan {number};Skolenhet" for number in range(300)]
    path = os.path.join(folder, "schools.csv")
    with open(path, "w") as file:
        file.write("\n".join(schools))
    command("organisation", "import", path, "--below", "eknas-stad")
    made = plan("Plan för alla skolor", "eknas-stad", "Rektor", 60, [2025, 2026])
    began = time.perf_counter()
    opened = command("round", "open", "--plan", made, "--year", "2025", "--due", "2099-01-31")
    took = (time.perf_counter() - began) * 1000
    told(f"opening a round of {opened['reports']} reports, the command whole", took, "ms", 1000 * max(1, opened["reports"] / 18000))


def report(made):
    told("status report's figures over five years, as JSON, the command whole",
         timed("report", "build", "--plan", made, "--period", "2026", "--format", "json", "-o", os.path.join(folder, "r.json")), "ms", 300)
    pdf = os.path.join(folder, "r.pdf")
    for name in (made, "county-plan"):
        took = timed("report", "build", "--plan", name, "--period", "2025", "--format", "pdf", "-o", pdf, runs=3)
        pages = len(re.findall(rb"/Type\s*/Page[^s]", open(pdf, "rb").read()))
        told(f"PDF of {name if name == 'county-plan' else 'the large plan'} ({pages} page objects), the command whole", took, "ms",
             2000 if name == "county-plan" else None)


def reporters():
    """200 people, each with a report of their own in a round that is open."""
    made = plan("Plan som besvaras", "lansstyrelsen", "Länets kommuner", 10, [2025, 2026])
    opened = command("round", "open", "--plan", made, "--year", "2026", "--due", "2099-01-31")
    base = database()
    sql = "SELECT x.id, x.unit_id FROM report x WHERE x.round_id = ? ORDER BY x.id"
    reports = base.execute(sql, (opened["id"],)).fetchall()[:REPORTERS]
    for unit in sorted({unit for _, unit in reports}):
        command("user", "add", f"{unit}@exempel.se", "--name", f"Mätare {unit}", "--role", "reporter", "--unit", unit)
    people = dict(base.execute("SELECT r.unit_id, r.person_id FROM person_role r JOIN person p ON p.id = r.person_id "
                               "WHERE p.name LIKE 'Mätare %'").fetchall())
    base.close()
    return opened["id"], [(report, people[unit]) for report, unit in reports]


def save(round_id, reports):
    server = serve()
    times, errors, lock = [], [], threading.Lock()
    browsers = [Browser(person) for _, person in reports]
    stop = time.monotonic() + 60

    def work(browser, report, delay):
        time.sleep(delay)
        number, was = 0, ""
        while time.monotonic() < stop:
            number += 1
            text = f"Utkast {number} av {report}."
            began = time.perf_counter()
            status, _ = browser.post(f"/rounds/{round_id}/reports/{report}",
                                     {"narrative": text, "was-narrative": was, "deed": "save"})
            took = (time.perf_counter() - began) * 1000
            with lock:
                times.append(took)
                if status != 303:
                    errors.append(status)
            was = text
            time.sleep(max(0, 5 - took / 1000))

    threads = [threading.Thread(target=work, args=(browser, report, 5 * place / len(reports)))
               for place, (browser, (report, _)) in enumerate(zip(browsers, reports))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.terminate()
    server.wait()
    told(f"{len(times)} saves of {len(reports)} reporters in 60 s, errors", len(errors), "", 0)
    told("a save, p50", percentile(times, 0.5), "ms")
    told("a save, p95", percentile(times, 0.95), "ms", 300)


def kill(round_id, reports, kills=50):
    acknowledged, lock, total = {}, threading.Lock(), 0
    for number in range(kills):
        server = serve()
        running = True

        def work(report, person):
            nonlocal total
            try:
                browser = Browser(person)
                step = 0
                while running:
                    step += 1
                    text = f"Runda {number} steg {step}."
                    status, page = browser.get(f"/rounds/{round_id}/reports/{report}")
                    was = re.search(r'name="was-narrative" value="([^"]*)"', page.decode())
                    fields = {"narrative": text, "was-narrative": was.group(1) if was else "", "deed": "save"}
                    status, _ = browser.post(f"/rounds/{round_id}/reports/{report}", fields)
                    if status == 303:
                        with lock:
                            acknowledged[report] = (number, step)
                            total += 1
            except (OSError, http.client.HTTPException, AssertionError):
                pass

        threads = [threading.Thread(target=work, args=pair) for pair in random.sample(reports, 8)]
        for thread in threads:
            thread.start()
        time.sleep(random.uniform(0.3, 1.0))
        server.send_signal(signal.SIGKILL)
        server.wait()
        running = False
        for thread in threads:
            thread.join()
    base = database()
    lost = 0
    for report, (number, step) in acknowledged.items():
        typed = json.loads(base.execute("SELECT typed FROM report WHERE id = ?", (report,)).fetchone()[0])
        there = re.match(r"Runda (\d+) steg (\d+)\.", typed.get("narrative", ""))
        # What was sent last may be there without having been acknowledged; nothing acknowledged may be missing.
        if not there or (int(there.group(1)), int(there.group(2))) < (number, step):
            lost += 1
    base.close()
    command("check")
    told(f"{kills} kills, {total} saves acknowledged, lost", lost, "", 0)


class MailServer(socketserver.StreamRequestHandler):
    """Takes every letter and notes for whom it is and by which name it goes."""

    letters = []

    def handle(self):
        self.wfile.write(b"220 sink\r\n")
        person = None
        for line in self.rfile:
            word = line.strip().upper()
            if word.startswith(b"RCPT"):
                person = line.split(b"<")[1].split(b">")[0].decode()
            elif word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                name = None
                for part in self.rfile:
                    if part.lower().startswith(b"message-id:"):
                        name = part.split(b":", 1)[1].strip().decode()
                    if part == b".\r\n":
                        break
                time.sleep(0.02)
                self.letters.append((person, name))
            elif word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(b"250 ok\r\n")


def remind(kills=25):
    """Two workers at once, killed again and again while they write and send the reminders of a round that was due yesterday."""
    made = plan("Plan som påminns om", "lansstyrelsen", "Länets kommuner", 3, [2025, 2026])
    today = datetime.date.today()
    days = [str(today - datetime.timedelta(days=20)), str(today - datetime.timedelta(days=1)), str(today + datetime.timedelta(days=20))]
    command("round", "open", "--plan", made, "--year", "2025", "--opens", days[0], "--due", days[1], "--closes", days[2])
    base = database()
    units = [unit for (unit,) in base.execute("SELECT unit_id FROM unit_member WHERE group_id = 'lanets-kommuner'")]
    for unit in units:
        command("user", "add", f"p-{unit}@exempel.se", "--name", f"Påmind {unit}", "--role", "reporter", "--unit", unit)
    # What the example has in its outbox, and the invitations, are no reminders.
    before = {name for (name,) in base.execute("SELECT id FROM outgoing_mail")}
    sink = socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer)
    threading.Thread(target=sink.serve_forever, daemon=True).start()
    words = [program, "worker", "--data", data, "--mail-server", f"smtp://127.0.0.1:{sink.server_address[1]}",
             "--mail-from", "Tryggbas <no-reply@exempel.se>", "--public-url", SITE]

    def workers():
        return [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]

    for _ in range(kills):
        running = workers()
        time.sleep(random.uniform(0.05, 0.6))
        for worker in running:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    running = workers()
    # A mail that a killed worker had claimed is tried again five minutes later.
    until = time.monotonic() + 420
    count = "SELECT COUNT(*) FROM outgoing_mail WHERE state = 'waiting'"
    while time.monotonic() < until and (base.execute(count).fetchone()[0] or time.monotonic() < until - 415):
        time.sleep(1)
    for worker in running:
        worker.terminate()
        worker.wait()
    mails = {f"<{name}@exempel.se>" for (name,) in base.execute("SELECT id FROM outgoing_mail") if name not in before}
    sent = collections.Counter(name for _, name in MailServer.letters if name in mails)
    each = collections.Counter(person for person, name in set(MailServer.letters) if name in mails)
    base.close()
    sink.shutdown()
    print(f"{kills} times two workers killed: {len(mails)} reminders, {sum(sent.values())} handed over", flush=True)
    told("people of the round without a reminder", sum(f"p-{unit}@exempel.se" not in each for unit in units), "", 0)
    told("people with more than one reminder", sum(number > 1 for number in each.values()), "", 0)
    told("reminders that never went out", len(mails - set(sent)), "", 0)
    told("reminders handed over again under the same name, since a worker died between the server's answer and its own note",
         sum(number > 1 for number in sent.values()), "")


try:
    server = serve()
    server.terminate()
    server.wait()
    random.seed(5)
    large = plan("Länsplan i fem år", "lansstyrelsen", "Länets kommuner", ACTIONS, list(YEARS))
    if {"overview", "report"} & set(wanted):
        began, count = time.perf_counter(), 0
        for year in YEARS:
            opened = command("round", "open", "--plan", large, "--year", str(year), "--due", "2099-01-31")
            count += hand_in(opened["id"])
        figures = database().execute("SELECT COUNT(*) FROM report_figure").fetchone()[0]
        told(f"filled in: {count} reports, {figures} figures", time.perf_counter() - began, "s")
        if "overview" in wanted:
            overview(opened["id"])
        if "report" in wanted:
            report(large)
    if "open" in wanted:
        opening()
    if {"save", "kill"} & set(wanted):
        round_id, reports = reporters()
        if "save" in wanted:
            save(round_id, reports)
        if "kill" in wanted:
            kill(round_id, reports)
    if "remind" in wanted:
        remind()
finally:
    shutil.rmtree(folder, ignore_errors=True)
sys.exit(f"limits not kept: {faults}" if faults else 0)
