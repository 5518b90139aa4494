//! The whole picture: head, legend, pieces, lists, foot.

use super::card::Press;
use super::list::{self, Cards, List};
use super::network::{Filter, Network};
use super::pack::{depths, pack, spans_filled};
use super::pieces::{Piece, pieces};
use super::scene::{Anchor, Area, Look, Scene, Type};
use super::{Options, frame, text, tree};
use crate::graph::file::GraphFile;

/// Space around the page, px.
pub const MARGIN: f64 = 56.0;
const STEP: f64 = 80.0;
const GAP: f64 = 16.0;
/// Space between the edge of a panel and what is in it, px.
pub const PAD: f64 = 16.0;
/// Height of the title and the key figures.
const HEAD: f64 = 104.0;
/// Height of the heading over a zone.
const ZONE: f64 = 44.0;
const FOOT: f64 = 64.0;
/// Share of the things that are drawn in pieces where not all can be shown.
const SHARE: f64 = 0.65;
/// Height to width that the page tends to: between 16:9 and A3.
const ASPECT: f64 = 0.62;
/// Most columns of a piece.
const SPAN: usize = 14;
/// Fewest columns of the lists.
const LEAST: usize = 6;
/// Fewest and most columns of the page, unless a piece needs more.
const COLUMNS: std::ops::RangeInclusive<usize> = 20..=48;
/// Columns beyond which the words get smaller than they should.
const ROOMY: f64 = 29.0;
/// Widest picture, px; a larger one is scaled down to it.
const WIDEST: f64 = 2400.0;

/// A piece with the layout chosen for it.
struct Panel {
    layout: tree::Layout,
    span: usize,
    height: f64,
}

/// A page in the making.
pub struct Page<'a> {
    /// The graph, its language and colours.
    pub press: Press<'a>,
    /// The rows.
    pub graph: &'a GraphFile,
    /// What is wished for.
    pub options: &'a Options,
    panels: Vec<Panel>,
    lists: Vec<(List, Cards)>,
    shown: usize,
}

/// Where everything goes.
struct Plan {
    columns: usize,
    main: usize,
    order: Vec<usize>,
    height: f64,
}

/// The picture of a graph.
pub fn draw(graph: &GraphFile, options: &Options) -> Picture {
    draw_network(graph, &Network::new(graph, options.language, &Filter::default()), options)
}

/// The picture of that part of a graph which is in a network.
pub fn draw_network(graph: &GraphFile, network: &Network<'_>, options: &Options) -> Picture {
    let press = Press { network, language: options.language, theme: options.theme };
    let pieces = pieces(network);
    let leaves = list::leaves(network).len();
    let most = options.max_nodes.max(10);
    let room = (most.saturating_sub(leaves)).max((most as f64 * SHARE) as usize);
    let chosen = choose(pieces, room);
    let drawn: usize = chosen.iter().map(|piece| piece.root.count()).sum();
    let lists = list::lists(network, options.language, most.saturating_sub(drawn));
    let listed: usize = lists.iter().map(|list| list.shown).sum();
    let lists = lists.into_iter().map(|list| (list.cards(&press), list)).map(|(cards, list)| (list, cards)).collect();
    let panels = chosen.iter().map(|piece| panel(&press, piece)).collect();
    let page = Page { press, graph, options, panels, lists, shown: drawn + listed + network.hubs.len() };
    page.draw()
}

/// A finished scene with its size.
pub struct Picture {
    /// Everything on it.
    pub scene: Scene,
    /// Width, px.
    pub width: f64,
    /// Height, px.
    pub height: f64,
    /// Title.
    pub title: String,
    /// One line on what it shows.
    pub about: String,
}

impl Picture {
    /// As SVG.
    pub fn svg(&self, options: &Options) -> String {
        self.scene.finish(self.width, self.height, WIDEST, options.theme.page(), &self.title, &self.about)
    }
}

/// The weightiest pieces with at most `room` things.
fn choose(pieces: Vec<Piece>, room: usize) -> Vec<Piece> {
    let mut used = 0;
    let mut chosen = Vec::new();
    for piece in pieces {
        let count = piece.root.count();
        if used + count <= room {
            used += count;
            chosen.push(piece);
        } else if !chosen.is_empty() {
            // Lesser ones that would still fit say nothing beside what is left out here.
            break;
        }
    }
    chosen
}

fn span_of(width: f64) -> usize {
    ((width + 2.0 * PAD + GAP) / STEP).ceil().max(1.0) as usize
}

/// The layout of a piece that takes least room for what it says.
fn panel(press: &Press<'_>, piece: &Piece) -> Panel {
    let cost = |layout: &tree::Layout, strain: f64| {
        let span = span_of(layout.w);
        let too_wide = if span > SPAN { (span - SPAN) as f64 } else { 0.0 };
        let too_tall = (layout.h / 620.0 - 1.0).max(0.0);
        let (w, h) = (span as f64 * STEP, layout.h + 2.0 * PAD + GAP);
        w * h * (1.0 + strain + too_wide * 0.5 + too_tall)
    };
    let best =
        tree::layouts(press, &piece.root).into_iter().min_by(|(a, x), (b, y)| cost(a, *x).total_cmp(&cost(b, *y)));
    let layout = best.map_or_else(tree::Layout::empty, |(layout, _)| layout);
    Panel { span: span_of(layout.w), height: layout.h + 2.0 * PAD, layout }
}

impl Page<'_> {
    fn draw(&self) -> Picture {
        let plan = self.plan();
        let width = 2.0 * MARGIN + plan.columns as f64 * STEP - GAP;
        let inner = width - 2.0 * MARGIN;
        let mut scene = Scene::new();
        let title = frame::title(self.graph, self.options);
        self.head(&mut scene, &title, width);
        let legend_height = self.legend(&mut scene, MARGIN + HEAD, inner);
        let top = MARGIN + HEAD + legend_height + 24.0;
        let left_out = self.press.network.things.len() - self.shown;
        self.zones(&mut scene, &plan, top);
        let height = top + ZONE + plan.height + FOOT;
        self.foot(&mut scene, width, height, left_out);
        Picture { scene, width, height, about: frame::subtitle(self.graph, self.press.language), title }
    }

    /// Tries widths and divisions and takes the one nearest to the wanted shape.
    fn plan(&self) -> Plan {
        let spans: Vec<(usize, f64)> = self.panels.iter().map(|panel| (panel.span, panel.height)).collect();
        let widest = spans.iter().map(|(span, _)| *span).max().unwrap_or(0);
        let least = if self.lists.is_empty() { widest } else { widest + LEAST };
        let most = (*COLUMNS.end()).max(least);
        let packed: Vec<_> =
            (0..=most).map(|main| if main < widest { None } else { Some(best_order(&spans, main)) }).collect();
        let right: Vec<f64> = (0..=most).map(|columns| self.list_height(columns)).collect();
        let filled: f64 = spans.iter().map(|(span, height)| *span as f64 * (height + GAP)).sum();
        let one_zone = self.panels.is_empty() || self.lists.is_empty();
        let mut best: Option<(f64, usize, usize)> = None;
        for columns in (*COLUMNS.start()).max(least)..=most {
            let range = match (self.panels.is_empty(), self.lists.is_empty()) {
                (true, _) => 0..=0,
                (false, true) => columns..=columns,
                (false, false) => widest.max(columns / 3)..=columns - LEAST,
            };
            for main in range {
                let left = packed[main].as_ref().map_or(0.0, |(_, height)| *height);
                let right = right[columns - main];
                let height = left.max(right);
                let width = columns as f64 * STEP + 2.0 * MARGIN;
                let ratio = (height + HEAD + ZONE + FOOT + MARGIN + 90.0) / width;
                let uneven = if one_zone { 0.0 } else { (left - right).abs() / height.max(1.0) };
                let small = (columns as f64 - ROOMY).max(0.0) * 0.012;
                let empty = if main == 0 { 0.0 } else { 1.0 - filled / (main as f64 * (height + GAP)) };
                let cost = (ratio / ASPECT).ln().abs() + uneven * 0.5 + empty + small;
                if best.is_none_or(|(known, ..)| cost < known - 1e-9) {
                    best = Some((cost, columns, main));
                }
            }
        }
        let (_, columns, main) = best.unwrap_or((0.0, *COLUMNS.start(), 0));
        let (order, _) = packed.into_iter().nth(main).flatten().unwrap_or_default();
        let (order, left) = if order.is_empty() { (order, 0.0) } else { refine(&spans, order, main) };
        Plan { columns, main, order, height: left.max(right[columns - main]).max(40.0) }
    }

    fn list_height(&self, columns: usize) -> f64 {
        let width = (columns.max(LEAST) as f64) * STEP - GAP - 2.0 * PAD;
        let heights = self.lists.iter().map(|(list, cards)| list.lay(cards, width).h + 2.0 * PAD + GAP);
        (heights.sum::<f64>() - GAP).max(0.0)
    }

    fn zones(&self, scene: &mut Scene, plan: &Plan, top: f64) {
        let theme = self.press.theme;
        let language = self.press.language;
        let ground = Look { fill: Some(theme.panel()), frame: None, radius: 10.0 };
        let heading = Type { size: 20.0, bold: true, colour: theme.ink(), anchor: Anchor::Start };
        let body = top + ZONE;
        if !self.panels.is_empty() {
            let words = language.of("彼此相连的项目、企业、城镇与行动", "How they hang together");
            scene.text(words, MARGIN, top + 16.0, heading);
            let spans: Vec<_> = plan.order.iter().map(|&at| (self.panels[at].span, self.panels[at].height)).collect();
            let (places, _) = pack(&spans, plan.main, GAP);
            let deep = depths(&spans, &places, GAP, plan.height);
            let wide = spans_filled(&spans, &places, &deep, plan.main);
            for (((&at, place), h), span) in plan.order.iter().zip(&places).zip(deep).zip(wide) {
                let panel = &self.panels[at];
                let (x, y) = (MARGIN + place.0 as f64 * STEP, body + place.1);
                let w = span as f64 * STEP - GAP;
                scene.panel(Area { x, y, w, h }, ground);
                let spread = panel.layout.spread(w - 2.0 * PAD);
                let dx = x + (w - panel.layout.width(spread)) / 2.0;
                panel.layout.draw(&self.press, scene, dx, y + (h - panel.layout.h) / 2.0, spread);
            }
        }
        if self.lists.is_empty() {
            return;
        }
        let x = MARGIN + plan.main as f64 * STEP;
        let w = (plan.columns - plan.main) as f64 * STEP - GAP;
        let hub = self.hub_name();
        let words = match language {
            super::Language::Zh => format!("只与{hub}相连"),
            super::Language::En => format!("Tied to {hub} alone"),
        };
        scene.text(&text::elide(&words, 20.0, w), x, top + 16.0, heading);
        let layouts: Vec<_> = self.lists.iter().map(|(list, cards)| list.lay(cards, w - 2.0 * PAD)).collect();
        let used: f64 = layouts.iter().map(|layout| layout.h + 2.0 * PAD + GAP).sum::<f64>() - GAP;
        let spare = (plan.height - used).max(0.0);
        let mut y = body;
        for (place, layout) in layouts.iter().enumerate() {
            let last = place + 1 == layouts.len();
            let h = layout.h + 2.0 * PAD + if last { spare } else { 0.0 };
            scene.panel(Area { x, y, w, h }, ground);
            layout.draw(&self.press, scene, x + PAD, y + PAD);
            y += h + GAP;
        }
    }
}

/// The order of panels that packs lowest, with its height: by worth, height, area or width.
fn best_order(spans: &[(usize, f64)], columns: usize) -> (Vec<usize>, f64) {
    let plain: Vec<usize> = (0..spans.len()).collect();
    let by = |key: &dyn Fn(usize) -> f64| {
        let mut order = plain.clone();
        order.sort_by(|&a, &b| key(b).total_cmp(&key(a)).then(a.cmp(&b)));
        order
    };
    let tall = by(&|at| spans[at].1);
    let large = by(&|at| spans[at].0 as f64 * spans[at].1);
    let wide = by(&|at| spans[at].0 as f64 * 1e4 + spans[at].1);
    let mut best: Option<(Vec<usize>, f64)> = None;
    for order in [plain.clone(), tall, large, wide] {
        let height = height_of(spans, &order, columns);
        if best.as_ref().is_none_or(|(_, known)| height < known - 0.01) {
            best = Some((order, height));
        }
    }
    best.unwrap_or_default()
}

fn height_of(spans: &[(usize, f64)], order: &[usize], columns: usize) -> f64 {
    let sorted: Vec<_> = order.iter().map(|&at| spans[at]).collect();
    pack(&sorted, columns, GAP).1
}

/// `order` with panels moved back where that leaves less height, as long as it helps.
fn refine(spans: &[(usize, f64)], mut order: Vec<usize>, columns: usize) -> (Vec<usize>, f64) {
    let mut best = height_of(spans, &order, columns);
    // More panels than this fill their holes by themselves.
    let tries = order.len().min(60);
    for from in (0..tries).rev() {
        for to in [order.len() - 1, order.len() / 2, 0] {
            let mut moved = order.clone();
            let at = moved.remove(from);
            moved.insert(to, at);
            let height = height_of(spans, &moved, columns);
            if height < best - 0.01 {
                (order, best) = (moved, height);
            }
        }
    }
    (order, best)
}
