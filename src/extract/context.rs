//! What finders share: the text, its sentences cut into words.

use super::hits::{Hit, Hits, List};
use super::recorder::Recorder;
use super::tokens::{Class, Token, tokens};
use crate::lexicon::words::Cutter;
use crate::model::{Mention, Outline, Sentence, Span};
use crate::ontology::Kind;

/// A report as the finders see it.
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub outline: &'a Outline,
    /// Words of each sentence, in the order of [`Outline::sentences`].
    pub sentences: Vec<Vec<Token>>,
    /// Takes down the names that are decided against.
    pub rejected: Recorder,
    /// Where the words of the finders' lists stand.
    pub hits: Hits,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, outline: &'a Outline) -> Self {
        let hits = Hits::of(text, outline);
        let mut cutter = Cutter::default();
        let mut bounds = hits.of_list(List::Bounds);
        let cut = |(index, sentence): (usize, &Sentence)| {
            let (own, others) = bounds.split_at(bounds.partition_point(|hit| hit.sentence <= index));
            bounds = others;
            tokens(&mut cutter, text, sentence.span, own)
        };
        let sentences = outline.sentences.iter().enumerate().map(cut).collect();
        Self { text, outline, sentences, hits, rejected: Recorder::off() }
    }

    /// The words of a list with the words of the sentence that each stands in.
    pub(super) fn hits(&self, list: List) -> impl Iterator<Item = (Hit, &[Token])> {
        self.hits.of_list(list).iter().map(|hit| (*hit, self.sentences[hit.sentence].as_slice()))
    }

    /// The words of a token; straight quotes as the curved ones they stand for.
    pub(super) fn word(&self, token: &Token) -> &'a str {
        let word = token.span.of(self.text);
        match token.class {
            Class::Open if word == "\"" => "“",
            Class::Close if word == "\"" => "”",
            _ => word,
        }
    }

    /// Index of the token of `sentence` that ends at byte `at`.
    pub(super) fn ending(&self, sentence: &[Token], at: usize) -> Option<usize> {
        sentence.binary_search_by_key(&at, |token| token.span.end).ok()
    }
}

/// Why a walk to the left came to a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The sentence begins there.
    Start,
    /// A token of this class stands before.
    At(Class),
}

/// The stretch to the left of a head that may belong to its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// First token of the name.
    pub first: usize,
    /// What stands before it.
    pub edge: Edge,
    /// Whether a word of the name is not of the common vocabulary.
    pub proper: bool,
}

/// Verbs that may stand in the name of a program, and part a subject from its object in
/// front of a thing.
const ACTING: &[&str] = &[
    "建设", "创建", "实施", "申报", "布局", "谋划", "筹备", "招引", "推进", "打击", "排查", "发展", "扶持", "培育",
    "发展壮大", "培育壮大",
];

/// Adverbs that stand in names too.
const NAMING: &[&str] = &["精准", "科学", "集中", "深度", "综合", "合理"];

/// Longest name, in tokens to the left of its head.
const LONGEST: usize = 14;

/// Walks left from `head` (index of the first token of the head) to the nearest boundary.
pub(super) fn reach(context: &Context<'_>, sentence: &[Token], head: usize, kind: Kind) -> Reach {
    let mut first = head;
    let mut edge = Edge::Start;
    let acts =
        matches!(kind, Kind::Project | Kind::Site | Kind::Enterprise | Kind::Industry | Kind::Town | Kind::Product);
    while first > 0 {
        let token = sentence[first - 1];
        if head - first >= LONGEST {
            edge = Edge::At(Class::Stop);
            break;
        }
        let inside = match token.class {
            // 星槎科技建设试飞基地: a subject, its verb and its object
            Class::Weak if acts && first < head && ACTING.contains(&context.word(&token)) => false,
            Class::Common | Class::Proper | Class::Trim | Class::Weak => true,
            // no town and no sector is named with a verb
            Class::Verb => !matches!(kind, Kind::Town | Kind::Industry),
            // 攻坚深化提升行动: a verb between two others
            Class::Govern if kind == Kind::Program && first == head && first > 1 => {
                matches!(sentence[first - 2].class, Class::Weak)
            }
            // 青石精准医学研究院: how something is done, inside a name
            Class::Adverb if NAMING.contains(&context.word(&token)) => {
                first > 1 && first < head && sentence[first - 2].class == Class::Proper
            }
            // 海峡两岸暨港澳…大赛
            Class::And => context.word(&token) == "暨",
            // 华海中央广场: a body's name inside another's
            Class::Body => {
                acts && first > 1 && sentence[first - 2].class == Class::Proper && context.word(&token) == "中央"
            }
            Class::Close => match opening(context, sentence, first - 1) {
                // “三抓”“百日攻坚”行动: two names, of which the last has the head
                Some(open)
                    if encloses(context, sentence, open) && !(first < head && sentence[first].class == Class::Open) =>
                {
                    first = open;
                    continue;
                }
                _ => false,
            },
            _ => false,
        };
        if !inside {
            edge = Edge::At(token.class);
            break;
        }
        first -= 1;
    }
    // after a governing verb the whole stretch is the name; elsewhere a verb or adjective
    // that opens it belongs to what governs it
    let governed = edge == Edge::At(Class::Govern) && kind == Kind::Program;
    let verbal = matches!(kind, Kind::Program | Kind::Event | Kind::Honor | Kind::Organization);
    let opens = |class: Class| matches!(class, Class::Trim | Class::Weak) || class == Class::Verb && !verbal;
    while first < head && !governed && opens(sentence[first].class) {
        edge = Edge::At(sentence[first].class);
        first += 1;
    }
    // 到2025年机场旅客吞吐量: a year is no part of a thing's name
    let word = |at: usize| sentence.get(at).map_or("", |token| context.word(token));
    if acts && first + 1 < head && word(first + 1) == "年" && word(first).chars().all(|c| c.is_ascii_digit()) {
        edge = Edge::At(Class::Stop);
        first += 2;
    }
    let proper = sentence[first..head].iter().any(|token| matches!(token.class, Class::Proper | Class::Close));
    Reach { first, edge, proper }
}

/// Whether the bracket that opens at `open` may stand inside a name: quotes always, round
/// brackets in the middle of one (中国（青岚）国际会展中心), not those of `（一）`.
fn encloses(context: &Context<'_>, sentence: &[Token], open: usize) -> bool {
    context.word(&sentence[open]) == "“"
        || open > 0
            && context.word(&sentence[open]) == "（"
            && matches!(sentence[open - 1].class, Class::Common | Class::Verb | Class::Proper)
}

/// The token that opens what `close` closes, when it is near.
pub(super) fn opening(context: &Context<'_>, sentence: &[Token], close: usize) -> Option<usize> {
    let wanted = match context.word(&sentence[close]) {
        "”" => "“",
        "）" => "（",
        "》" => "《",
        "’" => "‘",
        _ => return None,
    };
    (close.saturating_sub(16)..close).rev().find(|index| context.word(&sentence[*index]) == wanted)
}

/// A mention of the words at `span`.
pub(super) fn mention(span: Span, kind: Kind, rule: impl Into<String>, confidence: f32) -> Mention {
    Mention { span, kind, name: None, rule: rule.into(), confidence }
}
