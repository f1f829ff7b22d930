//! The file that a command is to read.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};

/// Most bytes that are read: one more than any reader takes, so that it says itself that there are too many.
const MOST: u64 = 20 * 1024 * 1024 + 1;

/// The bytes of a file; of standard input where its name is `-`.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        std::io::stdin().take(MOST).read_to_end(&mut bytes)?;
    } else {
        let opened = std::fs::File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
        opened.take(MOST).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", file.display()))?;
    }
    Ok(bytes)
}

/// Its name, by which some kinds of file are told apart.
pub(crate) fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
