//! The characters of a page and where they stand.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fonts::Font;

/// Bytes of instructions that a page may have (16 MiB).
const CONTENT: usize = 16 << 20;

/// Characters that are read of a document; a report has under 100,000.
const GLYPHS: usize = 4_000_000;

/// How deep forms may lie in forms.
const FORMS: usize = 8;

/// A character on a page, or those that one sign stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Left edge and base line, in points from the lower left of the page.
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    /// Height of the font.
    pub(super) size: f32,
}

/// `[a b c d e f]`, as ISO 32000 writes it.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const ONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then `other`.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn of(operands: &[Object]) -> Option<Self> {
        let mut numbers = [0.0; 6];
        for (at, number) in numbers.iter_mut().enumerate() {
            *number = operands.get(at)?.as_float().ok()?;
        }
        Some(Self(numbers))
    }
}

/// What text is drawn with.
#[derive(Clone)]
struct State<'d> {
    page: Matrix,
    font: Option<Rc<Font<'d>>>,
    size: f32,
    /// Between characters, between words, of lines, above the line.
    spacing: f32,
    words: f32,
    leading: f32,
    rise: f32,
    stretch: f32,
}

/// Reads the pages of a document.
pub(super) struct Reader<'d> {
    document: &'d Document,
    fonts: HashMap<*const Dictionary, Rc<Font<'d>>>,
    left: usize,
}

/// What is being drawn.
struct Drawing<'r, 'd> {
    reader: &'r mut Reader<'d>,
    glyphs: Vec<Glyph>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, fonts: HashMap::new(), left: GLYPHS }
    }

    /// The characters of a page, in the order in which it draws them. What cannot be read of it is left out.
    pub(super) fn page(&mut self, page: ObjectId) -> Vec<Glyph> {
        let document = self.document;
        let content = document.get_page_content_with_limit(page, CONTENT).unwrap_or_default();
        let (own, others) = document.get_page_resources(page).unwrap_or_default();
        let mut resources: Vec<&Dictionary> = own.into_iter().collect();
        resources.extend(others.iter().filter_map(|id| document.get_dictionary(*id).ok()));
        let turned =
            match inherited(document, page, b"Rotate").and_then(|turn| turn.as_float().ok()).map(|turn| turn as i32) {
                Some(90) => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
                Some(180) => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
                Some(270 | -90) => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
                _ => Matrix::ONE,
            };
        let state = State {
            page: turned,
            font: None,
            size: 0.0,
            spacing: 0.0,
            words: 0.0,
            leading: 0.0,
            rise: 0.0,
            stretch: 1.0,
        };
        let mut drawing = Drawing { reader: self, glyphs: Vec::new() };
        drawing.run(&content, &resources, state, 0);
        drawing.glyphs
    }

    fn font(&mut self, resources: &[&'d Dictionary], name: &[u8]) -> Option<Rc<Font<'d>>> {
        let document = self.document;
        let font = resources.iter().find_map(|resources| {
            let fonts = resources.get_deref(b"Font", document).and_then(Object::as_dict).ok()?;
            fonts.get_deref(name, document).and_then(Object::as_dict).ok()
        })?;
        let known = self.fonts.entry(std::ptr::from_ref(font)).or_insert_with(|| Rc::new(Font::of(document, font)));
        Some(Rc::clone(known))
    }
}

/// An entry of a page or of what it lies in.
fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..32 {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

impl<'d> Drawing<'_, 'd> {
    fn run(&mut self, content: &[u8], resources: &[&'d Dictionary], start: State<'d>, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let mut state = start;
        let mut kept = Vec::new();
        let (mut line, mut text) = (Matrix::ONE, Matrix::ONE);
        for operation in content.operations {
            let operands = operation.operands.as_slice();
            let number = |at: usize| operands.get(at).and_then(|operand| operand.as_float().ok());
            let next = |line: &mut Matrix, x: f32, y: f32| {
                *line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(*line);
                *line
            };
            match operation.operator.as_str() {
                "q" if kept.len() < 1000 => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => state.page = Matrix::of(operands).unwrap_or(Matrix::ONE).then(state.page),
                "BT" => (line, text) = (Matrix::ONE, Matrix::ONE),
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    state.font = self.reader.font(resources, name);
                    state.size = number(1).unwrap_or(0.0);
                }
                "Tc" => state.spacing = number(0).unwrap_or(0.0),
                "Tw" => state.words = number(0).unwrap_or(0.0),
                "Tz" => state.stretch = number(0).unwrap_or(100.0) / 100.0,
                "TL" => state.leading = number(0).unwrap_or(0.0),
                "Ts" => state.rise = number(0).unwrap_or(0.0),
                "Td" => text = next(&mut line, number(0).unwrap_or(0.0), number(1).unwrap_or(0.0)),
                "TD" => {
                    state.leading = -number(1).unwrap_or(0.0);
                    text = next(&mut line, number(0).unwrap_or(0.0), number(1).unwrap_or(0.0));
                }
                "Tm" => {
                    line = Matrix::of(operands).unwrap_or(Matrix::ONE);
                    text = line;
                }
                "T*" => text = next(&mut line, 0.0, -state.leading),
                "Tj" => self.show(operands.first(), &state, &mut text),
                "'" => {
                    text = next(&mut line, 0.0, -state.leading);
                    self.show(operands.first(), &state, &mut text);
                }
                "\"" => {
                    (state.words, state.spacing) = (number(0).unwrap_or(0.0), number(1).unwrap_or(0.0));
                    text = next(&mut line, 0.0, -state.leading);
                    self.show(operands.get(2), &state, &mut text);
                }
                "TJ" => {
                    for item in operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten() {
                        if let Ok(back) = item.as_float() {
                            let by = -back / 1000.0 * state.size * state.stretch;
                            text = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(text);
                        } else {
                            self.show(Some(item), &state, &mut text);
                        }
                    }
                }
                "Do" if depth < FORMS => self.form(operands, resources, &state, depth),
                _ => {}
            }
        }
    }

    fn form(&mut self, operands: &[Object], resources: &[&'d Dictionary], state: &State<'d>, depth: usize) {
        let document = self.reader.document;
        let Some(name) = operands.first().and_then(|name| name.as_name().ok()) else { return };
        let form = resources.iter().find_map(|resources| {
            let forms = resources.get_deref(b"XObject", document).and_then(Object::as_dict).ok()?;
            forms.get_deref(name, document).and_then(Object::as_stream).ok()
        });
        let Some(form) = form.filter(|form| matches!(form.dict.get(b"Subtype").and_then(Object::as_name), Ok(b"Form")))
        else {
            return;
        };
        let Ok(content) = form.decompressed_content_with_limit(CONTENT) else { return };
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let mut inner: Vec<&Dictionary> = own.into_iter().collect();
        inner.extend(resources);
        let matrix = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array);
        let matrix = matrix.ok().and_then(|matrix| Matrix::of(matrix)).unwrap_or(Matrix::ONE);
        let state = State { page: matrix.then(state.page), ..state.clone() };
        self.run(&content, &inner, state, depth + 1);
    }

    fn show(&mut self, string: Option<&Object>, state: &State<'d>, text: &mut Matrix) {
        let (Some(font), Some(Ok(string))) = (&state.font, string.map(Object::as_str)) else { return };
        for code in font.codes(string) {
            let word = if code.is_space { state.words } else { 0.0 };
            let advance = (code.width * state.size + state.spacing + word) * state.stretch;
            let scale = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
            let Matrix([a, b, c, d, x, y]) = scale.then(*text).then(state.page);
            *text = Matrix([1.0, 0.0, 0.0, 1.0, advance, 0.0]).then(*text);
            let size = c.hypot(d);
            // Words across the page are water marks; lines that are no higher than a hair are no words.
            let is_level = b.abs() < 0.2 * a.abs() && a > 0.0;
            if is_level && size > 1.0 && x.is_finite() && y.is_finite() && !code.text.is_empty() && self.reader.left > 0
            {
                self.reader.left -= 1;
                self.glyphs.push(Glyph { text: code.text, x, y, width: code.width * a, size });
            }
        }
    }
}
