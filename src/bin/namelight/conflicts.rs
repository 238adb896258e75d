//! Where overlays meet what lies beneath them, told: in a line for people, and each by itself as JSON.

use std::io::{self, Write};

use namelight::{ConflictKind, Highlighter};

use crate::{document::write_line, failure::Failure};

/// Says in a line on standard error for each overlay what it replaces, mutes in vain and shares, where there is any
/// of that. `files` are the overlays as messages show them, the first of which is the pack of number `first`.
pub fn summarise(highlighter: &Highlighter, first: u32, files: &[String]) {
    let mut all = Vec::new();
    highlighter.conflicts(first, &mut |c| all.push((c.overlay, c.kind)));
    for (number, file) in (first..).zip(files) {
        let count = |kind| all.iter().filter(|&&c| c == (number, kind)).count();
        let said = [
            (ConflictKind::Replaced, "entities replaced"),
            (ConflictKind::MutesNothing, "mutes of what is not there"),
            (
                ConflictKind::SharedName,
                "names shared with entities beneath",
            ),
        ];
        let said: Vec<String> = said
            .iter()
            .map(|&(kind, what)| (count(kind), what))
            .filter(|&(n, _)| n > 0)
            .map(|(n, what)| format!("{what}: {n}"))
            .collect();
        if !said.is_empty() {
            let all = said.join(", ");
            eprintln!("namelight: {file}: {all}; `namelight check --over` lists them");
        }
    }
}

/// Writes every conflict of the packs from number `first` on as a line of JSON.
pub fn list(highlighter: &Highlighter, first: u32) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut written = Ok(());
    highlighter.conflicts(first, &mut |conflict| {
        if written.is_ok() {
            let line = serde_json::to_string(&conflict).map_err(io::Error::from);
            written = line.and_then(|line| write_line(&mut out, &line));
        }
    });
    Ok(written.and_then(|()| out.flush())?)
}
