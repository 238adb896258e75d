//! `namelight annotate`: the mentions of files, or of JSON lines as they come.

use std::{
    io::{self, BufRead, Read, Write},
    path::PathBuf,
};

use clap::ValueEnum;
use namelight::{Date, Highlighter, Mention, MentionView};
use serde::Serialize;
use serde_json::Value;

use crate::{
    document::{BadLine, Document, write_line},
    failure::Failure,
    files::{read_text, shown},
    html,
    sources::Selection,
    text,
};

/// Finds actors and places in text.
///
/// With `--format jsonl` and no file it reads JSON lines {"id","text","date"?} on standard input and writes
/// {"id","mentions":[…]} for each, in the same order, as they come.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    selection: Selection,
    /// The day on which the texts were written, for those that do not say; by default the day on which the
    /// gazetteer was checked.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = Date::parse)]
    date: Option<Date>,
    /// What to do at a bad line.
    #[arg(long, value_enum, default_value_t = OnError::Fail)]
    on_error: OnError,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Texts to read, each a document; by default standard input.
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
enum OnError {
    /// End with status 2 and the line's number.
    Fail,
    /// Write {"id","error"} and go on.
    Skip,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
enum Format {
    /// A line for each mention.
    Text,
    /// A line of JSON for each document.
    Jsonl,
    /// The text with links.
    Html,
}

#[derive(Serialize)]
struct Annotated<'a> {
    id: &'a Value,
    mentions: Vec<MentionView<'a>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Value,
    error: &'a str,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let highlighter = Highlighter::new(arguments.selection.load()?)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.format == Format::Jsonl && arguments.files.is_empty() {
        lines(arguments, &highlighter, &mut io::stdin().lock(), &mut out)?;
    } else {
        for document in documents(arguments)? {
            write(arguments, &highlighter, &document, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

/// Whole texts: the named files, or standard input.
fn documents(arguments: &Arguments) -> Result<Vec<Document>, Failure> {
    let document = |name: String, text: String| Document {
        id: Value::String(name),
        text,
        date: None,
    };
    if arguments.files.is_empty() {
        let mut text = String::new();
        io::stdin()
            .read_to_string(&mut text)
            .map_err(|e| Failure::at("standard input", e))?;
        return Ok(vec![document("-".to_owned(), text)]);
    }
    let read = |f: &PathBuf| Ok(document(shown(f), read_text(f)?));
    arguments.files.iter().map(read).collect()
}

/// JSON lines, one by one.
fn lines(
    arguments: &Arguments,
    highlighter: &Highlighter,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        number += 1;
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match Document::from_json(&line) {
            Ok(document) => write(arguments, highlighter, &document, out)?,
            Err(BadLine { id, reason }) if arguments.on_error == OnError::Skip => {
                let refused = Refused {
                    id: &id,
                    error: &format!("line {number}: {reason}"),
                };
                write_line(out, &serde_json::to_string(&refused)?)?;
            }
            Err(BadLine { reason, .. }) => {
                // What was read before it is written all the same.
                out.flush()?;
                return Err(Failure::Fault(format!("line {number}: {reason}")));
            }
        }
    }
}

fn write(
    arguments: &Arguments,
    highlighter: &Highlighter,
    document: &Document,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let date = document.date.or(arguments.date);
    let mentions: Vec<Mention> = highlighter.annotate(&document.text, date);
    let views: Vec<MentionView> = mentions
        .iter()
        .map(|m| highlighter.mention_view(&document.text, m, date))
        .collect();
    match arguments.format {
        Format::Text => text::write(out, document, &mentions, &views)?,
        Format::Html => html::write(out, document, &mentions, &views)?,
        Format::Jsonl => {
            let annotated = Annotated {
                id: &document.id,
                mentions: views,
            };
            write_line(out, &serde_json::to_string(&annotated)?)?;
        }
    }
    Ok(())
}
