//! Speed of questions on a graph of 1,000,000 relations, made up: 31 provinces, 300 cities and 3,000
//! counties with their reports, firms, projects, programs, honours and industries.
//!
//! `cargo bench --bench query` prints the median of nine runs of each, and the slowest. `EDGES=100000`
//! makes the graph smaller.
#![allow(clippy::print_stdout)] // A benchmark is for people to read.

use std::fs::File;
use std::hint::black_box;
use std::time::{Duration, Instant};

use tuzhi::error::Result;
use tuzhi::graph::file::{
    DocumentRow, EdgeRow, EvidenceRow, FactRow, MentionRow, NodeAttributes, NodeRow, Record, ValueRow,
};
use tuzhi::graph::{Merge, Snapshot};
use tuzhi::model::Period;
use tuzhi::ontology::{Kind, Modality, RelationType};
use tuzhi::query::{
    Filter, Measure, Page, Sieve, describe, entities, find, groups, leads, neighbours, paths, rank, relations,
};

/// Runs of each question.
const RUNS: usize = 9;

/// Relations of graphs that are parted into groups: larger ones take many minutes.
const GROUPED: usize = 100_000;

/// Relations of one county.
const OF_COUNTY: usize = 333;

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let edges = std::env::var("EDGES").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000_usize);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("graph.tuzhi");
    {
        let mut merge = Merge::default();
        (0..edges.div_ceil(OF_COUNTY)).for_each(|county| merge.add(record(county)));
        let started = Instant::now();
        let made = Snapshot::of("made", &merge.finish());
        println!("laid out in {:.1} s", started.elapsed().as_secs_f64());
        made.write(&mut std::io::BufWriter::new(File::create(&path)?))?;
    }
    let open = || Snapshot::read("graph.tuzhi", File::open(&path).map_err(|e| tuzhi::error::Error::io(&path, e))?);
    let graph = open()?;
    println!(
        "{} entities, {} relations, {} reports, {:.0} MB\n",
        graph.node_count(),
        graph.edge_count(),
        graph.documents().len(),
        std::fs::metadata(&path)?.len() as f64 / 1e6
    );
    println!("{:<44} {:>10} {:>10}", "question", "median ms", "slowest");
    measure("open", |_| open().map(|graph| graph.node_count()))?;

    let all = Sieve::new(&graph, &Filter::default());
    let counties = graph.documents().len();
    let firm = |run: usize| format!("企业{}号药业", (run * 7919 + 13) % counties * 10);
    let node = |id: &str| graph.node_of(id).ok_or_else(|| tuzhi::error::Error::Check(format!("no {id}").into()));
    measure("find a name", |run| Ok(find(&graph, &firm(run)).hits.len()))?;
    measure("find a part of a name", |_| Ok(find(&graph, "仿制药生产线一期").hits.len()))?;
    measure("find by initials", |_| Ok(find(&graph, "lgycjdcxq").hits.len()))?;
    measure("find what is misspelt", |_| Ok(find(&graph, "企业12号要业").near.len()))?;
    let county = node("region:第17县@110117")?;
    measure("profile of a firm", |run| Ok(describe(&all, node(&format!("enterprise:{}", firm(run)))?)?.facts.len()))?;
    let page = Page::first(30);
    measure("neighbours of a county", |_| Ok(neighbours(&all, county, 1, page)?.total))?;
    measure("neighbours of a county, two steps", |_| Ok(neighbours(&all, county, 2, page)?.total))?;
    let industry = node("industry:医药健康产业")?;
    measure("neighbours of an industry", |_| Ok(neighbours(&all, industry, 1, page)?.total))?;
    let province = node("region:第11省@110000")?;
    measure("filter: projects planned in a province", |_| {
        let filter = Filter {
            kinds: vec![Kind::Project],
            place: Some(province),
            modalities: vec![Modality::Planned],
            period: Some(Period::year(2025)),
            ..Filter::default()
        };
        Ok(entities(&Sieve::new(&graph, &filter), page)?.total)
    })?;
    measure("filter: what firms build, sure, in 2024", |_| {
        let filter = Filter {
            relations: vec![RelationType::Builds],
            period: Some(Period::year(2024)),
            min_confidence: Some(0.9),
            ..Filter::default()
        };
        Ok(relations(&Sieve::new(&graph, &filter), page)?.total)
    })?;
    let project = |at: usize| node(&format!("project:项目{at}仿制药生产线一期@{}", code(at / 60)));
    measure("three paths between projects of two counties", |run| {
        Ok(paths(&all, project(run * 60 * 11)?, project(60 * (counties / 2 + run * 13) + 7)?, 3, &[])?.len())
    })?;
    let firms_only = Filter { kinds: vec![Kind::Enterprise, Kind::Project, Kind::Honor], ..Filter::default() };
    let sieve = Sieve::new(&graph, &firms_only);
    measure("three paths that pass through no region", |run| {
        Ok(paths(&sieve, project(run * 60 * 11)?, project(60 * (counties / 2 + run * 13) + 7)?, 3, &[])?.len())
    })?;
    once("rank by degree", || Ok(rank(&all, Measure::Degree, page).total))?;
    once("rank by PageRank", || Ok(rank(&all, Measure::PageRank, page).total))?;
    once("rank by betweenness (estimated)", || Ok(rank(&all, Measure::Betweenness, page).total))?;
    if graph.edge_count() <= GROUPED {
        once("groups", || Ok(groups(&all, false, page).total))?;
    }
    once("table of leads", || Ok(leads(&all)?.len()))?;
    Ok(())
}

fn measure(name: &str, ask: impl Fn(usize) -> Result<usize>) -> Result<()> {
    let mut times = Vec::with_capacity(RUNS);
    for run in 0..RUNS {
        let started = Instant::now();
        black_box(ask(run)?);
        times.push(started.elapsed());
    }
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{name:<44} {:>10.1} {:>10.1}", ms(times[RUNS / 2]), ms(times[RUNS - 1]));
    Ok(())
}

fn once(name: &str, ask: impl Fn() -> Result<usize>) -> Result<()> {
    let started = Instant::now();
    black_box(ask()?);
    println!("{name:<44} {:>10.1}", started.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// The code of a county: 100 to a province, ten to a city.
fn code(county: usize) -> String {
    format!("{}", 110_000 + county / 100 * 10_000 + county / 10 % 10 * 100 + county % 100)
}

const INDUSTRIES: [&str; 8] =
    ["医药健康产业", "数字经济", "装备制造业", "旅游业", "新材料产业", "现代农业", "新能源产业", "现代物流业"];

const HONOURS: [&str; 6] =
    ["国家高新技术企业", "全国文明村镇", "国家4A级旅游景区", "专精特新“小巨人”企业", "全国先进单位", "省级示范园区"];

/// What the report of one county gives.
fn record(county: usize) -> Record {
    let mut made =
        Made { county, code: code(county), document: format!("{county:016x}"), nodes: Vec::new(), edges: Vec::new() };
    let region = made.node("region", &format!("第{county}县"), Some(&made.code.clone()), true);
    let city_code = format!("{}00", &made.code[..4]);
    let city = made.node("region", &format!("第{}市", &city_code[..4]), Some(&city_code), true);
    let province_code = format!("{}0000", &made.code[..2]);
    let province = made.node("region", &format!("第{}省", &province_code[..2]), Some(&province_code), true);
    made.edge(&region, "part_of", &city, 0);
    made.edge(&city, "part_of", &province, 0);
    let towns: Vec<String> = (0..12).map(|at| made.local("town", &format!("东风{at}镇"))).collect();
    let industries: Vec<String> = INDUSTRIES.iter().map(|name| made.node("industry", name, None, false)).collect();
    let honours: Vec<String> = HONOURS.iter().map(|name| made.node("honor", name, None, false)).collect();
    for town in &towns {
        made.edge(town, "part_of", &region, 0);
    }
    let firms: Vec<String> = (0..20)
        .map(|at| made.node("enterprise", &format!("企业{}号药业", (county * 10 + at) % 30_000), None, false))
        .collect();
    let projects: Vec<String> =
        (0..60).map(|at| made.local("project", &format!("项目{}仿制药生产线一期", county * 60 + at))).collect();
    let programs: Vec<String> =
        (0..20).map(|at| made.local("program", &format!("工业服务攻坚{}行动", county * 20 + at))).collect();
    for (at, project) in projects.iter().enumerate() {
        made.edge(&region, "implements", project, at);
        made.edge(&firms[at % firms.len()], "builds", project, at);
        made.edge(project, "located_in", &towns[at % towns.len()], at);
        if at % 2 == 0 {
            made.edge(project, "in_industry", &industries[at % industries.len()], at);
        }
    }
    for (at, program) in programs.iter().enumerate() {
        made.edge(&region, "implements", program, at);
    }
    for (at, firm) in firms.iter().enumerate() {
        made.edge(firm, "settles_in", &region, at);
        made.edge(&region, "supports", firm, at);
        made.edge(firm, "awarded", &honours[(at + county) % honours.len()], at);
    }
    for at in 0..OF_COUNTY.saturating_sub(made.edges.len()) {
        made.edge(&region, "supports", &industries[at % industries.len()], at);
    }
    made.record(region)
}

/// A record in the making.
struct Made {
    county: usize,
    code: String,
    document: String,
    nodes: Vec<NodeRow>,
    edges: Vec<EdgeRow>,
}

impl Made {
    fn local(&mut self, kind: &str, name: &str) -> String {
        self.node(kind, name, Some(&self.code.clone()), false)
    }

    fn node(&mut self, kind: &str, name: &str, scope: Option<&str>, own_code: bool) -> String {
        let id = scope.map_or_else(|| format!("{kind}:{name}"), |scope| format!("{kind}:{name}@{scope}"));
        let facts = if kind == "project" { vec![self.fact()] } else { Vec::new() };
        let at = self.nodes.len() * 100;
        self.nodes.push(NodeRow {
            id: id.clone(),
            kind: kind.into(),
            name: name.into(),
            aliases: if kind == "enterprise" { vec![name.trim_end_matches("药业").into()] } else { Vec::new() },
            attributes: NodeAttributes {
                code: scope.filter(|_| own_code).map(str::to_string),
                rule: Some("made".into()),
                confidence: Some(0.9),
                ..NodeAttributes::default()
            },
            facts,
            mentions: vec![MentionRow { document: self.document.clone(), start: at, end: at + name.len() }],
        });
        id
    }

    fn fact(&self) -> FactRow {
        let number = self.nodes.len();
        FactRow {
            attribute: "investment_planned".into(),
            value: ValueRow::Number(1e8 * (1 + number % 50) as f64),
            unit: Some("元".into()),
            bound: None,
            raw: format!("总投资{}亿元", 1 + number % 50),
            period: Some("2025".into()),
            modality: "planned".into(),
            indicator: None,
            confidence: 0.9,
            rule: "made".into(),
            evidence: vec![self.evidence(number)],
        }
    }

    /// A sentence that up to three statements share.
    fn evidence(&self, at: usize) -> EvidenceRow {
        let sentence = at / 3;
        let start = sentence * 240;
        EvidenceRow {
            document: self.document.clone(),
            start,
            end: start + 240,
            raw: [start, start + 240],
            quote: Some(format!(
                "第{}县第{sentence}句：推动企业在工业园投资建设仿制药生产线，年产能达3万吨，力争上半年开工、年内建成投产，新增就业岗位三百个，带动农户增收，完善道路、供水、供电等配套设施。",
                self.county
            )),
        }
    }

    fn edge(&mut self, source: &str, kind: &str, target: &str, at: usize) {
        let modality = ["done", "ongoing", "planned"][at % 3];
        let period = ["2023", "2024", "2025"][at % 3];
        let number = self.edges.len();
        self.edges.push(EdgeRow {
            source: source.into(),
            target: target.into(),
            key: format!("{kind}|{modality}|{period}|{number}"),
            kind: kind.into(),
            modality: modality.into(),
            period: Some(period.into()),
            polarity: true,
            titles: Vec::new(),
            confidence: [0.95, 0.85, 0.67][number % 3],
            rule: "made".into(),
            evidence: vec![self.evidence(number)],
        });
    }

    fn record(self, region: String) -> Record {
        let county = self.county;
        Record {
            schema: "tuzhi-record/1".into(),
            document: DocumentRow {
                id: self.document,
                title: Some(format!("第{county}县政府工作报告")),
                region: Some(region),
                date: Some("2025-01-10".into()),
                speaker: None,
                reviews: Some("2024".into()),
                plans: Some("2025".into()),
                path: format!("reports/{county}.txt"),
                sha256: format!("{county:064x}"),
                encoding: "UTF-8".into(),
                repairs: std::collections::BTreeMap::new(),
                lists: Vec::new(),
            },
            nodes: self.nodes,
            edges: self.edges,
        }
    }
}
