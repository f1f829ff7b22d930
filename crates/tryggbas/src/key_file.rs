//! The file of the master keys. It lies outside the database and outside backups.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use base::Randomness;
use keys::Keys;

use crate::settings::Settings;

/// The file's name in the data folder, where no other file is named.
const NAME: &str = "keys";

/// Reads the keys. Where no file is named and none lies in the data folder, one is made there with a new key.
pub(crate) fn read(settings: &Settings) -> Result<Keys> {
    let usual = settings.data.join(NAME);
    let text = match &settings.key_file {
        Some(path) => {
            std::fs::read_to_string(path).with_context(|| format!("cannot read the keys in {}", path.display()))?
        }
        None => match std::fs::read_to_string(&usual) {
            Err(error) if error.kind() == ErrorKind::NotFound => make(&usual)?,
            text => text.with_context(|| format!("cannot read the keys in {}", usual.display()))?,
        },
    };
    let path = settings.key_file.as_deref().unwrap_or(&usual);
    Keys::parse(&text).with_context(|| format!("the keys in {} cannot be used", path.display()))
}

/// Writes a new key into a file that only this user can read.
fn make(path: &Path) -> Result<String> {
    let why = || format!("cannot write new keys to {}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(why)?;
    }
    let line = Keys::new_line(&Randomness::System);
    // Of two processes that start at once, the second reads what the first wrote.
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match file {
        Ok(mut file) => {
            writeln!(file, "{line}").with_context(why)?;
            file.sync_all().with_context(why)?;
            Ok(line)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => std::fs::read_to_string(path).with_context(why),
        Err(error) => Err(error).with_context(why),
    }
}
