//! A text as an HTML page with its mentions as links.

use std::io::{self, Write};

use namelight::{Mention, MentionView};

use crate::document::Document;

const STYLE: &str = "body{font:18px/1.6 Georgia,serif;max-width:38em;margin:2em auto;padding:0 1em;color-scheme:light dark}\
a{color:inherit;text-decoration-thickness:2px;text-underline-offset:3px}\
.actor{text-decoration-line:underline;text-decoration-style:solid;text-decoration-color:#b4472e}\
.place{text-decoration-line:underline;text-decoration-style:dotted;text-decoration-color:#2b6c8f}\
.ambiguous{text-decoration-style:wavy}";

/// Writes the whole page; line ends stay line ends.
pub fn write(
    out: &mut impl Write,
    document: &Document,
    mentions: &[Mention],
    views: &[MentionView],
) -> io::Result<()> {
    let title = &document.id.name();
    write!(
        out,
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{}</title><style>{STYLE}</style></head><body>\n<p>",
        escaped(title)
    )?;
    let mut read = 0;
    for (mention, view) in mentions.iter().zip(views) {
        prose(out, &document.text[read..mention.bytes.start])?;
        read = mention.bytes.end;
        link(out, view)?;
    }
    prose(out, &document.text[read..])?;
    writeln!(out, "</p>\n</body></html>")
}

fn link(out: &mut impl Write, view: &MentionView) -> io::Result<()> {
    let class = if view.kind == namelight::Kind::Actor {
        "actor"
    } else {
        "place"
    };
    let mut about = view.name.to_owned();
    if let Some(role) = &view.role {
        about = format!("{about}: {}", role.title);
        if let Some(now) = &role.now {
            about = format!("{about} (now: {})", now.title);
        }
    }
    if view.confidence == "ambiguous" {
        for candidate in &view.candidates {
            about = format!("{about}; or {}", candidate.name);
        }
    }
    let href = view.links.wikipedia.as_deref().or(view.links.website);
    let wikidata = view
        .links
        .wikidata
        .as_ref()
        .map(|q| format!("https://www.wikidata.org/wiki/{q}"));
    let geonames = view
        .links
        .geonames
        .map(|n| format!("https://www.geonames.org/{n}"));
    let tag = match href.map(str::to_owned).or(wikidata).or(geonames) {
        Some(address) => {
            write!(out, "<a href=\"{}\"", escaped(&address))?;
            "a"
        }
        None => {
            write!(out, "<span")?;
            "span"
        }
    };
    write!(
        out,
        " class=\"{class} {}\" data-entity=\"{}\" title=\"{}\">{}</{tag}>",
        view.confidence,
        escaped(view.entity),
        escaped(&about),
        escaped(view.text)
    )
}

fn prose(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(escaped(text).replace('\n', "<br>\n").as_bytes())
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // No character reference can name it in HTML.
            '\0' => safe.push('\u{FFFD}'),
            _ => safe.push(c),
        }
    }
    safe
}
