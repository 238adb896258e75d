//! `namelight annotate`: the mentions of files, or of JSON lines as they come.

use std::{
    io::{self, BufRead, Read, Write},
    path::PathBuf,
};

use clap::ValueEnum;
use namelight::{Date, Highlighter, Mention, MentionView};
use serde::Serialize;

use crate::{
    document::{BadLine, Document, Id, write_line},
    failure::Failure,
    files::{read_text, shown, utf8},
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
    id: &'a Id,
    mentions: Vec<MentionView<'a>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Id,
    error: &'a str,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.format == Format::Html && arguments.files.len() > 1 {
        let message = "--format html writes one page: name one file";
        return Err(Failure::Fault(message.to_owned()));
    }
    let highlighter = arguments.selection.load()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.format == Format::Jsonl && arguments.files.is_empty() {
        let input = io::BufReader::new(io::stdin().lock());
        lines(arguments, &highlighter, input, &mut out)?;
    } else {
        let whole = |name: String, text: String| Document {
            id: Id::named(&name),
            text,
            date: None,
        };
        if arguments.files.is_empty() {
            let document = whole("-".to_owned(), standard_input()?);
            write(arguments, &highlighter, &document, &mut out)?;
        }
        for file in &arguments.files {
            let document = whole(shown(file), read_text(file)?);
            write(arguments, &highlighter, &document, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

/// Standard input as one text.
fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let place = "standard input";
    io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|e| Failure::at(place, e))?;
    utf8(place, bytes)
}

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// JSON lines, one by one.
fn lines(
    arguments: &Arguments,
    highlighter: &Highlighter,
    mut input: io::BufReader<impl Read>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        // Whoever waits for an answer before writing the next line gets it.
        if input.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        number += 1;
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line);
        match Document::from_json(line) {
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
