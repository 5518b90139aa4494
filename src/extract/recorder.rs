//! Takes down what is decided against, for those who ask why a name is not there.

use std::cell::RefCell;

use crate::model::Rejection;

/// A list of rejections, or nothing: when it is off, telling costs one look at a flag.
pub(super) struct Recorder(Option<RefCell<Vec<Rejection>>>);

impl Recorder {
    /// Takes nothing down.
    pub(super) fn off() -> Self {
        Self(None)
    }

    /// Takes everything down.
    pub(super) fn on() -> Self {
        Self(Some(RefCell::default()))
    }

    /// Takes a rejection down, if anybody asks.
    pub(super) fn tell(&self, rejection: impl FnOnce() -> Rejection) {
        if let Some(list) = &self.0 {
            list.borrow_mut().push(rejection());
        }
    }

    /// What was taken down, in the order of the text, each once.
    pub(super) fn finish(self) -> Vec<Rejection> {
        let mut list = self.0.map(RefCell::into_inner).unwrap_or_default();
        list.sort_by(|a, b| (a.mention.span, &a.mention.rule).cmp(&(b.mention.span, &b.mention.rule)));
        list.dedup();
        list
    }
}
