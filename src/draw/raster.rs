//! PNG out of our SVG.

use resvg::tiny_skia;

use super::fonts;
use crate::error::{Error, Result, said};

/// Most pixels on one side.
const LARGEST: f32 = 16_384.0;

/// `svg` as PNG, `scale` pixels to the px of the picture.
///
/// Fails where no font has the characters of the picture, rather than leave them blank.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(Error::Draw(said!(
            "a scale of {scale} makes no picture; give a number above 0",
            "按 {scale} 缩放画不成图；请给一个大于 0 的数"
        )));
    }
    let tree = fonts::tree(fonts::system(), svg)?;
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
