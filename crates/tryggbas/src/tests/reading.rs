//! Files on the command line, read by the program's own child with its limits: what is hostile is refused in a line that says why,
//! with exit code 1 and nothing saved; what is good is read.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> io::Result<Self> {
        let path = std::env::temp_dir().join(format!("tryggbas-reading-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn file(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.0.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which clears its folder of such things.
        let _left = std::fs::remove_dir_all(&self.0);
    }
}

fn tryggbas(folder: &Folder, command: &[&str], file: &Path, flags: &[&str]) -> io::Result<Output> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tryggbas"));
    program.args(command).arg(file).args(flags).arg("--data").arg(folder.0.join("data")).output()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const PLAN: [&str; 2] = ["plan", "import"];
const ORGANISATION: [&str; 2] = ["organisation", "import"];

#[test]
fn what_cannot_be_read_is_refused_with_a_reason_and_nothing_is_saved() {
    let folder = Folder::new("refused").unwrap();
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    locked.resize(1024, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    locked.resize(2048, 0);
    for (name, bytes, reason) in [
        ("plan.docx", b"%PDF-1.7\n1 0 obj".to_vec(), "PDF"),
        ("plan.xlsx", b"PK\x03\x04 not a workbook".to_vec(), "damaged"),
        ("plan.xlsx", locked, "encrypted"),
        ("plan.csv", Vec::new(), "empty"),
        ("plan.csv", b"a;b;c;d;e\n".repeat(200_000), "more than"),
        ("plan.csv", vec![b'a'; 20 * 1024 * 1024 + 1], "larger than 20 MiB"),
    ] {
        let file = folder.file(name, &bytes).unwrap();
        for (command, flags) in
            [(PLAN, &["--dry-run"][..]), (PLAN, &[]), (ORGANISATION, &["--dry-run"]), (ORGANISATION, &[])]
        {
            let output = tryggbas(&folder, &command, &file, flags).unwrap();
            let error = said(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{command:?} {reason}: {error}");
            assert!(error.contains(reason) && error.contains("cannot be taken in"), "{command:?} {reason}: {error}");
            assert!(output.stdout.is_empty(), "{command:?} {reason}");
        }
    }
    assert!(!folder.0.join("data").exists(), "not even a database was made");
}

#[test]
fn more_than_a_plan_is_refused_and_a_plan_is_read() {
    let folder = Folder::new("read").unwrap();
    let plan = |actions: usize| {
        let rows = (1..=actions).map(|number| format!("1.{number};Inför rutin {number}.;Skolnämnden\n"));
        format!("Nr;Åtgärd;Ansvarig\n{}", rows.collect::<String>())
    };
    let large = folder.file("large.csv", plan(2_001).as_bytes()).unwrap();
    let output = tryggbas(&folder, &PLAN, &large, &["--dry-run"]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("more than 1500 goals, actions and indicators"), "{}", said(&output.stderr));

    let small = folder.file("small.csv", plan(3).as_bytes()).unwrap();
    let output = tryggbas(&folder, &PLAN, &small, &["--dry-run", "--json"]).unwrap();
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["actions_without_goal"].as_array().map(Vec::len), Some(3));
    assert_eq!(reading["cells"]["seen"], 12);
}

#[test]
fn an_organisation_is_read_from_a_table_and_from_the_register() {
    let folder = Folder::new("organisation").unwrap();
    let table = folder.file("skolor.csv", "Namn;Typ\nProvstad;Kommun\nProvskolan;Skola\n".as_bytes()).unwrap();
    let school = r#"{"schoolUnitCode":"20000001","name":"Provskolan","status":"AKTIV"}"#;
    let register = folder.file("lista.json", format!(r#"{{"data":{{"attributes":[{school}]}}}}"#).as_bytes()).unwrap();
    for (file, new) in [(table, 2), (register, 1)] {
        let output = tryggbas(&folder, &ORGANISATION, &file, &["--dry-run", "--json"]).unwrap();
        let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(summary["new"], new, "{}", said(&output.stderr));
    }
}
