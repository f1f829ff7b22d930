//! Reads a Word file as a tree, so that tests can ask it questions. Panics where the file is broken.

use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The files in the container, in order.
pub struct Package(Vec<(String, Vec<u8>)>);

/// An element with everything in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The text between the children, in order with them.
    own_text: Vec<(usize, String)>,
}

impl Package {
    pub fn read(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let files = (0..zip.len()).map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        });
        Self(files.collect())
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub fn xml_names(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| name.ends_with(".xml") || name.ends_with(".rels"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    pub fn bytes(&self, name: &str) -> &[u8] {
        &self.0.iter().find(|(known, _)| known == name).unwrap().1
    }

    pub fn xml(&self, name: &str) -> Element {
        parse(std::str::from_utf8(self.bytes(name)).unwrap())
    }
}

impl Element {
    pub fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    pub fn attribute(&self, key: &str) -> &str {
        self.get(key).unwrap_or_else(|| panic!("{key} in {self:?}"))
    }

    pub fn number(&self, key: &str) -> u32 {
        self.attribute(key).parse().unwrap()
    }

    /// This element and all in it, in reading order.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all().into_iter().filter(move |element| element.name == name)
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut own = self.own_text.iter().peekable();
        for at in 0..=self.children.len() {
            while let Some((_, words)) = own.next_if(|(place, _)| *place == at) {
                text += words;
            }
            if let Some(child) = self.children.get(at) {
                text += &child.text();
            }
        }
        text
    }
}

fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(element(&start)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => add(&mut open, text.to_string()),
            Event::GeneralRef(reference) => {
                let escaped = format!("&{};", &*reference);
                add(&mut open, quick_xml::escape::unescape(&escaped).unwrap().into_owned());
            }
            _ => {}
        }
    }
    let mut root = open.pop().unwrap();
    assert!(open.is_empty() && root.children.len() == 1, "one root");
    root.children.remove(0)
}

/// Text between elements; what only lays out the file does not count.
fn add(open: &mut [Element], text: String) {
    let parent = open.last_mut().unwrap();
    if !text.trim().is_empty() || parent.name == "w:t" {
        parent.own_text.push((parent.children.len(), text));
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Element::default() }
}
