//! Actor dictionaries of PETRARCH: a head, synonyms with `+`, and codes in brackets with the dates at which they hold.

use std::io::BufRead;

use super::{
    Into, clip,
    codes::Code,
    dates,
    draft::{Draft, DraftRole, clean},
    error::{ImportError, ImportErrorKind},
    report::{Fate, Reporter},
    source::Source,
};
use crate::{
    date::{Date, PartialDate},
    entity::EntityType,
};

/// Words that names have in small letters.
const SMALL: &[&str] = &[
    "al", "el", "bin", "ibn", "of", "the", "and", "for", "de", "da", "do", "dos", "del", "di",
    "der", "van", "von", "la", "le", "y",
];

/// An entry that is being read. Its lines are its rows.
#[derive(Default)]
struct Entry {
    head: String,
    line: u64,
    /// Synonyms with their lines.
    synonyms: Vec<(String, u64)>,
    codes: Vec<(Held, u64)>,
    rows: u64,
}

/// A code with the days on which it holds.
struct Held {
    code: Code,
    from: Option<Date>,
    to: Option<Date>,
}

pub(super) fn read<R: BufRead>(mut source: Source<R>, into: Into) -> Result<(), ImportError> {
    let position = source.position();
    let Into {
        drafts,
        out,
        default_type,
    } = into;
    let mut take = |entry: Entry, out: &mut Reporter| {
        let (line, rows) = (entry.line, entry.rows);
        if rows == 0 {
            return;
        }
        let file = out.file.clone();
        let key = format!("name:{}", clean(&entry.head.replace('_', " ")));
        match entry.draft(default_type, out) {
            Ok(draft) => {
                if drafts.add(&key, draft, line, out) {
                    out.merged(line, "added to the actor of the same name");
                }
            }
            Err(reason) => out.skipped_of(&file, line, rows, reason),
        }
    };
    let mut entry = Entry::default();
    let mut text = String::new();
    let mut comment: Option<u64> = None;
    loop {
        let line = position.line();
        let more = source.line(&mut text);
        if !matches!(more, Ok(true)) {
            let cut = position.within_line() && more.is_ok();
            let open = entry.rows > 0 && entry.codes.is_empty();
            let last = entry.line;
            take(core::mem::take(&mut entry), out);
            more?;
            return match comment {
                Some(begin) => Err(truncated("a comment that is not closed", begin)),
                None if cut && open => Err(truncated("an actor without its codes", last)),
                None => Ok(()),
            };
        }
        let content = outside_comments(&text, &mut comment, line);
        let content = content.split([';', '#']).next().unwrap_or_default();
        let content = content.trim_end();
        if content.trim().is_empty() {
            continue;
        }
        out.read();
        match content.chars().next() {
            Some('+') if entry.rows > 0 => {
                entry.rows += 1;
                let (name, codes) = split(&content[1..]);
                entry.synonyms.push((name.to_owned(), line));
                if codes.is_some() {
                    out.warning(
                        line,
                        "a code of a synonym is left out: codes are those of the head",
                    );
                }
            }
            Some('\t' | ' ' | '[') if entry.rows > 0 => match held(content) {
                Ok(codes) => {
                    entry.rows += 1;
                    entry.codes.extend(codes.into_iter().map(|c| (c, line)));
                }
                Err(reason) => out.skipped(line, reason),
            },
            Some('+' | '\t' | ' ' | '[') => out.skipped(line, "the line stands before any actor"),
            _ => {
                take(core::mem::take(&mut entry), out);
                let (name, codes) = split(content);
                entry.head = name.to_owned();
                entry.line = line;
                entry.rows = 1;
                match codes.map(held) {
                    Some(Ok(codes)) => entry.codes.extend(codes.into_iter().map(|c| (c, line))),
                    Some(Err(reason)) => out.warning(line, format!("left out: {reason}")),
                    None => {}
                }
            }
        }
    }
}

fn truncated(what: &str, line: u64) -> ImportError {
    let message = format!("the file ends within {what}, which begins here");
    ImportError::new(ImportErrorKind::Truncated, message).on_line(line)
}

/// A line without `<!-- … -->`, which may span lines.
fn outside_comments(text: &str, open: &mut Option<u64>, line: u64) -> String {
    let mut outside = String::new();
    let mut rest = text;
    loop {
        if open.is_some() {
            let Some((_, behind)) = rest.split_once("-->") else {
                return outside;
            };
            *open = None;
            rest = behind;
        }
        match rest.split_once("<!--") {
            Some((before, behind)) => {
                outside.push_str(before);
                *open = Some(line);
                rest = behind;
            }
            None => {
                outside.push_str(rest);
                return outside;
            }
        }
    }
}

/// A name and what stands behind it in brackets.
fn split(text: &str) -> (&str, Option<&str>) {
    match text.find('[') {
        Some(at) => (text[..at].trim(), Some(&text[at..])),
        None => (text.trim(), None),
    }
}

/// The codes of a line.
fn held(text: &str) -> Result<Vec<Held>, String> {
    let mut all = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let inner = rest
            .strip_prefix('[')
            .ok_or_else(|| format!("“{}” is no code in brackets", clip(rest)))?;
        let (inner, behind) = inner.split_once(']').ok_or("a bracket is not closed")?;
        all.push(one(inner.trim())?);
        rest = behind.trim();
    }
    Ok(all)
}

fn one(text: &str) -> Result<Held, String> {
    let (code, days) = match text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>')) {
        Some(at) => (&text[..at], text[at..].trim()),
        None => (text, ""),
    };
    let read = Code::read(code);
    let code = read.ok_or_else(|| format!("“{}” is no actor code", clip(code)))?;
    let (mut from, mut to) = (None, None);
    if let Some(day) = days.strip_prefix('<') {
        to = Some(dates::petrarch(day.trim())?);
    } else if let Some(day) = days.strip_prefix('>') {
        from = Some(dates::petrarch(day.trim())?);
    } else if let Some((first, last)) = days.split_once('-') {
        from = Some(dates::petrarch(first.trim())?);
        // The last day is one of those on which it holds.
        to = dates::day_after(dates::petrarch(last.trim())?);
    } else if !days.is_empty() {
        return Err(format!("“{}” is no range of days", clip(days)));
    }
    Ok(Held { code, from, to })
}

impl Entry {
    fn draft(self, default: Option<EntityType>, out: &mut Reporter) -> Result<Draft, String> {
        if self.codes.is_empty() {
            return Err("an actor without a code that can be read".to_owned());
        }
        let dated = self
            .codes
            .iter()
            .any(|(c, _)| c.from.is_some() || c.to.is_some());
        let told = self.codes.iter().find_map(|(c, _)| c.code.entity_type);
        let entity_type = match (default, dated, told) {
            (Some(default), ..) => default,
            (None, true, _) => EntityType::Person,
            (None, false, Some(told)) => told,
            (None, false, None) => {
                return Err(
                    "its code does not tell whether it is a state, a place or a body; \
                    give one type for all (--type)"
                        .to_owned(),
                );
            }
        };
        if default.is_none() {
            let why = if dated {
                "its codes are dated"
            } else {
                "its code says so"
            };
            let told = format!("taken as {}: {why}", entity_type.name());
            out.gathered(Fate::Warning, self.line, told);
        }
        let mut draft = Draft::new(&name(&self.head), entity_type, self.line, out)?;
        draft.rows = self.rows;
        for (synonym, line) in &self.synonyms {
            draft.add_name(&name(synonym), None, None, *line, out);
        }
        for (held, line) in self.codes {
            let role = DraftRole {
                from: held.from.map(PartialDate::from),
                to: held.to.map(PartialDate::from),
                ..DraftRole::new(&held.code.title)
            };
            draft.add_role(role, line, out);
            for part in held.code.unknown {
                out.warning(line, format!("the part “{part}” of a code is not known"));
            }
        }
        Ok(draft)
    }
}

/// A name as it stands in text: `BASHAR_AL_ASSAD_` is "Bashar al Assad".
fn name(written: &str) -> String {
    let spaced = clean(&written.replace('_', " "));
    // What has small letters already is written as it should be.
    if spaced.chars().any(char::is_lowercase) {
        return spaced;
    }
    let mut words: Vec<String> = Vec::new();
    for word in spaced.split(' ') {
        let small = word.to_lowercase();
        words.push(match small.as_str() {
            w if SMALL.contains(&w) && !words.is_empty() => small,
            _ => capitalised(&small),
        });
    }
    words.join(" ")
}

/// With a capital at the beginning and behind each hyphen and apostrophe.
fn capitalised(word: &str) -> String {
    let mut begins = true;
    word.chars()
        .flat_map(|c| {
            let upper = begins && c.is_alphabetic();
            begins = matches!(c, '-' | '.');
            let changed: Vec<char> = match upper {
                true => c.to_uppercase().collect(),
                false => vec![c],
            };
            changed
        })
        .collect()
}
