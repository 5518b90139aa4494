//! PNG out of our SVG.

use std::sync::Arc;

use resvg::usvg::{self, Node, fontdb};
use resvg::{tiny_skia, usvg::Tree};

use super::theme::FACES;
use crate::error::{Error, Result, Said, said};

/// Most pixels on one side.
const LARGEST: f32 = 16_384.0;

/// What is wrong with fonts, and what to do about it.
fn advised(reason: Said) -> Said {
    const PACKAGES: &str = "Debian and Ubuntu: fonts-noto-cjk or fonts-wqy-microhei; \
                            Fedora: google-noto-sans-cjk-fonts; Alpine: font-noto-cjk";
    let (english, chinese) = (reason.english(), reason.chinese());
    said!(
        "{english}; install a Chinese font ({PACKAGES}), or take the SVG",
        "{chinese}；请安装中文字体（{PACKAGES}），或用 SVG"
    )
}

/// `svg` as PNG, `scale` pixels to the px of the picture.
///
/// Fails where no font has the characters of the picture, rather than leave them blank.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    with_fonts(fonts, svg, scale)
}

fn with_fonts(mut fonts: fontdb::Database, svg: &str, scale: f32) -> Result<Vec<u8>> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(Error::Draw(said!(
            "a scale of {scale} makes no picture; give a number above 0",
            "按 {scale} 缩放画不成图；请给一个大于 0 的数"
        )));
    }
    let family = choose(&fonts, svg)?;
    fonts.set_sans_serif_family(family.as_str());
    fonts.set_serif_family(family.as_str());
    let options = usvg::Options { font_family: family, fontdb: Arc::new(fonts), ..usvg::Options::default() };
    let tree = Tree::from_str(svg, &options)
        .map_err(|error| Error::Draw(said!("the SVG does not parse: {error}", "SVG 读不通：{error}")))?;
    let mut missing = Vec::new();
    find_missing(tree.root(), &mut missing);
    if let Some(words) = missing.first() {
        return Err(Error::Draw(advised(said!(
            "no font here has every character of “{words}”",
            "这里没有哪种字体有“{words}”的全部字形"
        ))));
    }
    let size = tree.size();
    let (width, height) = ((size.width() * scale).ceil(), (size.height() * scale).ceil());
    if width > LARGEST || height > LARGEST {
        return Err(Error::Draw(said!(
            "{width} × {height} pixels are too many; take a smaller scale",
            "{width} × {height} 像素太多；请把比例改小"
        )));
    }
    let mut canvas = tiny_skia::Pixmap::new(width as u32, height as u32).ok_or_else(|| {
        Error::Draw(said!("{width} × {height} pixels make no picture", "{width} × {height} 像素画不成图"))
    })?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    canvas
        .encode_png()
        .map_err(|error| Error::Draw(said!("the PNG could not be written: {error}", "PNG 写不出来：{error}")))
}

/// The typeface to draw with: the first of ours that is here.
fn choose(fonts: &fontdb::Database, svg: &str) -> Result<String> {
    let here = |name: &str| fonts.faces().any(|face| face.families.iter().any(|(known, _)| known == name));
    if let Some(face) = FACES.iter().find(|face| here(face)) {
        return Ok((*face).to_string());
    }
    // A face that is not on our list may do: the glyphs are looked at afterwards.
    let first = fonts.faces().find_map(|face| face.families.first().map(|(name, _)| name.clone()));
    match first {
        Some(name) => Ok(name),
        None if svg.contains("<text") => {
            Err(Error::Draw(advised(said!("there is no font on this machine", "这台机器上没有字体"))))
        }
        None => Ok(String::new()),
    }
}

/// Words of which a glyph is missing.
fn find_missing(group: &usvg::Group, missing: &mut Vec<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => find_missing(group, missing),
            Node::Text(words) => {
                let glyphs = words.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                let whole: String = words.chunks().iter().map(|chunk| chunk.text()).collect();
                let (mut some, mut hole) = (false, false);
                for glyph in glyphs {
                    some = true;
                    hole |= glyph.id.0 == 0 && glyph.text.chars().any(is_common);
                }
                if hole || (!some && whole.chars().any(is_common)) {
                    missing.push(whole);
                }
            }
            _ => {}
        }
    }
}

/// Characters that every Chinese font has; a rarer one may be a box without harm.
fn is_common(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fa5}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"20\"><text y=\"15\">云溪县</text></svg>";

    #[test]
    fn no_font_at_all_is_told() {
        let error = with_fonts(fontdb::Database::new(), SVG, 1.0).expect_err("no font");
        assert!(error.to_string().contains("fonts-noto-cjk"), "{error}");
    }

    #[test]
    fn words_are_never_left_blank() {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        let chinese = |face: &&fontdb::FaceInfo| {
            face.families.iter().any(|(name, _)| name.contains("CJK") || FACES.contains(&name.as_str()))
        };
        let ids: Vec<_> = fonts.faces().filter(chinese).map(|face| face.id).collect();
        ids.into_iter().for_each(|id| fonts.remove_face(id));
        // Another font that has Chinese may be left on some machines.
        if let Err(error) = with_fonts(fonts, SVG, 1.0) {
            assert!(error.to_string().contains("fonts-noto-cjk"), "{error}");
        }
    }
}
