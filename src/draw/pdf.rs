//! PDF out of our SVG: one page, lines as lines, words as words in the fonts they are set in.

use std::collections::BTreeMap;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, Group, Node, Tree, fontdb};

use super::fonts;
use crate::error::{Error, Result, said};

/// Points to the px of the picture: 72 to an inch, of which CSS makes 96 px.
const POINTS: f32 = 0.75;

/// `svg` as PDF.
///
/// Fails where no font has the characters of the picture, rather than leave them blank.
pub fn pdf(svg: &str) -> Result<Vec<u8>> {
    let tree = fonts::tree(fonts::system(), svg)?;
    let (width, height) = (tree.size().width() * POINTS, tree.size().height() * POINTS);
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| {
        Error::Draw(said!("{width} × {height} points make no page", "{width} × {height} 点画不成一页"))
    })?;
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title(svg)).creator("tuzhi".into()));
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(POINTS, POINTS));
    let mut pen = Pen { tree: &tree, fonts: BTreeMap::new() };
    pen.group(tree.root(), &mut surface);
    surface.pop();
    surface.finish();
    page.finish();
    document
        .finish()
        .map_err(|error| Error::Draw(said!("the PDF could not be written: {error:?}", "PDF 写不出来：{error:?}")))
}

/// The title of the picture: the parser of SVG does not keep it.
fn title(svg: &str) -> String {
    let inside = svg.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let title = inside.map_or("", |(title, _)| title);
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(title.to_string(), |title, (sign, plain)| title.replace(sign, plain))
}

/// Draws what our pictures are made of: paths and words in plain colours.
struct Pen<'a> {
    tree: &'a Tree,
    fonts: BTreeMap<fontdb::ID, Option<Font>>,
}

impl Pen<'_> {
    fn group(&mut self, group: &Group, surface: &mut Surface<'_>) {
        surface.push_transform(&transform(group.transform()));
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, surface),
                Node::Path(path) => {
                    surface.set_fill(path.fill().and_then(fill));
                    surface.set_stroke(path.stroke().and_then(stroke));
                    if let Some(outline) = outline(path.data().segments())
                        && (path.fill().is_some() || path.stroke().is_some())
                    {
                        surface.draw_path(&outline);
                    }
                }
                Node::Text(text) => self.text(text, surface),
                // Our pictures have none.
                Node::Image(_) => {}
            }
        }
        surface.pop();
    }

    /// Words in runs of one font, so that they can be searched and copied as words.
    fn text(&mut self, text: &usvg::Text, surface: &mut Surface<'_>) {
        for span in text.layouted().iter().filter(|span| span.visible) {
            surface.set_fill(span.fill.as_ref().and_then(fill));
            surface.set_stroke(None);
            for run in span.positioned_glyphs.chunk_by(|a, b| a.font == b.font) {
                let Some(font) = self.font(run[0].font) else { continue };
                let size = span.font_size.get();
                let start = run[0].transform();
                let mut words = String::new();
                let mut glyphs = Vec::new();
                for (at, glyph) in run.iter().enumerate() {
                    let from = words.len();
                    words.push_str(&glyph.text);
                    let here = glyph.transform();
                    let advance = run.get(at + 1).map_or(0.0, |next| (next.transform().tx - here.tx) / size);
                    let id = GlyphId::new(glyph.id.0);
                    let rise = (start.ty - here.ty) / size;
                    glyphs.push(KrillaGlyph::new(id, advance, 0.0, rise, 0.0, from..words.len(), None));
                }
                surface.draw_glyphs(Point::from_xy(start.tx, start.ty), &glyphs, font, &words, size, false);
            }
        }
    }

    fn font(&mut self, id: fontdb::ID) -> Option<Font> {
        let load = || self.tree.fontdb().with_face_data(id, |data, index| Font::new(data.to_vec().into(), index));
        self.fonts.entry(id).or_insert_with(|| load().flatten()).clone()
    }
}

fn transform(from: usvg::Transform) -> Transform {
    Transform::from_row(from.sx, from.ky, from.kx, from.sy, from.tx, from.ty)
}

fn colour(paint: &usvg::Paint) -> Option<rgb::Color> {
    match paint {
        usvg::Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        _ => None,
    }
}

fn opacity(share: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(share.get()).unwrap_or(NormalizedF32::ONE)
}

fn fill(from: &usvg::Fill) -> Option<Fill> {
    let rule = match from.rule() {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    };
    Some(Fill { paint: colour(from.paint())?.into(), opacity: opacity(from.opacity()), rule })
}

fn stroke(from: &usvg::Stroke) -> Option<Stroke> {
    let dash = from.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: from.dashoffset() });
    Some(Stroke {
        paint: colour(from.paint())?.into(),
        width: from.width().get(),
        miter_limit: from.miterlimit().get(),
        opacity: opacity(from.opacity()),
        dash,
        ..Stroke::default()
    })
}

fn outline(segments: impl Iterator<Item = PathSegment>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in segments {
        match segment {
            PathSegment::MoveTo(to) => path.move_to(to.x, to.y),
            PathSegment::LineTo(to) => path.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => path.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(one, two, to) => path.cubic_to(one.x, one.y, two.x, two.y, to.x, to.y),
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}
