//! Where a name begins when it holds verbs: programs after what governs them, events after
//! what holds them, registered firms at their place.

use super::table::group_of;
use crate::extract::context::{Context, Edge, Reach, opening};
use crate::extract::tokens::{Class, Token};
use crate::lexicon::places;

/// Verbs that govern what follows even where another stands before them.
const DRIVING: &[&str] = &[
    "推进", "推动", "加快", "加强", "强化", "完成", "实现", "确保", "力争", "建成", "深入推进", "加快推进", "纳入",
    "列入", "获批", "符合", "衔接", "对接", "取得", "具有",
];

/// Verbs of holding an event.
const HOLDING: &[&str] = &["举办", "承办", "举行", "召开", "参加", "办好", "主办", "协办", "组织开展", "开展"];

/// Whether the words before token `at` end as an event does.
fn ends_event(context: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let before = &context.text[tokens[0].span.start..tokens[at].span.start];
    before.ends_with(['节', '会', '赛', '展', '坛'])
}

/// `举办农产品加工业博览暨东西合作投资贸易洽谈会`: the name of an event begins after the
/// verb that holds it.
pub(super) fn held(context: &Context<'_>, tokens: &[Token], head: usize, reach: Reach) -> Reach {
    let mut first = reach.first;
    while first > 0 && head - first < 14 {
        let token = &tokens[first - 1];
        match token.class {
            Class::Function if context.word(token) == "了" => {}
            _ if HOLDING.contains(&context.word(token)) => {
                let skipped = usize::from(tokens[first].span.of(context.text) == "了");
                return Reach { first: first + skipped, edge: Edge::At(Class::Strict), proper: reach.proper };
            }
            Class::Common | Class::Verb | Class::Proper | Class::Trim | Class::Weak | Class::Strict => {}
            // 中国（青岚）—东盟合作发展大会
            Class::Close => match opening(context, tokens, first - 1) {
                Some(open) if open > 0 && context.word(&tokens[open]) == "（" => {
                    first = open;
                    continue;
                }
                _ => return reach,
            },
            // 啤酒节和旅游节: two events
            Class::And if context.word(token) == "暨" || !ends_event(context, tokens, first - 1) => {}
            _ => return reach,
        }
        first -= 1;
    }
    reach
}

/// `出台支持工业若干措施`: the name of a document holds verbs, and begins after the verb
/// that issues it.
pub(super) fn widened(context: &Context<'_>, tokens: &[Token], head: usize, reach: Reach) -> Reach {
    if !matches!(reach.edge, Edge::At(Class::Strict | Class::Weak | Class::Trim | Class::Verb | Class::And)) {
        return reach;
    }
    let mut first = reach.first;
    while first > 0 && head - first < 12 {
        match tokens[first - 1].class {
            Class::Common | Class::Verb | Class::Proper | Class::Trim | Class::Weak => first -= 1,
            Class::Strict if !DRIVING.contains(&context.word(&tokens[first - 1])) => first -= 1,
            // 深化作风和腐败问题集中整治: one name, where nothing before 和 is a name of its own
            Class::And if first > 1 => {
                let before = &context.text[tokens[0].span.start..tokens[first - 1].span.start];
                if group_of(before).is_some() || matches!(tokens[first - 2].class, Class::Close | Class::Quantity) {
                    return reach;
                }
                first -= 1;
            }
            Class::Govern => return Reach { first, edge: Edge::At(Class::Govern), ..reach },
            _ => return reach,
        }
    }
    reach
}

/// Most tokens between the place that opens a firm's registered name and the rest of it.
const REGISTERED: usize = 6;

/// `青岚引导基金投资有限公司`: the registered name of a firm opens with its place, and may
/// hold a verb behind it.
pub(super) fn registered(context: &Context<'_>, tokens: &[Token], head: usize, reach: Reach) -> Reach {
    let head = tokens.get(head).map_or("", |token| context.word(token));
    if !head.ends_with("公司") || !matches!(reach.edge, Edge::At(Class::Strict | Class::Weak | Class::Verb)) {
        return reach;
    }
    for first in (reach.first.saturating_sub(REGISTERED)..reach.first).rev() {
        let token = &tokens[first];
        if !places::find(context.word(token)).is_empty() {
            return Reach { first, edge: Edge::Start, proper: true };
        }
        if !matches!(token.class, Class::Strict | Class::Weak | Class::Verb | Class::Common | Class::Proper) {
            break;
        }
    }
    reach
}
