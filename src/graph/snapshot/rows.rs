//! The rows of a snapshot in signs: numbers of seven bits a byte, texts by their number.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::columns::{NONE, Texts, number};
use crate::graph::file::{
    DocumentRow, EdgeRow, EvidenceRow, FactRow, FormerRow, ListRow, MentionRow, NodeAttributes, NodeRow, ValueRow,
};

/// Gives each text its number.
#[derive(Debug, Default)]
pub(super) struct Interner<'a> {
    known: FxHashMap<&'a str, u32>,
    pub(super) texts: Texts,
}

impl<'a> Interner<'a> {
    pub(super) fn number(&mut self, text: &'a str) -> u32 {
        let next = number(self.texts.len());
        let Self { known, texts } = self;
        *known.entry(text).or_insert_with(|| {
            texts.words.push_str(text);
            texts.ends.push(texts.words.len() as u64);
            next
        })
    }

    pub(super) fn optional(&mut self, text: Option<&'a str>) -> u32 {
        text.map_or(NONE, |text| self.number(text))
    }
}

/// Writes rows.
pub(super) struct Writer<'w, 'a> {
    pub(super) bytes: &'w mut Vec<u8>,
    pub(super) texts: &'w mut Interner<'a>,
}

impl<'a> Writer<'_, 'a> {
    pub(super) fn document(&mut self, row: &'a DocumentRow) {
        self.text(&row.id);
        for text in [&row.title, &row.region, &row.date, &row.speaker, &row.reviews, &row.plans] {
            self.optional(text.as_deref());
        }
        self.text(&row.path);
        self.text(&row.sha256);
        self.text(&row.encoding);
        self.size(row.repairs.len());
        for (sort, count) in &row.repairs {
            self.text(sort);
            self.size(*count);
        }
        self.size(row.lists.len());
        for list in &row.lists {
            self.text(&list.noun);
            self.size(list.count);
            self.list(&list.named);
            self.number(list.unnamed.map_or(0, |count| count as u64 + 1));
            self.size(list.start);
            self.size(list.end);
        }
    }

    /// What the columns do not tell of an entity.
    pub(super) fn node(&mut self, row: &'a NodeRow) {
        let NodeAttributes { code, level, within, former, rule, confidence: _, reasons } = &row.attributes;
        for text in [code, level, rule] {
            self.optional(text.as_deref());
        }
        self.list(within);
        self.size(former.len());
        for FormerRow { to, from, name, code } in former {
            // No year is 0.
            [to, from].iter().for_each(|year| self.number(year.map_or(0, u64::from)));
            self.text(name);
            self.text(code);
        }
        self.list(reasons);
        self.size(row.facts.len());
        row.facts.iter().for_each(|fact| self.fact(fact));
        self.size(row.mentions.len());
        for mention in &row.mentions {
            self.text(&mention.document);
            self.size(mention.start);
            self.size(mention.end);
        }
    }

    fn fact(&mut self, row: &'a FactRow) {
        self.text(&row.attribute);
        match &row.value {
            ValueRow::Text(text) => {
                self.number(0);
                self.text(text);
            }
            ValueRow::Number(value) => {
                self.number(1);
                self.real(*value);
            }
        }
        for text in [&row.unit, &row.bound, &row.period, &row.indicator] {
            self.optional(text.as_deref());
        }
        self.text(&row.raw);
        self.text(&row.modality);
        self.real(row.confidence);
        self.text(&row.rule);
        self.evidence(&row.evidence);
    }

    /// What the columns do not tell of a relation.
    pub(super) fn edge(&mut self, row: &'a EdgeRow) {
        self.text(&row.key);
        self.text(&row.rule);
        self.list(&row.titles);
        self.evidence(&row.evidence);
    }

    fn evidence(&mut self, rows: &'a [EvidenceRow]) {
        self.size(rows.len());
        for row in rows {
            self.text(&row.document);
            [row.start, row.end, row.raw[0], row.raw[1]].into_iter().for_each(|place| self.size(place));
            self.optional(row.quote.as_deref());
        }
    }

    fn list(&mut self, texts: &'a [String]) {
        self.size(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    fn text(&mut self, text: &'a str) {
        let number = self.texts.number(text);
        self.number(u64::from(number));
    }

    /// 0 for none, else the number of the text and one.
    fn optional(&mut self, text: Option<&'a str>) {
        let number = text.map_or(0, |text| u64::from(self.texts.number(text)) + 1);
        self.number(number);
    }

    fn real(&mut self, value: f64) {
        self.bytes.extend(value.to_bits().to_le_bytes());
    }

    fn size(&mut self, size: usize) {
        self.number(size as u64);
    }

    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

/// Reads rows; `None` wherever the signs make no sense.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    texts: &'a Texts,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], texts: &'a Texts) -> Self {
        Self { bytes, texts }
    }

    pub(super) fn document(&mut self) -> Option<DocumentRow> {
        Some(DocumentRow {
            id: self.text()?,
            title: self.optional()?,
            region: self.optional()?,
            date: self.optional()?,
            speaker: self.optional()?,
            reviews: self.optional()?,
            plans: self.optional()?,
            path: self.text()?,
            sha256: self.text()?,
            encoding: self.text()?,
            repairs: self.many(|own| Some((own.text()?, own.size()?)))?.into_iter().collect::<BTreeMap<_, _>>(),
            lists: self.many(|own| {
                Some(ListRow {
                    noun: own.text()?,
                    count: own.size()?,
                    named: own.many(Self::text)?,
                    unnamed: own.size()?.checked_sub(1),
                    start: own.size()?,
                    end: own.size()?,
                })
            })?,
        })
    }

    /// An entity without what the columns tell.
    pub(super) fn node(&mut self) -> Option<NodeRow> {
        let [code, level, rule] = [self.optional()?, self.optional()?, self.optional()?];
        let within = self.many(Self::text)?;
        let former = self.many(|own| {
            let [to, from] = [own.year()?, own.year()?];
            Some(FormerRow { to, from, name: own.text()?, code: own.text()? })
        })?;
        let reasons = self.many(Self::text)?;
        let facts = self.many(Self::fact)?;
        let mentions =
            self.many(|own| Some(MentionRow { document: own.text()?, start: own.size()?, end: own.size()? }))?;
        let attributes = NodeAttributes { code, level, within, former, rule, confidence: None, reasons };
        let (id, kind, name, aliases) = Default::default();
        Some(NodeRow { id, kind, name, aliases, attributes, facts, mentions })
    }

    fn year(&mut self) -> Option<Option<u16>> {
        let year = u16::try_from(self.size()?).ok()?;
        Some((year > 0).then_some(year))
    }

    fn fact(&mut self) -> Option<FactRow> {
        let attribute = self.text()?;
        let value = match self.number()? {
            0 => ValueRow::Text(self.text()?),
            1 => ValueRow::Number(self.real()?),
            _ => return None,
        };
        Some(FactRow {
            attribute,
            value,
            unit: self.optional()?,
            bound: self.optional()?,
            period: self.optional()?,
            indicator: self.optional()?,
            raw: self.text()?,
            modality: self.text()?,
            confidence: self.real()?,
            rule: self.text()?,
            evidence: self.many(Self::evidence)?,
        })
    }

    /// A relation without what the columns tell.
    pub(super) fn edge(&mut self) -> Option<EdgeRow> {
        let (key, rule, titles) = (self.text()?, self.text()?, self.many(Self::text)?);
        let evidence = self.many(Self::evidence)?;
        let (source, target, kind, modality) = Default::default();
        let told = (None, true, 0.0);
        let (period, polarity, confidence) = told;
        Some(EdgeRow { source, target, key, kind, modality, period, polarity, titles, confidence, rule, evidence })
    }

    fn evidence(&mut self) -> Option<EvidenceRow> {
        Some(EvidenceRow {
            document: self.text()?,
            start: self.size()?,
            end: self.size()?,
            raw: [self.size()?, self.size()?],
            quote: self.optional()?,
        })
    }

    fn many<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.size()?;
        // Each takes a byte at least: no list is longer than what is left.
        (count <= self.bytes.len()).then_some(())?;
        (0..count).map(|_| read(self)).collect()
    }

    fn text(&mut self) -> Option<String> {
        let number = self.number()?;
        self.texts.find(number).map(str::to_string)
    }

    fn optional(&mut self) -> Option<Option<String>> {
        match self.number()? {
            0 => Some(None),
            number => self.texts.find(number - 1).map(|text| Some(text.to_string())),
        }
    }

    fn real(&mut self) -> Option<f64> {
        let (bytes, rest) = self.bytes.split_first_chunk::<8>()?;
        self.bytes = rest;
        Some(f64::from_bits(u64::from_le_bytes(*bytes)))
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for place in 0..10 {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7F).checked_shl(7 * place)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}
