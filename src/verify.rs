//! Whether a graph's evidence is still where it says: in the bytes of the original files.

use std::collections::BTreeMap;

use crate::error::{Error, Result, Said, said};
use crate::graph::KnowledgeGraph;
use crate::graph::file::{DocumentRow, EvidenceRow};
use crate::model::{Document, Span};
use crate::pipeline;

/// What was looked at and what was not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Files read again.
    pub documents: usize,
    /// Evidences and mentions looked up in them.
    pub places: usize,
    /// What is wrong, each able to stand alone, sorted by document.
    pub faults: Vec<Said>,
}

/// Reads every file of `graph` again by way of `load` and looks up every evidence and every
/// mention: the file must have the same SHA-256, the span must lie in its clean text, lead
/// back to the same bytes, and say what is quoted.
pub fn verify(graph: &KnowledgeGraph, load: impl Fn(&DocumentRow) -> Result<Vec<u8>>) -> Verification {
    let mut claims: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    for node in graph.nodes() {
        for mention in &node.mentions {
            let claim = Claim { span: [mention.start, mention.end], evidence: None, about: node.id.clone() };
            claims.entry(&mention.document).or_default().push(claim);
        }
        for fact in &node.facts {
            let about = || format!("{} {}", node.id, fact.attribute);
            add(&mut claims, &fact.evidence, about);
        }
    }
    for edge in graph.edges() {
        add(&mut claims, &edge.evidence, || format!("{} {} {}", edge.source, edge.kind, edge.target));
    }
    let mut result = Verification::default();
    for row in graph.documents() {
        let claims = claims.remove(row.id.as_str()).unwrap_or_default();
        result.documents += 1;
        result.places += claims.len();
        match reopen(row, &load) {
            Ok((document, _)) => result.faults.extend(claims.iter().filter_map(|claim| claim.fault(row, &document))),
            Err(error) => result.faults.push((&error).into()),
        }
    }
    for (id, claims) in claims {
        result.places += claims.len();
        result.faults.push(said!("document {id} is not among the graph's documents", "文档 {id} 不在图谱的文档之列"));
    }
    result
}

/// Something that the graph says about a place in a text.
struct Claim<'a> {
    span: [usize; 2],
    evidence: Option<&'a EvidenceRow>,
    about: String,
}

fn add<'a>(claims: &mut BTreeMap<&'a str, Vec<Claim<'a>>>, rows: &'a [EvidenceRow], about: impl Fn() -> String) {
    for row in rows {
        let claim = Claim { span: [row.start, row.end], evidence: Some(row), about: about() };
        claims.entry(&row.document).or_default().push(claim);
    }
}

/// Reads the file of a graph's document again, by way of `load`, and restores it.
///
/// # Errors
/// When it cannot be read, or is another file than the graph was made of.
pub(crate) fn reopen(
    row: &DocumentRow,
    load: &impl Fn(&DocumentRow) -> Result<Vec<u8>>,
) -> Result<(Document, Vec<u8>)> {
    let bytes = load(row)?;
    let document = pipeline::open(&row.path, &bytes)?;
    if document.sha256 == row.sha256 {
        return Ok((document, bytes));
    }
    Err(Error::Input {
        path: row.path.clone(),
        reason: said!(
            "is no longer the file that the graph was made of (another SHA-256)",
            "已经不是做图谱时的那个文件（SHA-256 不同）"
        ),
        hint: said!("restore the file, or build the graph anew", "请找回原来的文件，或重新做图谱"),
    })
}

impl Claim<'_> {
    fn fault(&self, row: &DocumentRow, document: &Document) -> Option<Said> {
        let ([start, end], path, about) = (self.span, &row.path, &self.about);
        let told = |fault: Said| {
            Some(said!(
                fault => "{path}: bytes {start}-{end} of the clean text ({about}): {fault}",
                "{path}：正文第 {start}-{end} 字节（{about}）：{fault}"
            ))
        };
        let Some(words) = document.text.get(start..end).filter(|words| !words.is_empty()) else {
            return told(said!("no such place", "没有这个位置"));
        };
        let evidence = self.evidence?;
        let source = document.map.source(Span::new(start, end));
        if evidence.raw != [source.start, source.end] {
            return told(said!("comes from other bytes of the file than it says", "在文件中的字节与所说的不同"));
        }
        match &evidence.quote {
            Some(quote) if quote != words => {
                told(said!("says “{words}”, not “{quote}”", "说的是“{words}”，不是“{quote}”"))
            }
            _ => None,
        }
    }
}
