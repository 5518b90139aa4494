//! A bar on standard error while many reports are read, or a graph is loaded.

use indicatif::{ProgressBar, ProgressStyle};

use super::screen::Screen;

/// A bar for `count` reports; it is not shown for a single one or when nobody watches.
pub fn bar(count: usize, screen: &Screen) -> ProgressBar {
    if count < 2 || !screen.is_watched() {
        return ProgressBar::hidden();
    }
    styled(count)
}

/// A bar for things that are loaded; it is not shown when nobody watches.
pub fn loading(screen: &Screen) -> ProgressBar {
    if screen.is_watched() { styled(0) } else { ProgressBar::hidden() }
}

fn styled(count: usize) -> ProgressBar {
    let bar = ProgressBar::new(count as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}
