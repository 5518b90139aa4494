//! Colours, typefaces and the shape of each kind.
//!
//! The colours begin with the hues of Okabe and Ito (2008) and Tol (2021), dark enough to carry white
//! words, and were moved until no two are alike to people who do not see red, green or blue, as Machado,
//! Oliveira and Fernandes (2009) simulate it; a test holds that. The shape tells the kinds apart as well.

use crate::ontology::Kind;

/// Typefaces in the order they are asked for: those that have Chinese first.
pub const FACES: &[&str] = &[
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Droid Sans Fallback", "AR PL UMing CN",
];

/// Paper and ink.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on light paper.
    #[default]
    Light,
    /// Light words on dark paper, for dark slides.
    Dark,
    /// Dark words on white paper, with no ground to cost ink.
    Print,
}

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// The colour between this and `other`, `share` of the way (0 to 1).
    pub fn towards(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Theme {
    /// Behind everything.
    pub fn page(self) -> Colour {
        match self {
            Self::Light => Colour(0xee, 0xf1, 0xf5),
            Self::Print => Colour(0xff, 0xff, 0xff),
            Self::Dark => Colour(0x12, 0x18, 0x20),
        }
    }

    /// Behind a panel.
    pub fn panel(self) -> Colour {
        match self {
            Self::Light | Self::Print => Colour(0xff, 0xff, 0xff),
            Self::Dark => Colour(0x1c, 0x25, 0x30),
        }
    }

    /// Words.
    pub fn ink(self) -> Colour {
        match self {
            Self::Light => Colour(0x1b, 0x26, 0x33),
            Self::Print => Colour(0x0a, 0x0e, 0x14),
            Self::Dark => Colour(0xee, 0xf2, 0xf6),
        }
    }

    /// Words of second rank.
    pub fn soft(self) -> Colour {
        self.ink().towards(self.panel(), 0.3)
    }

    /// Lines between things.
    pub fn line(self) -> Colour {
        self.ink().towards(self.panel(), 0.5)
    }

    /// Frames and rules.
    pub fn rule(self) -> Colour {
        self.ink().towards(self.panel(), 0.86)
    }

    /// The full colour of a kind.
    pub fn strong(self, kind: Option<Kind>) -> Colour {
        let colour = strong(kind);
        match self {
            Self::Light | Self::Print => colour,
            Self::Dark => colour.towards(Colour(255, 255, 255), 0.38),
        }
    }

    /// The ground of a box of a kind.
    pub fn tint(self, kind: Option<Kind>) -> Colour {
        let share = if self == Self::Dark { 0.76 } else { 0.9 };
        self.strong(kind).towards(self.panel(), share)
    }

    /// The frame of a box of a kind.
    pub fn frame(self, kind: Option<Kind>) -> Colour {
        self.strong(kind).towards(self.panel(), 0.45)
    }

    /// Ties to a hub, stages: words and lines of no kind.
    pub fn plain(self) -> Colour {
        match self {
            Self::Light | Self::Print => strong(Some(Kind::Region)),
            Self::Dark => self.soft(),
        }
    }

    /// Words on the full colour of a kind.
    pub fn on_strong(self) -> Colour {
        match self {
            Self::Light | Self::Print => Colour(255, 255, 255),
            Self::Dark => Colour(0x10, 0x16, 0x1d),
        }
    }
}

fn strong(kind: Option<Kind>) -> Colour {
    match kind {
        Some(Kind::Enterprise) => Colour(0x00, 0x6f, 0xb5),
        Some(Kind::Town) => Colour(0x27, 0x84, 0x5d),
        Some(Kind::Project) => Colour(0xaa, 0x2b, 0x00),
        Some(Kind::Program) => Colour(0x81, 0x2a, 0x86),
        Some(Kind::Region) => Colour(0x2a, 0x3a, 0x49),
        Some(Kind::Site) => Colour(0x00, 0x6c, 0x75),
        Some(Kind::Organization) => Colour(0x3b, 0x38, 0xa1),
        Some(Kind::Person) => Colour(0x55, 0x4f, 0x4e),
        Some(Kind::Honor) => Colour(0x99, 0x6d, 0x00),
        Some(Kind::Product) => Colour(0xb2, 0x34, 0x73),
        Some(Kind::Event) => Colour(0x40, 0x66, 0x15),
        Some(Kind::Industry) => Colour(0x78, 0x51, 0x3e),
        None => Colour(0x60, 0x6b, 0x78),
    }
}

/// The shape of a kind: a path in a square of 16, filled by the even-odd rule.
pub fn shape(kind: Option<Kind>) -> &'static str {
    match kind {
        // a works with a chimney
        Some(Kind::Enterprise) => "M1 15.2V7.4L5.4 10.4V7.4L9.8 10.4V.8H13.4V6L15 15.2Z",
        // a house
        Some(Kind::Town) => "M8 .9 15.6 8.2H13.4V15.2H9.7V10.4H6.3V15.2H2.6V8.2H.4Z",
        // a diamond
        Some(Kind::Project) => "M8 .4 15.6 8 8 15.6.4 8Z",
        // a flag
        Some(Kind::Program) => "M2.2.8H4V1.8H14.6L11.6 6 14.6 10.2H4V15.4H2.2Z",
        // a hexagon
        Some(Kind::Region) => "M8 .4 14.7 4.2V11.8L8 15.6 1.3 11.8V4.2Z",
        // a pin
        Some(Kind::Site) => {
            "M8 .5C4.8.5 2.4 2.9 2.4 6C2.4 10 8 15.6 8 15.6S13.6 10 13.6 6C13.6 2.9 11.2.5 8 .5ZM8 3.8C9.3 3.8 10.3 4.8 10.3 6S9.3 8.2 8 8.2 5.7 7.2 5.7 6 6.7 3.8 8 3.8Z"
        }
        // a house of columns
        Some(Kind::Organization) => {
            "M8 .6 15.2 4.4V6H.8V4.4ZM2.2 7H4.8V12.2H2.2ZM6.7 7H9.3V12.2H6.7ZM11.2 7H13.8V12.2H11.2ZM.8 13.2H15.2V15.4H.8Z"
        }
        // head and shoulders
        Some(Kind::Person) => {
            "M8 .8C9.9.8 11.4 2.3 11.4 4.2S9.9 7.6 8 7.6 4.6 6.1 4.6 4.2 6.1.8 8 .8ZM1.6 15.4C1.6 11.2 4.3 8.8 8 8.8S14.4 11.2 14.4 15.4Z"
        }
        // a star
        Some(Kind::Honor) => "M8 .4 10.3 5.4 15.7 6 11.7 9.7 12.8 15.1 8 12.4 3.2 15.1 4.3 9.7.3 6 5.7 5.4Z",
        // a chest
        Some(Kind::Product) => "M8 .6 14.8 3.9 8 7.2 1.2 3.9ZM.9 5.2 7.4 8.4V15.5L.9 12.3ZM15.1 5.2V12.3L8.6 15.5V8.4Z",
        // a leaf of a calendar
        Some(Kind::Event) => "M1 2.4H4V.6H5.8V2.4H10.2V.6H12V2.4H15V15.4H1ZM2.8 6.2V13.6H13.2V6.2Z",
        // bars that rise
        Some(Kind::Industry) => "M.8 15.2V9.4H4.6V15.2ZM6.1 15.2V5.2H9.9V15.2ZM11.4 15.2V.8H15.2V15.2Z",
        // a ring
        None => {
            "M8 .8C12 .8 15.2 4 15.2 8S12 15.2 8 15.2.8 12 .8 8 4 .8 8 .8ZM8 4C5.8 4 4 5.8 4 8S5.8 12 8 12 12 10.2 12 8 10.2 4 8 4Z"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light(colour: Colour) -> f64 {
        let part = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_can_be_read_on_every_ground() {
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            for kind in Kind::ALL.iter().copied().map(Some).chain([None]) {
                assert!(contrast(theme.on_strong(), theme.strong(kind)) >= 4.5, "{theme:?} {kind:?} on full colour");
                assert!(contrast(theme.ink(), theme.tint(kind)) >= 7.0, "{theme:?} {kind:?} on tint");
            }
            assert!(contrast(theme.soft(), theme.panel()) >= 4.5, "{theme:?} soft");
            assert!(contrast(theme.soft(), theme.page()) >= 4.0, "{theme:?} soft on page");
        }
    }

    /// What people see who lack one sort of cone, and all others, in linear RGB: Machado, Oliveira and
    /// Fernandes (2009), severity 1.
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        ("no L", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
        ("no M", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
        ("no S", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    ];

    /// CIELAB of a colour as seen by `eyes`.
    fn lab(colour: Colour, eyes: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let rgb = [linear(colour.0), linear(colour.1), linear(colour.2)];
        let dot = |row: &[f64; 3], of: &[f64; 3]| row.iter().zip(of).map(|(a, b)| a * b).sum::<f64>();
        let seen = eyes.map(|row| dot(&row, &rgb).clamp(0.0, 1.0));
        let xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let white = [0.95047, 1.0, 1.08883];
        let [x, y, z] = [0, 1, 2].map(|at| {
            let t = dot(&xyz[at], &seen) / white[at];
            if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn no_two_kinds_look_alike_to_the_colour_blind() {
        for (theme, least) in [(Theme::Light, 8.5), (Theme::Print, 8.5), (Theme::Dark, 6.5)] {
            for (eyes, matrix) in &EYES {
                for (at, a) in Kind::ALL.iter().enumerate() {
                    for b in &Kind::ALL[at + 1..] {
                        let (p, q) = (lab(theme.strong(Some(*a)), matrix), lab(theme.strong(Some(*b)), matrix));
                        let far = p.iter().zip(&q).map(|(p, q)| (p - q) * (p - q)).sum::<f64>().sqrt();
                        assert!(far >= least, "{theme:?}, {eyes}: {a} and {b} are only {far:.1} apart");
                    }
                }
            }
        }
    }

    #[test]
    fn every_kind_has_a_colour_and_a_shape_of_its_own() {
        let all: Vec<_> = Kind::ALL.iter().copied().map(Some).chain([None]).collect();
        for (i, a) in all.iter().enumerate() {
            for b in &all[i + 1..] {
                assert_ne!(strong(*a), strong(*b));
                assert_ne!(shape(*a), shape(*b));
            }
        }
    }
}
