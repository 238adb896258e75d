//! `namelight annotate`: the mentions of files, or of JSON lines as they come.

use std::{
    borrow::Cow,
    io::{self, Read, Write},
    num::NonZeroUsize,
    path::PathBuf,
    thread,
};

use clap::ValueEnum;
use namelight::{Date, Highlighter};

use crate::{
    document::{Document, Id},
    failure::Failure,
    files::{read_text, shown, utf8},
    html, json,
    lines::Annotator,
    pipeline,
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
    /// How many threads work on JSON lines; by default as many as there are cores.
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,
    /// Texts to read, each a document; by default standard input.
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
pub enum OnError {
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

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.format == Format::Html && arguments.files.len() > 1 {
        let message = "--format html writes one page: name one file";
        return Err(Failure::Fault(message.to_owned()));
    }
    let highlighter = arguments.selection.load()?;
    if arguments.format == Format::Jsonl && arguments.files.is_empty() {
        lines(arguments, highlighter)
    } else {
        texts(arguments, &highlighter)
    }
}

/// JSON lines on standard input, each a document.
fn lines(arguments: &Arguments, highlighter: Highlighter) -> Result<(), Failure> {
    let annotator = Annotator {
        highlighter,
        date: arguments.date,
        on_error: arguments.on_error,
    };
    let jobs = arguments
        .jobs
        .or_else(|| thread::available_parallelism().ok());
    pipeline::run(
        io::stdin(),
        jobs.unwrap_or(NonZeroUsize::MIN),
        move |batch, out| annotator.annotate(batch, out),
        &mut io::stdout().lock(),
    )
}

/// Texts, each a document.
fn texts(arguments: &Arguments, highlighter: &Highlighter) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut write =
        |name: String, text: String| write(arguments, highlighter, &name, &text, &mut out);
    if arguments.files.is_empty() {
        write("-".to_owned(), standard_input()?)?;
    }
    for file in &arguments.files {
        write(shown(file), read_text(file)?)?;
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

fn write(
    arguments: &Arguments,
    highlighter: &Highlighter,
    name: &str,
    text: &str,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let date = arguments.date;
    let mentions = highlighter.annotate(text, date);
    let views = mentions
        .iter()
        .map(|m| highlighter.mention_view(text, m, date));
    let document = Document {
        id: Id::named(name),
        text: Cow::Borrowed(text),
        date,
    };
    match arguments.format {
        Format::Text => text::write(out, &document, &mentions, &views.collect::<Vec<_>>())?,
        Format::Html => html::write(out, &document, &mentions, &views.collect::<Vec<_>>())?,
        Format::Jsonl => json::write(out, &document.id, views)?,
    }
    Ok(())
}
