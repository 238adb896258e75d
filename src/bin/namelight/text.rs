//! Mentions for people to read: a line each, with its place in the text.

use std::io::{self, Write};

use namelight::{Mention, MentionView};

use crate::document::Document;

/// Writes `name:line:column: text → name, role (why)` for each mention; columns count characters from 1.
pub fn write(
    out: &mut impl Write,
    document: &Document,
    mentions: &[Mention],
    views: &[MentionView],
) -> io::Result<()> {
    let name = &document.id.name();
    let (mut line, mut line_start, mut read) = (1, 0, 0);
    for (mention, view) in mentions.iter().zip(views) {
        let passed = &document.text[read..mention.bytes.start];
        if let Some(last) = passed.rfind('\n') {
            line += passed.matches('\n').count();
            line_start = read + last + 1;
        }
        read = mention.bytes.start;
        let column = document.text[line_start..read].chars().count() + 1;
        write!(out, "{name}:{line}:{column}: {} → {}", view.text, view.name)?;
        if let Some(role) = &view.role {
            write!(out, ", {}", role.title)?;
            if let Some(now) = &role.now {
                write!(out, " (now: {})", now.title)?;
            }
        }
        write!(out, " [{}, {}", view.confidence, view.why)?;
        if view.confidence == "ambiguous" {
            for candidate in &view.candidates {
                write!(out, ", or {}", candidate.name)?;
            }
        }
        writeln!(out, "]")?;
    }
    Ok(())
}
