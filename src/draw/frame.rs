//! What frames the picture: title, key figures, legend, source, and what was left out.

use super::page::{MARGIN, PAD, Page};
use super::scene::{Anchor, Area, Look, Scene, Stroke, Type, n};
use super::words::Notes;
use super::{Language, Options, figures, legend, text, words};
use crate::error::said;
use crate::graph::file::GraphFile;

/// The title: the one wished for, that of the only report, or a plain one.
pub fn title(graph: &GraphFile, options: &Options) -> String {
    if let Some(title) = &options.title {
        return text::clean(title);
    }
    let documents = &graph.graph.documents;
    let named = documents.first().and_then(|document| document.title.as_deref()).map(text::clean);
    match (documents.len(), named) {
        (1, Some(title)) if !title.is_empty() => title,
        (2.., _) if let Some(name) = only_region(graph) => match options.language {
            Language::Zh => format!("{name}历年政府工作报告"),
            Language::En => format!("{name}: government work reports"),
        },
        _ => options.language.of("政府工作报告图志", "Map of government work reports").to_string(),
    }
}

/// The name of the region that all reports speak for.
fn only_region(graph: &GraphFile) -> Option<String> {
    let first = graph.graph.documents.first()?.region.as_deref()?;
    let same = graph.graph.documents.iter().all(|document| document.region.as_deref() == Some(first));
    let node = graph.nodes.iter().find(|node| node.id == first)?;
    same.then(|| text::clean(&node.name))
}

/// What the graph is of: how much of it there is, its years and speaker.
pub fn subtitle(graph: &GraphFile, language: Language) -> String {
    let (nodes, edges) = (graph.nodes.len(), graph.edges.len());
    let facts: usize = graph.nodes.iter().map(|node| node.facts.len()).sum();
    let reports = graph.graph.documents.len();
    let mut parts = Vec::new();
    if reports > 1 {
        parts.push(match language {
            Language::Zh => format!("{reports} 份报告"),
            Language::En => format!("{reports} reports"),
        });
    }
    parts.push(match language {
        Language::Zh => format!("{nodes} 个实体 · {edges} 条关系 · {facts} 条数据"),
        Language::En => format!("{nodes} entities · {edges} relations · {facts} facts"),
    });
    if let [document] = &graph.graph.documents[..] {
        let look = [("回顾", "reviews", &document.reviews), ("计划", "plans", &document.plans)];
        for (zh, en, period) in look {
            if let Some(period) = period {
                parts.push(format!("{} {}", language.of(zh, en), words::years(language, period)));
            }
        }
        let who = [&document.speaker, &document.date];
        parts.extend(who.into_iter().flatten().map(|words| text::clean(words)));
    }
    parts.join(" · ")
}

/// The line that says where it comes from: the file with its digest, or the files.
pub fn source(graph: &GraphFile, language: Language) -> String {
    let documents = &graph.graph.documents;
    let source = match &documents[..] {
        [document] => format!("{} · SHA-256 {}", text::clean(file_name(&document.path)), text::clean(&document.id)),
        many => {
            let mut names: Vec<_> = many.iter().map(|document| text::clean(file_name(&document.path))).collect();
            names.sort_unstable();
            let named = names[..names.len().min(NAMED)].join(language.of("、", ", "));
            match (many.len() > NAMED, language) {
                (false, _) => named,
                (true, Language::Zh) => format!("{named} 等 {} 份报告", many.len()),
                (true, Language::En) => format!("{named} and {} more reports", many.len() - NAMED),
            }
        }
    };
    format!("{}{source}", language.of("来源：", "Source: "))
}

/// Files named in the line of sources; of more their number is told.
const NAMED: usize = 3;

impl Page<'_> {
    pub fn head(&self, scene: &mut Scene, title: &str, width: f64) {
        let theme = self.press.theme;
        let style = |size, bold, colour, anchor| Type { size, bold, colour, anchor };
        let room = width - 2.0 * MARGIN;
        let title = text::elide(title, 36.0, room * 0.62);
        let subtitle = text::elide(&subtitle(self.graph, self.press.language), 16.0, room * 0.62);
        scene.text(&title, MARGIN, MARGIN + 20.0, style(36.0, true, theme.ink(), Anchor::Start));
        scene.text(&subtitle, MARGIN, MARGIN + 60.0, style(16.0, false, theme.soft(), Anchor::Start));
        let left = MARGIN + text::width(&title, 36.0).max(text::width(&subtitle, 16.0)) + 60.0;
        let [hub] = self.press.network.hubs[..] else { return };
        let figures = figures::headlines(self.press.network.things[hub].row, self.press.language, 8);
        let mut x = width - MARGIN;
        let mut places = Vec::new();
        for figure in &figures {
            let name = text::elide(&figure.name, 13.0, 150.0);
            let value = text::width(&figure.value, 25.0);
            let change = figure.change.as_deref().map_or(0.0, |change| 8.0 + text::width(change, 14.0));
            let wide = text::width(&name, 13.0).max(value + change);
            if x - wide < left {
                break;
            }
            places.push((wide, name, figure));
            x -= wide + 38.0;
        }
        let mut x = width - MARGIN - places.iter().map(|(wide, ..)| wide + 38.0).sum::<f64>() + 38.0;
        for (wide, name, figure) in places {
            scene.text(&name, x, MARGIN + 60.0, style(13.0, false, theme.soft(), Anchor::Start));
            scene.text(&figure.value, x, MARGIN + 28.0, style(25.0, true, theme.ink(), Anchor::Start));
            if let Some(change) = &figure.change {
                let after = x + text::width(&figure.value, 25.0) + 8.0;
                scene.text(change, after, MARGIN + 31.0, style(14.0, true, theme.soft(), Anchor::Start));
            }
            let rule = format!("M{} {}V{}", n(x - 19.0), MARGIN + 10.0, MARGIN + 68.0);
            scene.line(&rule, theme.rule(), 1.0, Stroke::Solid);
            x += wide + 38.0;
        }
    }

    pub fn legend(&self, scene: &mut Scene, y: f64, width: f64) -> f64 {
        let inside = width - 2.0 * PAD;
        let (theme, language) = (self.press.theme, self.press.language);
        let entries = legend::entries(&self.press);
        let height = legend::draw(&entries, (theme, language), None, (0.0, 0.0), inside) + 12.0;
        let area = Area { x: MARGIN, y, w: width, h: height };
        scene.rect(area, Look { fill: Some(theme.panel()), frame: None, radius: 10.0 });
        legend::draw(&entries, (theme, language), Some(scene), (MARGIN + PAD, y + 6.0), inside);
        height
    }

    pub fn foot(&self, scene: &mut Scene, width: f64, height: f64, left_out: usize) {
        let style = |anchor| Type { size: 13.0, bold: false, colour: self.press.theme.soft(), anchor };
        let y = height - 34.0;
        let source = source(self.graph, self.press.language);
        let note = self.note(left_out);
        let room = width - 2.0 * MARGIN - text::width(&note, 13.0) - 40.0;
        scene.text(&text::elide(&source, 13.0, room), MARGIN, y, style(Anchor::Start));
        scene.text(&note, width - MARGIN, y, style(Anchor::End));
    }

    /// What the picture folds and what it leaves out.
    pub fn note(&self, left_out: usize) -> String {
        let network = self.press.network;
        let alone = |at: &usize| {
            let thing = &network.things[*at];
            thing.links.is_empty() && thing.spokes.is_empty() && !network.is_hub(*at)
        };
        let lone = (0..network.things.len()).filter(alone).count();
        let lesser = left_out.saturating_sub(lone);
        let mut notes = Notes::new(self.press.language);
        if network.folded > 0 {
            let (hub, folded) = (self.hub_name(), network.folded);
            notes.say(&said!("{folded} edges of {hub} folded", "折叠了{hub}的 {folded} 条关系"));
        }
        notes.count(lone, &said!("{lone} entities without relations", "{lone} 个实体未见关系"));
        notes.count(lesser, &said!("{lesser} lesser entities not drawn", "另有 {lesser} 个较次要的实体未画出"));
        notes.joined()
    }

    /// The hub, or what several hubs are called together.
    pub fn hub_name(&self) -> String {
        match self.press.network.hubs[..] {
            [hub] => text::elide(&self.press.network.things[hub].name, 1.0, 12.0),
            _ => self.press.language.of("报告地区", "the reporting regions").to_string(),
        }
    }
}

/// The last part of a path: where a file lay says nothing to who sees the picture.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
