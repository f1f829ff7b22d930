//! Figures: SVG that is read before it is used, cleaned for the web and drawn as pixels for Word.

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::{Fonts, Orientation, Page, Paper};

/// Points of paper for each CSS pixel.
const POINTS: f32 = 0.75;
/// Pixels of the image for each CSS pixel.
const SCALE: f32 = 2.0;
/// The longest side of an image in pixels.
const MOST_PIXELS: f32 = 4000.0;
/// Elements that run, fetch or embed.
const REFUSED: [&str; 9] =
    ["script", "style", "foreignObject", "iframe", "image", "animate", "set", "handler", "feImage"];

/// An SVG image that can be read.
pub(crate) struct Drawing {
    markup: String,
    tree: Tree,
}

impl Drawing {
    /// The image, unless it cannot be read.
    pub fn read(svg: &str) -> Option<Self> {
        let markup = cleaned(svg)?;
        let tree = Tree::from_str(&markup, &options()).ok()?;
        Some(Self { markup, tree })
    }

    /// The image as SVG, without whatever runs or fetches.
    pub fn markup(&self) -> &str {
        &self.markup
    }

    /// How wide it is set: its own size, or what the page has room for.
    pub fn width_on_page(&self, page: Page) -> f32 {
        let (width, height) = room(page);
        let (own_width, own_height) = self.points();
        own_width.min(width).min(own_width * height / own_height)
    }

    /// Width and height in points.
    pub fn points(&self) -> (f32, f32) {
        let size = self.tree.size();
        (size.width() * POINTS, size.height() * POINTS)
    }

    /// The image as PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        let size = self.tree.size();
        let scale = SCALE.min(MOST_PIXELS / size.width().max(size.height()));
        let pixel = |length: f32| (length * scale).ceil().clamp(1.0, MOST_PIXELS) as u32;
        let mut pixels = Pixmap::new(pixel(size.width()), pixel(size.height()))?;
        resvg::render(&self.tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}

/// Width and height in points of what a figure may fill.
fn room(page: Page) -> (f32, f32) {
    let scale = if page.paper == Paper::A3 { std::f32::consts::SQRT_2 } else { 1.0 };
    match page.orientation {
        Orientation::Portrait => (446.0 * scale, 560.0 * scale),
        Orientation::Landscape => (690.0 * scale, 330.0 * scale),
    }
}

/// Reading with our faces and without files.
fn options() -> Options<'static> {
    let nothing = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    Options {
        fontdb: Arc::clone(&Fonts::database()),
        font_family: "Noto Sans".to_owned(),
        image_href_resolver: nothing,
        ..Options::default()
    }
}

/// The same image without elements and attributes that run or fetch; nothing if it is not one well-formed `svg`.
fn cleaned(svg: &str) -> Option<String> {
    let mut reader = Reader::from_str(svg);
    let mut writer = Writer::new(Vec::with_capacity(svg.len()));
    let mut refused = 0_usize;
    let mut depth = 0_usize;
    let mut roots = 0_usize;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(element) => {
                roots += usize::from(depth == 0);
                depth += 1;
                if refused > 0 || is_refused(&element) {
                    refused += 1;
                } else {
                    writer.write_event(Event::Start(harmless(&element)?)).ok()?;
                }
            }
            Event::Empty(element) if refused == 0 && !is_refused(&element) && depth > 0 => {
                writer.write_event(Event::Empty(harmless(&element)?)).ok()?;
            }
            Event::End(element) => {
                depth = depth.checked_sub(1)?;
                if refused > 0 {
                    refused -= 1;
                } else {
                    writer.write_event(Event::End(element)).ok()?;
                }
            }
            event @ (Event::Text(_) | Event::GeneralRef(_)) if refused == 0 && depth > 0 => {
                writer.write_event(event).ok()?;
            }
            Event::CData(data) if refused == 0 && depth > 0 => {
                writer.write_event(Event::Text(data.escape().ok()?)).ok()?;
            }
            _ => {}
        }
    }
    (depth == 0 && roots == 1).then(|| String::from_utf8(writer.into_inner()).ok()).flatten()
}

fn is_refused(element: &BytesStart<'_>) -> bool {
    let element = element.local_name();
    REFUSED.iter().any(|name| element.as_ref().eq_ignore_ascii_case(name))
}

/// The element with the attributes that may stay; nothing where an attribute cannot be read.
fn harmless(element: &BytesStart<'_>) -> Option<BytesStart<'static>> {
    let mut kept = BytesStart::new(element.name().as_ref().to_owned());
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let key = attribute.key.local_name();
        let key = key.as_ref();
        let runs = key.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let fetches = key.eq_ignore_ascii_case("href") && !attribute.value.starts_with('#');
        let styles = attribute.value.matches("url(").count() > attribute.value.matches("url(#").count();
        if !runs && !fetches && !styles {
            kept.push_attribute(attribute);
        }
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_fetches_is_taken_out() {
        let svg = r##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" onload="x()">
            <script>alert(1)</script><a href="https://exempel.se"><use href="#b"/></a><image href="file:///etc/hosts"/>
            <text>1 &lt; 2</text></svg>"##;
        let drawing = Drawing::read(svg).unwrap();
        for gone in ["script", "alert", "onload", "exempel", "image", "<?xml"] {
            assert!(!drawing.markup().contains(gone), "{gone} in {}", drawing.markup());
        }
        assert!(drawing.markup().contains(r##"href="#b""##) && drawing.markup().contains("1 &lt; 2"));
        assert_eq!(drawing.points(), (7.5, 15.0));
        assert!(drawing.png().unwrap().starts_with(b"\x89PNG"));
    }

    #[test]
    fn what_is_no_image_is_refused() {
        for broken in ["", "<svg", "<p/>", "text", "<svg xmlns='http://www.w3.org/2000/svg'></g></svg>"] {
            assert!(Drawing::read(broken).is_none(), "{broken}");
        }
    }
}
