//! Fits what confidences are reported as: the share of right claims of each rule in the annotated
//! texts that rules were written with, moved to the level of those that were not.
//!
//! `TUZHI_SHARED=… cargo run --example calibrate > confidence.tsv`, then the file goes to
//! `src/graph/confidence.tsv`. `tests/eval/calibration.tsv` says what it is worth, also on texts
//! that it was not fitted on.

#![allow(clippy::print_stdout, reason = "the table is the output")]

#[path = "../tests/support/annotated.rs"]
mod annotated;
#[path = "../tests/support/counted.rs"]
mod counted;

use counted::counted;
use tuzhi::eval::{Judged, fit, judged, level};
use tuzhi::pipeline;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = annotated::shared().ok_or("no annotated texts; set TUZHI_SHARED to their folder")?;
    let texts = annotated::texts(&folder);
    let claims = |read: bool| -> Result<(Vec<&str>, Vec<Judged>), tuzhi::error::Error> {
        let (mut names, mut claims) = (Vec::new(), Vec::new());
        for text in texts.iter().filter(|text| text.read == read) {
            names.push(text.name.as_str());
            let found = pipeline::extract(pipeline::open(&text.name, &text.bytes)?);
            claims.extend(judged(&found.ranked_record(), &text.gold));
        }
        Ok((names, claims))
    };
    let (read, written_with) = claims(true)?;
    let (unread, others) = claims(false)?;
    let mut shares = fit(&counted(written_with, &others));
    level(&mut shares, &others);
    println!("# Shares of claims that are right, by groups of rules: what graphs report as confidence.");
    println!("# Made by examples/calibrate.rs: counted in {},", read.join(", "));
    println!("# the tagger's in {}; moved to the level of the latter.", unread.join(", "));
    println!("# claim, opening of the rule's id (* for all; @ the confidence that it ranks by), share, right, claims");
    for share in shares {
        let group = if share.group.is_empty() { "*" } else { &share.group };
        println!("{}\t{group}\t{:.3}\t{}\t{}", share.claim.name(), share.share, share.right, share.of);
    }
    Ok(())
}
