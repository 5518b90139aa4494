//! Words and their parts of speech, shared by all stages that cut text into words.

use std::sync::LazyLock;

use jieba_rs::Jieba;

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// The dictionary segmenter, loaded once, when first asked for (about 0.1 s).
pub fn segmenter() -> &'static Jieba {
    &JIEBA
}
