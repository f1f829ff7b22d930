//! The list of sheets and where their parts are.

use std::collections::HashMap;

use crate::read::archive::Archive;
use crate::read::runs::clean;
use crate::read::{Limits, ReadError};

/// Excel allows 31 characters; the name is repeated in the place of every cell, so a longer one is cut.
const NAME_CHARACTERS: usize = 64;

/// What the main part of a workbook says.
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    /// The path of the shared strings.
    pub(super) strings: Option<String>,
    /// The path of the styles.
    pub(super) styles: Option<String>,
    /// Whether days are counted from 1904 and not from 1900.
    pub(super) since_1904: bool,
}

/// One sheet of cells.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) state: State,
}

/// Who can see a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Visible,
    /// Hidden, and shown again by anyone.
    Hidden,
    /// Hidden so that only a program can show it: where programs keep their own lists.
    Unreachable,
}

impl Workbook {
    pub(super) fn read(archive: &mut Archive<'_>, main: &str, limits: &Limits) -> Result<Self, ReadError> {
        let relations = archive.relations(main)?;
        let target = |kind: &str| relations.iter().find(|one| one.kind == kind).map(|one| one.target.clone());
        let mut workbook =
            Self { sheets: Vec::new(), strings: target("sharedStrings"), styles: target("styles"), since_1904: false };
        let parts = relations
            .iter()
            .filter(|one| one.kind == "worksheet")
            .map(|one| (one.id.as_str(), one.target.as_str()))
            .collect();
        workbook.read_main(archive, main, &parts, limits)?;
        Ok(workbook)
    }

    fn read_main(
        &mut self,
        archive: &mut Archive<'_>,
        main: &str,
        parts: &HashMap<&str, &str>,
        limits: &Limits,
    ) -> Result<(), ReadError> {
        let mut xml = archive.needed(main)?;
        xml.root()?;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "workbookPr" => self.since_1904 = tag.is_on("date1904"),
                "sheets" => {
                    while let Some(tag) = xml.child()? {
                        let part = tag.attribute("id").and_then(|id| parts.get(id.as_ref()).copied());
                        if let Some(path) = part {
                            self.sheets.push(Sheet {
                                name: name(&tag.attribute("name").unwrap_or_default()),
                                path: path.to_owned(),
                                state: state(tag.attribute("state").as_deref()),
                            });
                        }
                        if self.sheets.len() > limits.sheets as usize {
                            return Err(ReadError::TooManySheets { limit: limits.sheets });
                        }
                        xml.skip()?;
                    }
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    }
}

fn name(raw: &str) -> String {
    clean(raw).0.trim().chars().take(NAME_CHARACTERS).collect()
}

fn state(word: Option<&str>) -> State {
    match word {
        Some("hidden") => State::Hidden,
        Some("veryHidden") => State::Unreachable,
        _ => State::Visible,
    }
}
