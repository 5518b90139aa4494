//! Turtle and N-Quads, in RDF 1.2 or 1.1.

use std::fmt;
use std::io::{self, Write};

use super::rdf::{Maker, RDF, RDFS, SKOS, Term, Thing, Triple, VOCABULARY, XSD};
use super::{Options, RdfVersion, failed};
use crate::error::Result;
use crate::graph::KnowledgeGraph;

/// The graph that the quads are in.
const GRAPH: &str = "urn:tuzhi:graph";

/// Prefixes of Turtle.
const PREFIXES: [(&str, &str); 5] = [("tz", VOCABULARY), ("rdf", RDF), ("rdfs", RDFS), ("skos", SKOS), ("xsd", XSD)];

pub(super) fn turtle(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    write_turtle(graph, options, out).map_err(failed)
}

pub(super) fn nquads(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> Result<()> {
    write_quads(graph, options, out).map_err(failed)
}

fn maker(options: Options) -> Maker {
    Maker::new(options.language, options.rdf, options.quotes)
}

fn write_quads(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> io::Result<()> {
    for thing in maker(options).things(graph) {
        for [subject, predicate, object] in thing.asserted.iter().chain(&thing.triples) {
            writeln!(out, "{} {} {} <{GRAPH}> .", Full(subject), Full(predicate), Full(object))?;
        }
    }
    Ok(())
}

fn write_turtle(graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> io::Result<()> {
    for (name, space) in PREFIXES {
        writeln!(out, "@prefix {name}: <{space}> .")?;
    }
    for thing in maker(options).things(graph) {
        match (&thing.asserted, options.rdf) {
            (Some(triple), RdfVersion::V1_2) => annotated(triple, &thing, out)?,
            (Some([subject, predicate, object]), RdfVersion::V1_1) => {
                writeln!(out, "\n{} {} {} .", Short(subject), Short(predicate), Short(object))?;
                described(&thing, out)?;
            }
            (None, _) => described(&thing, out)?,
        }
    }
    Ok(())
}

/// A thing with all that is said of it.
fn described(thing: &Thing, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "\n{}", Short(&thing.subject))?;
    predicates(thing.triples.iter(), out)?;
    writeln!(out, " .")
}

/// A triple that holds, with all that is said of it behind.
fn annotated(triple: &Triple, thing: &Thing, out: &mut dyn Write) -> io::Result<()> {
    let [subject, predicate, object] = triple;
    write!(out, "\n{} {} {}", Short(subject), Short(predicate), Short(object))?;
    write!(out, " ~ {} {{|", Short(&thing.subject))?;
    predicates(thing.triples.iter().filter(|triple| !matches!(triple[2], Term::Triple(_))), out)?;
    writeln!(out, " |}} .")
}

fn predicates<'t>(triples: impl Iterator<Item = &'t Triple>, out: &mut dyn Write) -> io::Result<()> {
    let mut before: Option<&Term> = None;
    for [_, predicate, object] in triples {
        match before {
            Some(last) if last == predicate => write!(out, ", {}", Short(object))?,
            _ => {
                let mark = if before.is_some() { " ;\n   " } else { "" };
                write!(out, "{mark} {} {}", Short(predicate), Short(object))?;
            }
        }
        before = Some(predicate);
    }
    Ok(())
}

/// A term as N-Triples and N-Quads write it.
pub struct Full<'t>(pub &'t Term);

impl fmt::Display for Full<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Term::Iri(iri) => write!(f, "<{iri}>"),
            Term::Words(words, language) => write!(f, "\"{}\"@{language}", Escaped(words)),
            Term::Text(text) => write!(f, "\"{}\"", Escaped(text)),
            Term::Typed(value, kind) => write!(f, "\"{value}\"^^<{XSD}{kind}>"),
            Term::Triple(triple) => {
                let [subject, predicate, object] = &**triple;
                write!(f, "<<( {} {} {} )>>", Full(subject), Full(predicate), Full(object))
            }
        }
    }
}

/// A term as Turtle writes it, with prefixes where the name is a simple one.
struct Short<'t>(&'t Term);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Term::Iri(iri) => {
                let simple =
                    |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                let prefixed = PREFIXES.iter().find_map(|(prefix, space)| {
                    iri.strip_prefix(space).filter(|name| simple(name)).map(|name| (prefix, name))
                });
                match prefixed {
                    Some((&"rdf", "type")) => f.write_str("a"),
                    Some((prefix, name)) => write!(f, "{prefix}:{name}"),
                    None => write!(f, "<{iri}>"),
                }
            }
            Term::Typed(value, "integer" | "boolean" | "decimal" | "double") => f.write_str(value),
            Term::Triple(triple) => {
                let [subject, predicate, object] = &**triple;
                write!(f, "<<( {} {} {} )>>", Short(subject), Short(predicate), Short(object))
            }
            other => Full(other).fmt(f),
        }
    }
}

/// A string between quotes.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                control if control.is_control() => write!(f, "\\u{:04X}", u32::from(control))?,
                other => write!(f, "{other}")?,
            }
        }
        Ok(())
    }
}
