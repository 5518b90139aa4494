//! Rows and columns: what answers are told in as tables and as CSV.

use std::cmp::Ordering;

use super::words;
use crate::export::quoted_cell;
use crate::ontology::Language;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in CSV and on the command line.
    pub key: &'static str,
    /// Its heading in English.
    pub en: &'static str,
    /// Its heading in Chinese.
    pub zh: &'static str,
    /// Whether people see it where they did not choose columns; files have all.
    pub told: bool,
}

impl Column {
    /// A column that people see, by its name and its headings in English and Chinese.
    pub const fn shown(key: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self { key, en, zh, told: true }
    }

    /// A column that is in files, and that people see where they choose it.
    pub const fn hidden(key: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self { key, en, zh, told: false }
    }
}

/// What stands in a row under a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words as they are.
    Text(String),
    /// Words of a report, which may be long.
    Sentence(String),
    /// Name of a kind.
    Kind(String),
    /// Name of a relation type, and whether it is denied.
    Relation(String, bool),
    /// Name of an attribute, with the series it belongs to.
    Attribute(String, Option<String>),
    /// Name of a modality.
    Modality(String),
    /// Name of a way in which a name was met.
    Match(&'static str),
    /// A number.
    Number(f64),
    /// How many.
    Count(usize),
    /// A number in a unit, with its bound: people read `≥ 3.2亿元`, files have the number alone.
    Amount(f64, Option<String>, Option<String>),
    /// Several, told as one.
    Several(Vec<Cell>),
    /// Words one behind the other.
    Phrase(Vec<Cell>),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words, or nothing.
    pub fn optional(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// As people read it.
    pub fn shown(&self, language: Language) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Sentence(text) => text.clone(),
            Self::Kind(name) => words::kind(name, language).into(),
            Self::Relation(name, false) => words::relation(name, language).into(),
            Self::Relation(name, true) => {
                format!("{}{}", language.of("否认：", "denied: "), words::relation(name, language))
            }
            Self::Attribute(name, None) => words::attribute(name, language).into(),
            Self::Attribute(name, Some(series)) => format!("{series} {}", words::attribute(name, language)),
            Self::Modality(name) => words::modality(name, language).into(),
            Self::Match(name) => words::way(name, language).into(),
            Self::Number(number) => words::digits(*number, 6),
            Self::Count(count) => count.to_string(),
            Self::Amount(number, unit, bound) => {
                format!("{}{}", words::sign(bound.as_deref()), words::amount(*number, unit.as_deref().unwrap_or("")))
            }
            Self::Several(cells) => joined(cells.iter().map(|cell| cell.shown(language)), "、"),
            Self::Phrase(cells) => joined(cells.iter().map(|cell| cell.shown(language)), " "),
        }
    }

    /// As it stands in files: names of the ontology, numbers in base units.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Sentence(text) | Self::Kind(text) | Self::Modality(text) => text.clone(),
            Self::Relation(text, _) | Self::Attribute(text, None) => text.clone(),
            Self::Attribute(text, Some(series)) => format!("{series} {text}"),
            Self::Match(name) => (*name).into(),
            Self::Number(number) | Self::Amount(number, ..) => number.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Several(cells) => joined(cells.iter().map(Self::plain), "、"),
            Self::Phrase(cells) => joined(cells.iter().map(Self::plain), " "),
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::Amount(number, ..) => Some(*number),
            Self::Count(count) => Some(*count as f64),
            _ => None,
        }
    }
}

fn compare(a: &Cell, b: &Cell) -> Ordering {
    match (a.number(), b.number()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (None, None) => a.plain().cmp(&b.plain()),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn joined(words: impl Iterator<Item = String>, between: &str) -> String {
    words.collect::<Vec<_>>().join(between)
}

/// Rows under columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// How many things were found and are not here, because no more were asked for.
    pub more: usize,
}

impl Sheet {
    /// A sheet of all its rows.
    pub fn new(columns: impl Into<Vec<Column>>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns: columns.into(), rows, more: 0 }
    }

    /// The same with a number of things that are not here.
    pub fn and_more(mut self, more: usize) -> Self {
        self.more = more;
        self
    }

    /// The places of the rows when sorted by a column: numbers before words, what is unknown
    /// last, ties as the rows stand; from the greatest down with `reverse`. `None` where there is
    /// no such column.
    pub fn order(&self, key: &str, reverse: bool) -> Option<Vec<usize>> {
        let at = self.columns.iter().position(|column| column.key == key)?;
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&self.rows[*a][at], &self.rows[*b][at]);
            let known = (*a == Cell::Empty).cmp(&(*b == Cell::Empty));
            known.then_with(|| if reverse { compare(b, a) } else { compare(a, b) })
        });
        Some(order)
    }

    /// The sheet with these columns alone, all of them told, in this order; the name of the
    /// first column there is not.
    ///
    /// # Errors
    /// A name that is no column's.
    pub fn choose(&self, keys: &[String]) -> Result<Self, String> {
        let place = |key: &String| self.columns.iter().position(|column| column.key == key).ok_or_else(|| key.clone());
        let places = keys.iter().map(place).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            columns: places.iter().map(|at| Column { told: true, ..self.columns[*at] }).collect(),
            rows: self.rows.iter().map(|row| places.iter().map(|at| row[*at].clone()).collect()).collect(),
            more: self.more,
        })
    }

    /// Comma-separated values with a line of names, lines ended by CRLF (RFC 4180). Words that a
    /// spreadsheet would run as a formula stand behind an apostrophe.
    pub fn csv(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.key).collect();
        let mut text = names.join(",") + "\r\n";
        for row in &self.rows {
            let cell = |cell: &Cell| if cell.number().is_some() { cell.plain() } else { quoted_cell(&cell.plain()) };
            let cells: Vec<String> = row.iter().map(cell).collect();
            text += &cells.join(",");
            text += "\r\n";
        }
        text
    }
}

macro_rules! columns {
    ($($name:ident = $key:literal, $en:literal, $zh:literal, $told:literal;)+) => {
        $(
            #[doc = concat!("The column `", $key, "`.")]
            pub const $name: Column = Column { key: $key, en: $en, zh: $zh, told: $told };
        )+
    };
}

columns! {
    ID = "id", "id", "编号", true;
    NAME = "name", "name", "名称", true;
    KIND = "kind", "kind", "类型", true;
    MET = "met", "met", "匹配", true;
    BY = "by", "by", "方式", true;
    ALIASES = "aliases", "also", "别名", false;
    CODE = "code", "code", "区划代码", false;
    LEVEL = "level", "level", "级别", false;
    PLACES = "places", "places", "地点", true;
    MENTIONS = "mentions", "named", "提及", true;
    RELATIONS = "relations", "relations", "关系", true;
    FACTS = "facts", "facts", "事实", true;
    STAGE = "stage", "stage", "阶段", true;
    INVESTMENT = "investment", "investment", "投资", true;
    YEARS = "years", "years", "年份", true;
    REPORTS = "reports", "reports", "报告", false;
    RANK = "rank", "rank", "名次", true;
    WEIGHT = "weight", "weight", "权重", true;
    CENTER = "center", "center", "中心", true;
    SIZE = "size", "size", "规模", true;
    KINDS = "kinds", "kinds", "类型", true;
    MEMBERS = "members", "members", "成员", true;
    FIRMS = "firms", "firms", "企业", true;
    PROJECT = "project", "project", "项目", true;
    AMOUNT = "amount", "amount", "金额", true;
    NEXT = "next", "promised", "计划", true;
    WHEN = "when", "by", "期限", true;
    HOLDER = "holder", "holder", "获得者", true;
    HONOUR = "honour", "honour", "荣誉", true;
    DISTANCE = "distance", "steps", "步数", true;
    PATH = "path", "path", "路径", true;
    STEP = "step", "step", "步", true;
    THROUGH = "through", "through", "经由", true;
    SOURCE = "source", "who", "主体", true;
    RELATION = "relation", "what", "关系", true;
    TARGET = "target", "whom", "客体", true;
    UNIT = "unit", "unit", "单位", false;
    DENIED = "denied", "denied", "否认", false;
    MODALITY = "modality", "modality", "情态", true;
    PERIOD = "period", "period", "时期", true;
    CONFIDENCE = "confidence", "sure", "置信度", true;
    SENTENCE = "sentence", "sentence", "依据", true;
    REPORT = "report", "report", "报告", true;
    BYTES = "bytes", "bytes", "字节", false;
    SOURCE_ID = "source_id", "id of who", "主体编号", false;
    TARGET_ID = "target_id", "id of whom", "客体编号", false;
}
