#!/usr/bin/env python3
"""Tries wrong passwords on one account from one address while its owner signs in from another, and says what came of it.

  benches/wrong-passwords.py PROGRAM [TRIES]

Every tenth try is made from an address of its own, as a crowd of machines would. The program is started as a demonstration behind a
proxy that is believed, so that each request can say where it comes from.
"""
import base64, collections, hashlib, hmac, http.client, json, struct, subprocess, sys, tempfile, threading, time
from urllib.parse import urlencode

PROGRAM, TRIES = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
PORT, THREADS = 3394, 16
SITE = f"http://localhost:{PORT}"


def post(connection, path, fields, address, cookies=None):
    headers = {"Origin": SITE, "X-Forwarded-For": address, "Content-Type": "application/x-www-form-urlencoded"}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection.request("POST", path, urlencode(fields), headers)
    answer = connection.getresponse()
    answer.read()
    for line in answer.headers.get_all("set-cookie") or []:
        name, value = line.split(";")[0].split("=", 1)
        if cookies is not None:
            cookies[name] = value
    return answer.status


def code(secret):
    """What an app shows for a secret now (RFC 6238)."""
    mac = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = mac[19] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def sign_in(account, address, cookies):
    """Signs in with password and code; the statuses of both steps and how long they took together."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    began = time.monotonic()
    fields = {"email": account["email"], "password": account["password"], "back": "/account"}
    first = post(connection, "/sign-in", fields, address, cookies)
    second = post(connection, "/sign-in/code", {"code": code(account["totp_secret"]), "back": "/account"}, address, cookies)
    return first, second, time.monotonic() - began


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        return {line.split(":")[0]: int(line.split()[1]) // 1024 for line in status if line.startswith(("VmRSS", "VmHWM"))}


def attack(account, number, statuses):
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    for at in range(number, TRIES, THREADS):
        address = f"203.0.{at // 256 % 256}.{at % 256}" if at % 10 == 0 else "198.51.100.9"
        fields = {"email": account["email"], "password": f"fel lösenord {at}", "back": "/"}
        try:
            statuses[number][post(connection, "/sign-in", fields, address)] += 1
        except (OSError, http.client.HTTPException) as error:
            statuses[number][type(error).__name__] += 1
            connection.close()


with tempfile.TemporaryDirectory() as folder:
    command = [PROGRAM, "demo", "--json", "--data", folder, "--listen", f"127.0.0.1:{PORT}", "--trusted-proxy", "127.0.0.1"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        accounts = json.loads(server.stdout.readline())["accounts"]
        owner = next(account for account in accounts if account["role"] == "principal")
        cookies = {}
        print("owner before:", sign_in(owner, "192.0.2.1", cookies)[:2], "memory MiB:", memory(server))
        statuses = [collections.Counter() for _ in range(THREADS)]
        threads = [threading.Thread(target=attack, args=(owner, number, statuses)) for number in range(THREADS)]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        time.sleep(31)  # the owner's last code is used
        first, second, took = sign_in(owner, "192.0.2.1", {name: value for name, value in cookies.items() if name == "known-browser"})
        print(f"owner meanwhile: {first}, {second} in {took * 1000:.0f} ms")
        for thread in threads:
            thread.join()
        took = time.monotonic() - began
        total = sum(statuses, collections.Counter())
        print(f"{TRIES} tries in {took:.0f} s: {dict(total)}; looked at {total[422]}, that is {100 * total[422] / TRIES:.2f} %")
        print("memory MiB:", memory(server))
        fine = (first, second) == (303, 303) and total[422] < TRIES // 20 and total[303] == 0
    finally:
        server.terminate()
        server.wait()
sys.exit(0 if fine else 1)
