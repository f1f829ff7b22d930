"""Writes the files that hostile.sh sends: each made to hurt in a way of its own, or only far too large, or harmless."""

import io
import json
import pathlib
import random
import struct
import sys
import zipfile

FOLDER = pathlib.Path(sys.argv[1])
WORDS = "trygghet skola samverkan elever insats rutin stöd föräldrar nämnd arbete kartläggning uppföljning".split()
CHANCE = random.Random(1)


def sentence(words):
    return " ".join(CHANCE.choice(WORDS) for _ in range(words)).capitalize() + "."


def write(name, content):
    data = content if isinstance(content, bytes) else content.encode()
    (FOLDER / name).write_bytes(data)


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def workbook(sheet):
    """A workbook of one sheet, given what stands inside its <worksheet>."""
    relation = '<Relationships><Relationship Id="r" Type="http://x/{}" Target="{}"/></Relationships>'
    return archive({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relation.format("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relation.format("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
    })


def cells(rows, after=""):
    """A workbook of rows of text."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'.format
    lines = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    return workbook(f"<sheetData>{lines}</sheetData>{after}")


def document(body):
    return archive({"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>"})


def plan(actions, bodies=40):
    """The rows of a plan."""
    yield ["Mål", "Nr", "Åtgärd", "Ansvarig", "Indikator", "Uppföljning", "Tidplan"]
    for number in range(actions):
        goal, place = divmod(number, 10)
        title = f"Mål {goal + 1}: {sentence(4)}" if place == 0 else ""
        lead = f"{WORDS[number % len(WORDS)].capitalize()}nämnden {number % bodies}"
        yield [title, f"{goal + 1}.{place + 1}", sentence(12), lead, f"Antal {sentence(3)}", "Varje år", "Klar juni 2027"]


def schools(units, columns=15):
    """The rows of an organisation."""
    known = ["Namn", "Typ", "Tillhör", "Skolenhetskod", "Kommunkod", "Andra namn", "Status", "Från och med", "Beskrivning"]
    yield known + [f"Annat {number}" for number in range(columns - len(known))]
    yield ["Provstad", "Kommun", "", "", "0199", "", "", "", ""]
    for number in range(units):
        code = str(20_000_000 + number)
        yield [f"Skola {number}", "Skola", "Provstad", code, "0199", f"Skolan {number}", "Aktiv", "2010-01-01",
               sentence(6)] + [str(number)] * (columns - len(known))


def own(actions):
    """The rows of a workbook of ours: all of them new actions, with as much as possible that is none of the choices."""
    wrong = ["Hör till mål", "Hur ofta", "Första dag", "Sista dag", "Förebyggande nivå"]
    yield ["Nummer", "Åtgärd", "Ansvarig", "Medansvariga", *wrong, "Åtgärdens id (ändra inte)"]
    for number in range(actions):
        lead = f"{WORDS[number % len(WORDS)].capitalize()}nämnden {number}"
        yield [str(number), sentence(12), lead, f"Polisen\nSkolan {number}"] + ["Kanske"] * len(wrong) + [""]


def lying(data, size):
    """The archive with another unpacked size in every header."""
    data = bytearray(data)
    for start in range(len(data) - 4):
        field = {b"PK\3\4": 22, b"PK\1\2": 24}.get(bytes(data[start:start + 4]))
        if field:
            data[start + field:start + field + 4] = struct.pack("<I", size)
    return bytes(data)


def changed(data):
    """The archive with one byte of its first part changed."""
    return data[:60] + bytes([data[60] ^ 0x55]) + data[61:]


def compound(stream):
    """The head of a compound file that has a stream of this name: what Office makes of a document with a password."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    return head.ljust(512, b"\0") + stream.encode("utf-16-le").ljust(512, b"\0")


FOLDER.mkdir(parents=True)
few = list(plan(20))
small = cells(few)

# Refused, with a sentence.
write("pdf.docx", b"%PDF-1.7\n1 0 obj")
write("image.xlsx", b"\x89PNG\r\n\x1a\n0000IHDR")
write("noise.bin", bytes(CHANCE.randrange(256) for _ in range(100_000)))
write("empty.csv", b"")
write("cut-off.xlsx", small[: len(small) // 2])
write("changed.docx", changed(document("<w:p/>" * 90)))
write("password.docx", compound("EncryptedPackage"))
write("password.xlsx", compound("EncryptedPackage"))
write("old.doc", compound("WordDocument"))
write("bomb.xlsx", workbook(" " * 190_000_000))
write("bomb.docx", document(" " * 190_000_000))
write("sizes-that-lie.xlsx", lying(small, 1))
write("nested.docx", document("<w:tbl><w:tr><w:tc>" * 100_000))
write("million-cells.xlsx", cells([["x"] * 100] * 10_000))
write("million-cells.csv", ("a;" * 100 + "\n") * 10_000)
write("200000-plausible-cells.xlsx", cells(plan(28_500)))
write("merged-on-merged.xlsx", cells([["1"]] * 10_000, "<mergeCells>" + '<mergeCell ref="A1:B10000"/>' * 50_000 + "</mergeCells>"))
write("many-bodies.xlsx", cells(plan(600, bodies=600)))
write("many-actions.xlsx", cells(plan(5_000)))
write("many-rows.xlsx", cells(own(1_501)))
write("long-text.docx", document("".join(f"<w:p><w:r><w:t>{sentence(400)}</w:t></w:r></w:p>" for _ in range(4_000))))
write("large.bin", b"a" * (20 * 1024 * 1024 + 1))
write("unread.csv", "Kod;Antal\n" + "".join(f"{number};{sentence(3)}\n" for number in range(24_000)))
write("pasted-10-mb.txt", "Inför rutiner.\tSocialnämnden\n" * 340_000)
write("pasted-2-mb.txt", "Inför rutiner för alla.\tSocialnämnden\n" * 49_000)
write("units-without-end.json", '{"data":{"attributes":[' + "{}," * 4_000_000 + "{}]}}")
write("deep.json", "[" * 10_000_000)

# Read: what is odd in them is told on the page.
write("plan.xlsx", small)
write("formulas.xlsx", workbook("<sheetData><row>" + "".join(f'<c t="str"><v>{text}</v></c>' for text in few[0]) + "</row>"
      + '<row><c><f>1+1</f></c><c><f>A1</f><v>2</v></c><c t="str"><f>CMD()</f><v>Inför rutiner.</v></c></row></sheetData>'))
write("merged.xlsx", cells(few, '<mergeCells><mergeCell ref="A2:A11"/><mergeCell ref="A12:A21"/></mergeCells>'))
write("windows-1252.csv", "\n".join(";".join(row) for row in few).encode("cp1252"))
write("utf-16.csv", "\n".join(";".join(row) for row in few).encode("utf-16"))
write("duplicate-numbers.csv", "Nr;Åtgärd;Ansvarig\n" + "1.1;Inför rutiner.;Okända nämnden\n" * 30)
write("largest-plan.xlsx", cells(plan(650)))
write("largest-workbook.xlsx", cells(own(1_500)))
write("10000-units.xlsx", cells(schools(10_000)))
write("1500-units.json", json.dumps({"data": {"attributes": [
    {"schoolUnitCode": str(20_000_000 + number), "name": f"Skola {number}", "status": "AKTIV"} for number in range(1_500)]}}))
