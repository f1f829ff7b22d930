//! The zip container of Office files, unpacked within bounds.
//!
//! No size that the archive states is believed: what is counted is what comes out.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::limits::MIB;
use super::xml::Xml;
use super::{Format, Limits, ReadError};

/// Past this many bytes a part's growth is held against it.
const RATIO_COUNTS_FROM: u64 = 8 * MIB;

/// A packed file whose parts are found by path, whatever the case of its letters.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    index: HashMap<String, usize>,
    unpacked_left: Cell<u64>,
    packed: u64,
    limits: Limits,
    /// What the file claims to be, for errors.
    pub(crate) format: Format,
}

/// The part being read.
pub(crate) type Part<'a, 'b> = BufReader<Bounded<'a, ZipFile<'a, Cursor<&'b [u8]>>>>;

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let damaged = ReadError::Damaged { format: Format::Zip };
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.clone())?;
        if zip.len() > limits.parts {
            return Err(ReadError::CompressionBomb);
        }
        let index = (0..zip.len())
            .filter_map(|number| Some((key(&zip.name_for_index(number)?.ok()?), number)))
            .collect::<HashMap<_, _>>();
        Ok(Self {
            zip,
            index,
            unpacked_left: Cell::new(limits.unpacked_mib * MIB),
            packed: bytes.len() as u64,
            limits: *limits,
            format: Format::Zip,
        })
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.index.contains_key(&key(path))
    }

    /// The part as an XML cursor; `None` when there is no such part.
    pub(crate) fn part(&mut self, path: &str) -> Result<Option<Xml<Part<'_, 'a>>>, ReadError> {
        let Some(&number) = self.index.get(&key(path)) else { return Ok(None) };
        let (format, depth) = (self.format, self.limits.depth);
        let file = self.zip.by_index(number).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
            _ => ReadError::Damaged { format },
        })?;
        // The stated packed size bounds what the unpacker is fed, so it can only be too small; the file bounds it above.
        let packed = file.compressed_size().min(self.packed).max(1);
        let allowed = (packed * self.limits.ratio).max(RATIO_COUNTS_FROM);
        let bounded = Bounded { inner: file, left: &self.unpacked_left, allowed };
        Ok(Some(Xml::new(BufReader::with_capacity(32 * 1024, bounded), depth, format)))
    }

    /// The part as an XML cursor, damage when there is none.
    pub(crate) fn needed(&mut self, path: &str) -> Result<Xml<Part<'_, 'a>>, ReadError> {
        let damaged = ReadError::Damaged { format: self.format };
        self.part(path)?.ok_or(damaged)
    }

    /// What a part points to. Pointers out of the file are left out.
    pub(crate) fn relations(&mut self, path: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = folder.to_owned();
        let rels = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let mut list = Vec::new();
        let Some(mut xml) = self.part(&rels)? else { return Ok(list) };
        xml.root()?;
        while let Some(tag) = xml.child()? {
            if tag.name() == "Relationship" && tag.attribute("TargetMode").as_deref() != Some("External") {
                list.push(Relation {
                    id: tag.attribute("Id").unwrap_or_default().into_owned(),
                    kind: tag.attribute("Type").map(|kind| last(&kind).to_owned()).unwrap_or_default(),
                    target: resolve(&folder, &tag.attribute("Target").unwrap_or_default()),
                });
            }
            xml.skip()?;
        }
        Ok(list)
    }
}

/// A pointer from one part to another.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// What the pointing part calls it.
    pub(crate) id: String,
    /// The last word of its type, for example `worksheet`.
    pub(crate) kind: String,
    /// The path of the part it points to.
    pub(crate) target: String,
}

/// Paths are compared without regard to case, leading slash or direction of slashes, as Office does.
fn key(path: &str) -> String {
    path.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

fn last(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

/// The path a target names, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    let base = if target.starts_with('/') { "" } else { folder };
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(parts.pop()),
            step => parts.push(step),
        }
    }
    parts.join("/")
}

/// Reads no more than is left of the whole file's allowance and of the part's own.
pub(crate) struct Bounded<'a, R> {
    inner: R,
    left: &'a Cell<u64>,
    allowed: u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let spent = count as u64;
        match (self.left.get().checked_sub(spent), self.allowed.checked_sub(spent)) {
            (Some(left), Some(allowed)) => {
                self.left.set(left);
                self.allowed = allowed;
                Ok(count)
            }
            _ => Err(io::Error::other(ReadError::CompressionBomb)),
        }
    }
}
