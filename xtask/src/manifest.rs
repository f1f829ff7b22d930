//! The lines of a Cargo.toml that the rules ask about.

/// One entry of a dependency table.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The table it stands in, for example `dev-dependencies`.
    pub table: String,
    pub name: String,
    pub line: usize,
    /// What follows the equals sign, or `workspace = true` for `name.workspace = true`.
    pub value: String,
    /// It has a comment of its own, or stands in a block of lines that begins with one.
    pub explained: bool,
}

/// All entries of the tables whose name ends in `dependencies`.
pub fn dependencies(manifest: &str) -> Vec<Dependency> {
    let (mut table, mut grouped) = (String::new(), false);
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        match line.chars().next() {
            None => grouped = false,
            Some('#') => grouped = true,
            Some('[') => table = line.trim_matches(['[', ']']).to_owned(),
            Some(_) if table.ends_with("dependencies") => {
                if let Some((name, value)) = line.split_once('=') {
                    found.push(entry(&table, name, value, index + 1, grouped));
                }
            }
            Some(_) => {}
        }
    }
    found
}

/// The value of a key in a table, without quotes; a dotted key is asked for as it is written.
pub fn value<'a>(manifest: &'a str, table: &str, key: &str) -> Option<&'a str> {
    let mut lines = manifest.lines().map(str::trim).skip_while(|line| *line != format!("[{table}]")).skip(1);
    lines.by_ref().take_while(|line| !line.starts_with('[')).find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().trim_matches('"'))
    })
}

fn entry(table: &str, name: &str, value: &str, line: usize, grouped: bool) -> Dependency {
    let name = name.trim();
    let (name, value) = match name.strip_suffix(".workspace") {
        Some(short) => (short, format!("workspace = {}", value.trim())),
        None => (name, value.trim().to_owned()),
    };
    // A `#` inside quotes does not occur in the manifests of this project.
    Dependency {
        table: table.to_owned(),
        name: name.to_owned(),
        line,
        explained: grouped || value.contains('#'),
        value,
    }
}
