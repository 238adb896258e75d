//! What a check has found, told to people or as JSON lines.

use std::io::{self, Write};

use namelight::{Checked, Finding, Gazetteer, Severity};
use serde::Serialize;

use crate::{document::write_line, failure::Failure};

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, on standard error.
    Text,
    /// A JSON object on each line of standard output.
    Jsonl,
}

#[derive(Serialize)]
struct Line<'a> {
    severity: &'static str,
    kind: &'static str,
    file: Option<&'a str>,
    line: Option<usize>,
    entity: Option<&'a str>,
    message: &'a str,
}

/// Writes findings.
pub fn write(findings: &[Finding], format: Format) -> Result<(), Failure> {
    if format == Format::Text {
        let mut out = io::stderr().lock();
        for finding in findings {
            writeln!(out, "{finding}")?;
        }
        return Ok(());
    }
    let mut out = io::stdout().lock();
    for Finding { severity, fault } in findings {
        let line = Line {
            severity: severity.name(),
            kind: fault.kind().code(),
            file: fault.file(),
            line: fault.line(),
            entity: fault.entity(),
            message: fault.message(),
        };
        write_line(&mut out, &serde_json::to_string(&line)?)?;
    }
    Ok(())
}

/// The gazetteer that was checked, if nothing in it has to be mended.
pub fn faultless(checked: Checked) -> Result<Gazetteer, Failure> {
    let errors = checked.count(Severity::Error);
    match checked.built {
        Some((gazetteer, _)) if errors == 0 => Ok(gazetteer),
        _ => {
            let all = checked.findings.iter();
            let all = all.filter(|f| f.severity == Severity::Error);
            let lines: Vec<String> = all.map(Finding::to_string).collect();
            Err(Failure::Fault(format!(
                "the gazetteer has faults: {errors}\n{}",
                lines.join("\n")
            )))
        }
    }
}
