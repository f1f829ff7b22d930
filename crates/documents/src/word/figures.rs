//! Figures: pixels for every reader, the drawing itself for those that can show it.

use super::body::Body;
use super::parts::Media;
use crate::block::plain;
use crate::svg::Drawing;
use crate::{DocumentError, Figure};

/// English metric units in a point.
const EMU: f32 = 12_700.0;
/// Marks the drawing beside its pixels.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

impl Body<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) -> Result<(), DocumentError> {
        let number = self.media.len() + 1;
        let broken = || DocumentError::Figure { number };
        let drawing = Drawing::read(&figure.svg).ok_or_else(broken)?;
        let png = drawing.png().ok_or_else(broken)?;
        let (own_width, own_height) = drawing.points();
        let width = drawing.width_on_page(self.document.page).min(self.text_width() as f32 / 20.0);
        let size =
            [width * EMU, width * own_height / own_width * EMU].map(|length| (length.max(1.0) as u64).to_string());
        self.media.push(Media { number, png, svg: drawing.markup().to_owned() });
        let alt = if figure.alt.trim().is_empty() { plain(&figure.caption) } else { figure.alt.clone() };
        self.paragraph("Figure", |body| body.drawing(number, &size, &alt));
        if !figure.caption.is_empty() {
            self.paragraph("FigureCaption", |body| body.inlines(&figure.caption));
        }
        if let Some(data) = &figure.data {
            self.table(data);
        }
        Ok(())
    }

    fn drawing(&mut self, number: usize, [width, height]: &[String; 2], alt: &str) {
        let id = number.to_string();
        let extent = [("cx", width.as_str()), ("cy", height.as_str())];
        let xml = &mut self.xml;
        xml.start("w:r", &[]).start("w:drawing", &[]);
        xml.start("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        xml.empty("wp:extent", &extent);
        xml.empty("wp:docPr", &[("id", &id), ("name", &format!("figure-{id}")), ("descr", alt)]);
        xml.start("a:graphic", &[("xmlns:a", DRAWING)]).start("a:graphicData", &[("uri", PICTURE)]);
        xml.start("pic:pic", &[("xmlns:pic", PICTURE)]).start("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &id), ("name", &format!("figure-{id}.png")), ("descr", alt)]);
        xml.empty("pic:cNvPicPr", &[]).end().start("pic:blipFill", &[]);
        xml.start("a:blip", &[("r:embed", &format!("png{id}"))]).start("a:extLst", &[]);
        xml.start("a:ext", &[("uri", SVG_EXTENSION)]);
        xml.empty("asvg:svgBlip", &[("xmlns:asvg", SVG), ("r:embed", &format!("svg{id}"))]).end().end().end();
        xml.start("a:stretch", &[]).empty("a:fillRect", &[]).end().end();
        xml.start("pic:spPr", &[]).start("a:xfrm", &[]).empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &extent).end().start("a:prstGeom", &[("prst", "rect")]).empty("a:avLst", &[]).end().end();
        xml.end().end().end().end().end().end();
    }
}
