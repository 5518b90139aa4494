//! Our SVG with its words set in the fonts of this machine, for what is not SVG.

use std::sync::Arc;

use resvg::usvg::{self, Node, Tree, fontdb};

use super::theme::FACES;
use crate::error::{Error, Result, Said, said};

/// What is wrong with fonts, and what to do about it.
fn advised(reason: Said) -> Said {
    const PACKAGES: &str = "Debian and Ubuntu: fonts-noto-cjk or fonts-wqy-microhei; \
                            Fedora: google-noto-sans-cjk-fonts; Alpine: font-noto-cjk";
    said!(
        reason => "{reason}; install a Chinese font ({PACKAGES}), or take the SVG",
        "{reason}；请安装中文字体（{PACKAGES}），或用 SVG"
    )
}

/// The fonts of this machine.
pub fn system() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    fonts
}

/// The parsed SVG, with words as glyphs.
///
/// Fails where no font has the characters of the picture, rather than leave them blank.
pub fn tree(mut fonts: fontdb::Database, svg: &str) -> Result<Tree> {
    let family = choose(&fonts, svg)?;
    fonts.set_sans_serif_family(family.as_str());
    fonts.set_serif_family(family.as_str());
    let options = usvg::Options { font_family: family, fontdb: Arc::new(fonts), ..usvg::Options::default() };
    let tree = Tree::from_str(svg, &options)
        .map_err(|error| Error::Draw(said!("the SVG does not parse: {error}", "SVG 读不通：{error}")))?;
    let mut missing = Vec::new();
    find_missing(tree.root(), &mut missing);
    match missing.first() {
        Some(words) => Err(Error::Draw(advised(said!(
            "no font here has every character of “{words}”",
            "这里没有哪种字体有“{words}”的全部字形"
        )))),
        None => Ok(tree),
    }
}

/// The typeface that pictures in pixels and PDFs are drawn with on this machine.
///
/// # Errors
/// Where no font has the characters of a Chinese picture; the error says what to install.
pub fn chinese_face() -> Result<String> {
    let svg = format!(r#"<svg xmlns="{NAMESPACE}" width="9" height="9"><text>图志谱县</text></svg>"#);
    let fonts = system();
    let face = choose(&fonts, &svg)?;
    tree(fonts, &svg).map(|_| face)
}

/// The namespace of SVG.
const NAMESPACE: &str = "http://www.w3.org/2000/svg";

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

    /// The room that boxes are given holds the words in the font that they are set in.
    #[test]
    fn words_are_measured_on_the_wide_side() {
        const WORDS: [&str; 10] = [
            "云溪县生物医药产业园二期",
            "年产12000吨锂电池生产线",
            "5G 智慧 AGV",
            "（一期）“十四五”规划、《条例》",
            "Headline figures of 云溪县",
            "WMQ@%&mw",
            "illj.,:;!|'",
            "2024: 3343.5亿元 +6.1%",
            "located in",
            "·—…～→",
        ];
        for (bold, weight) in [(false, 400), (true, 700)] {
            let lines: Vec<String> = WORDS
                .iter()
                .map(|words| {
                    let words = crate::draw::scene::escape(words);
                    format!("<text y=\"40\" font-size=\"20\" font-weight=\"{weight}\">{words}</text>")
                })
                .collect();
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"50\">{}</svg>",
                lines.concat()
            );
            // Without a Chinese font there is nothing to measure by.
            let Ok(tree) = tree(system(), &svg) else { return };
            for node in tree.root().children() {
                let Node::Text(text) = node else { continue };
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                let real = f64::from(text.bounding_box().width());
                let told = crate::draw::text::width(&words, 20.0);
                assert!(told >= real * 0.97, "“{words}”, bold {bold}: measured {told}, is {real}");
            }
        }
    }

    #[test]
    fn no_font_at_all_is_told() {
        let error = tree(fontdb::Database::new(), SVG).expect_err("no font");
        assert!(error.to_string().contains("fonts-noto-cjk"), "{error}");
    }

    #[test]
    fn words_are_never_left_blank() {
        let mut fonts = system();
        let chinese = |face: &&fontdb::FaceInfo| {
            face.families.iter().any(|(name, _)| name.contains("CJK") || FACES.contains(&name.as_str()))
        };
        let ids: Vec<_> = fonts.faces().filter(chinese).map(|face| face.id).collect();
        ids.into_iter().for_each(|id| fonts.remove_face(id));
        // Another font that has Chinese may be left on some machines.
        if let Err(error) = tree(fonts, SVG) {
            assert!(error.to_string().contains("fonts-noto-cjk"), "{error}");
        }
    }
}
