//! A bar on standard error while many reports are read.

use indicatif::{ProgressBar, ProgressStyle};

use super::screen::Screen;

/// A bar for `count` reports; it is not shown for a single one or when nobody watches.
pub fn bar(count: usize, screen: &Screen) -> ProgressBar {
    if count < 2 || !screen.is_watched() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}
