//! What is on the picture, and its writing as SVG.

use std::fmt::Write as _;

use super::text;
use super::theme::{Colour, FACES};

/// How a line is drawn: what is done, under way, promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// Long dashes.
    Long,
    /// Short dashes.
    Short,
}

impl Stroke {
    fn dashes(self) -> &'static str {
        match self {
            Self::Solid => "",
            Self::Long => "9 3",
            Self::Short => "3.5 3",
        }
    }
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// By its left end.
    Start,
    /// By its middle.
    Middle,
    /// By its right end.
    End,
}

/// A rectangle: left, top, width, height (px).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// How a rectangle looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Ground.
    pub fill: Option<Colour>,
    /// Frame, its width and dashes.
    pub frame: Option<(Colour, f64, Stroke)>,
    /// Radius of the corners.
    pub radius: f64,
}

/// How words look.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    /// Size in px.
    pub size: f64,
    /// Bold or not.
    pub bold: bool,
    /// Colour.
    pub colour: Colour,
    /// Where they are held.
    pub anchor: Anchor,
}

/// A picture in the making. What comes later lies on top.
#[derive(Debug)]
pub struct Scene {
    body: String,
    /// Boxes that stand for things: no foreign words may lie on them.
    pub boxes: Vec<Area>,
    /// Grounds of panels.
    pub panels: Vec<Area>,
    /// Words with the area they take.
    pub texts: Vec<(Area, String)>,
}

impl Scene {
    /// An empty picture.
    pub fn new() -> Self {
        Self { body: String::new(), boxes: Vec::new(), panels: Vec::new(), texts: Vec::new() }
    }

    /// A plain rectangle.
    pub fn rect(&mut self, area: Area, look: Look) {
        let radius = if look.radius > 0.0 { format!(" rx=\"{}\"", n(look.radius)) } else { String::new() };
        let fill = look.fill.map_or_else(|| "none".to_string(), |colour| colour.to_string());
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{radius} fill=\"{fill}\"",
            n(area.x),
            n(area.y),
            n(area.w),
            n(area.h)
        );
        if let Some((colour, width, stroke)) = look.frame {
            self.stroke(colour, width, stroke);
        }
        self.body.push_str("/>\n");
    }

    /// A pale ground for words that lie on lines.
    pub fn veil(&mut self, area: Area, colour: Colour) {
        let _ = writeln!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"{colour}\" fill-opacity=\"0.8\"/>",
            n(area.x),
            n(area.y),
            n(area.w),
            n(area.h)
        );
    }

    /// The box of a thing.
    pub fn node(&mut self, area: Area, look: Look) {
        self.boxes.push(area);
        self.rect(area, look);
    }

    /// The ground of a panel.
    pub fn panel(&mut self, area: Area, look: Look) {
        self.panels.push(area);
        self.rect(area, look);
    }

    /// An open line along `path`.
    pub fn line(&mut self, path: &str, colour: Colour, width: f64, stroke: Stroke) {
        let _ = write!(self.body, "<path d=\"{path}\" fill=\"none\"");
        self.stroke(colour, width, stroke);
        self.body.push_str("/>\n");
    }

    /// A filled shape along `path`.
    pub fn fill(&mut self, path: &str, colour: Colour) {
        let _ = writeln!(self.body, "<path d=\"{path}\" fill=\"{colour}\"/>");
    }

    /// A shape drawn in a square of 16, set at `x`, `y` with `size`.
    pub fn shape(&mut self, path: &str, x: f64, y: f64, size: f64, colour: Colour) {
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\" transform=\"translate({} {}) scale({})\" fill=\"{colour}\" fill-rule=\"evenodd\"/>",
            n(x),
            n(y),
            n(size / 16.0)
        );
    }

    /// A shape drawn in a square of 16, filled and outlined, set at a place with `size`.
    pub fn outlined(&mut self, path: &str, (x, y): (f64, f64), size: f64, (fill, line): (Colour, Colour)) {
        let scale = size / 16.0;
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\" transform=\"translate({} {}) scale({})\" fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"{}\"/>",
            n(x),
            n(y),
            n(scale),
            n(1.4 / scale)
        );
    }

    /// A line of words whose middle height is `y`.
    pub fn text(&mut self, words: &str, x: f64, y: f64, style: Type) {
        if words.is_empty() {
            return;
        }
        let wide = text::width(words, style.size);
        let (left, anchor) = match style.anchor {
            Anchor::Start => (x, ""),
            Anchor::Middle => (x - wide / 2.0, " text-anchor=\"middle\""),
            Anchor::End => (x - wide, " text-anchor=\"end\""),
        };
        let area = Area { x: left, y: y - style.size * 0.55, w: wide, h: style.size * 1.1 };
        self.texts.push((area, words.to_string()));
        let weight = if style.bold { " font-weight=\"700\"" } else { "" };
        let _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
            n(x),
            n(y + style.size * 0.36),
            n(style.size),
            style.colour,
            escape(words)
        );
    }

    /// Opens a group that says `title` when pointed at.
    pub fn open(&mut self, title: &str) {
        let _ = writeln!(self.body, "<g><title>{}</title>", escape(title));
    }

    /// Closes the group opened last.
    pub fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    fn stroke(&mut self, colour: Colour, width: f64, stroke: Stroke) {
        let _ = write!(self.body, " stroke=\"{colour}\" stroke-width=\"{}\"", n(width));
        if stroke != Stroke::Solid {
            let _ = write!(self.body, " stroke-dasharray=\"{}\"", stroke.dashes());
        }
    }

    /// The SVG, `width` by `height` of the picture shown at most `widest` px wide.
    pub fn finish(&self, width: f64, height: f64, widest: f64, ground: Colour, title: &str, about: &str) -> String {
        let scale = (widest / width).min(1.0);
        let faces: Vec<String> = FACES.iter().map(|face| format!("'{face}'")).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
             font-family=\"{}, sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n{}</svg>\n",
            n((width * scale).round()),
            n((height * scale).round()),
            n(width),
            n(height),
            faces.join(", "),
            escape(title),
            escape(about),
            self.body
        )
    }
}

/// The path of a circle.
pub fn circle(x: f64, y: f64, r: f64) -> String {
    format!("M{} {}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0Z", n(x - r), n(y), n(2.0 * r), n(-2.0 * r), r = n(r))
}

/// A number with at most two decimals.
pub fn n(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    // Adding zero turns -0 into 0.
    format!("{}", rounded + 0.0)
}

/// `text` as it may stand in XML, between tags or in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() || matches!(u32::from(c), 0xFFFE | 0xFFFF) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([n(1.0), n(-0.001), n(2.345_678), n(10.10)], ["1", "0", "2.35", "10.1"]);
    }

    #[test]
    fn marks_of_xml_are_escaped() {
        assert_eq!(escape("<a href=\"x\">&'\u{1}"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    }
}
