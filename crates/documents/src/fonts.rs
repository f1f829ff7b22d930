//! The faces documents are set in.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::{FontStore, scan};

use crate::typeset::Coverage;

/// The faces documents are set in: a serif for text and a sans for tables, both inside the program, and what the
/// host's font folder adds. Cheap to clone.
#[derive(Clone)]
pub struct Fonts(Arc<Faces>);

/// Loaded faces and the characters they have.
struct Faces {
    store: FontStore,
    coverage: Coverage,
}

static EMBEDDED: LazyLock<Fonts> = LazyLock::new(|| Fonts::from_store(embedded_store()));

/// For text in figures that become pixels.
static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for (_, data) in Fonts::embedded_files() {
        database.load_font_source(fontdb::Source::Binary(Arc::new(data)));
    }
    database.set_sans_serif_family("Noto Sans");
    database.set_serif_family("Libertinus Serif");
    database.set_monospace_family("DejaVu Sans Mono");
    Arc::new(database)
});

impl Fonts {
    /// The faces inside the program. They are loaded once.
    #[must_use]
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }

    /// The faces inside the program and those in a folder and its subfolders, for scripts the former lack. Read once;
    /// keep the result.
    #[must_use]
    pub fn with_folder(folder: &Path) -> Self {
        let mut store = embedded_store();
        store.extend(scan(folder));
        Self::from_store(store)
    }

    /// The files behind [`Fonts::embedded`], each with a name: for a bare compiler that is to set the same source.
    pub fn embedded_files() -> impl Iterator<Item = (String, &'static [u8])> {
        let named: [(&str, &'static [u8]); 7] = [
            ("NotoSans-Regular.ttf", notosans::REGULAR_TTF),
            ("NotoSans-Bold.ttf", notosans::BOLD_TTF),
            ("NotoSans-Italic.ttf", notosans::ITALIC_TTF),
            ("NotoSans-BoldItalic.ttf", notosans::BOLD_ITALIC_TTF),
            ("DejaVuSans.ttf", dejavu::sans::regular()),
            ("DejaVuSans-Bold.ttf", dejavu::sans::bold()),
            ("DejaVuSans-Oblique.ttf", dejavu::sans::oblique()),
        ];
        let typst = typst_assets::fonts().enumerate().map(|(at, data)| (format!("Typst-{at}.otf"), data));
        typst.chain(named.into_iter().map(|(name, data)| (name.to_owned(), data)))
    }

    pub(crate) fn store(&self) -> &FontStore {
        &self.0.store
    }

    pub(crate) fn coverage(&self) -> &Coverage {
        &self.0.coverage
    }

    pub(crate) fn database() -> Arc<fontdb::Database> {
        Arc::clone(&DATABASE)
    }

    fn from_store(store: FontStore) -> Self {
        let coverage = Coverage::of(store.book());
        Self(Arc::new(Faces { store, coverage }))
    }
}

fn embedded_store() -> FontStore {
    let mut store = FontStore::new();
    for (_, data) in Fonts::embedded_files() {
        store.extend(Font::iter(Bytes::new(data)).map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    store
}
