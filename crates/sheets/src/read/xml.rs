//! A cursor over the XML of one part: names without prefix, entities resolved, depth bounded.
//!
//! No document type is let in, so no entity but the five of XML can be named and none can grow.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};

use super::{Format, ReadError};

/// Walks through one part.
pub(crate) struct Xml<R> {
    reader: quick_xml::Reader<R>,
    buffer: Vec<u8>,
    tag: String,
    name: usize,
    text: String,
    depth: u32,
    limit: u32,
    format: Format,
}

/// What the cursor stands on.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    /// An element opens. Its tag is the one read last.
    Start,
    /// The element that was open closes, or the part ends.
    End,
    /// Text.
    Text(&'a str),
}

/// The opening tag of an element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    raw: &'a str,
    name: usize,
}

impl<'a> Tag<'a> {
    /// The name without prefix.
    pub(crate) fn name(&self) -> &'a str {
        local(self.raw.get(..self.name).unwrap_or_default())
    }

    /// All attributes by name without prefix. One that is not well formed is left out.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> + use<'a> {
        let mut attributes = Attributes::new(self.raw, self.name);
        attributes.with_checks(false);
        attributes.flatten().filter_map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some((local(attribute.key.0), value))
        })
    }

    /// The value of an attribute, by name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The attribute as a number.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an on/off attribute says on.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| on(&value))
    }

    /// Whether an on/off element such as `<b/>` or `<b val="0"/>` says on.
    pub(crate) fn says_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| on(&value))
    }
}

fn on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<R: BufRead> Xml<R> {
    pub(crate) fn new(input: R, depth_limit: u32, format: Format) -> Self {
        let mut reader = quick_xml::Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            tag: String::new(),
            name: 0,
            text: String::new(),
            depth: 0,
            limit: depth_limit,
            format,
        }
    }

    /// The error of a part that is not what it should be.
    pub(crate) fn damaged(&self) -> ReadError {
        ReadError::Damaged { format: self.format }
    }

    /// Moves to the next node.
    pub(crate) fn next(&mut self) -> Result<Node<'_>, ReadError> {
        let damaged = ReadError::Damaged { format: self.format };
        loop {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer).map_err(|error| cause(error, self.format))? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.limit {
                        return Err(damaged);
                    }
                    self.tag.clear();
                    self.tag.push_str(&start);
                    self.name = start.name().as_ref().len();
                    return Ok(Node::Start);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::End);
                }
                Event::Eof if self.depth == 0 => return Ok(Node::End),
                Event::Eof | Event::DocType(_) => return Err(damaged),
                Event::Text(text) => self.text = text.xml10_content().into_owned(),
                Event::CData(text) => self.text = text.xml10_content().into_owned(),
                Event::GeneralRef(reference) => self.text = resolve(&reference).ok_or(damaged)?,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }
            return Ok(Node::Text(&self.text));
        }
    }

    /// Moves to the opening of the root element.
    pub(crate) fn root(&mut self) -> Result<Tag<'_>, ReadError> {
        let damaged = self.damaged();
        self.child()?.ok_or(damaged)
    }

    /// Moves to the next element inside the one that is open; `None` when that closes.
    pub(crate) fn child(&mut self) -> Result<Option<Tag<'_>>, ReadError> {
        loop {
            match self.next()? {
                Node::Start => return Ok(Some(Tag { raw: &self.tag, name: self.name })),
                Node::Text(_) => {}
                Node::End => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the element that is open.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The text of the element that is open, elements inside it passed over.
    pub(crate) fn text(&mut self) -> Result<String, ReadError> {
        let mut whole = String::new();
        loop {
            match self.next()? {
                Node::Text(text) => whole.push_str(text),
                Node::Start => self.skip()?,
                Node::End => return Ok(whole),
            }
        }
    }
}

fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character.to_string()),
        Ok(None) => resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned),
        Err(_) => None,
    }
}

/// A limit that was met while unpacking travels as an I/O error; everything else is damage.
fn cause(error: quick_xml::Error, format: Format) -> ReadError {
    let quick_xml::Error::Io(error) = error else { return ReadError::Damaged { format } };
    error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<ReadError>())
        .cloned()
        .unwrap_or(ReadError::Damaged { format })
}
