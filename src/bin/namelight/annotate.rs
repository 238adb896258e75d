//! `namelight annotate`: the mentions of files, or of JSON lines as they come.

use std::{
    io::{self, Read, Write},
    num::NonZeroUsize,
    path::PathBuf,
    sync::Arc,
    thread,
};

use clap::ValueEnum;
use namelight::{Date, Highlighter};

use crate::{
    document::{Document, Id},
    failure::Failure,
    files::{read_text, shown, utf8},
    html,
    intake::Batch,
    json::JsonWriter,
    lines::Annotator,
    pipeline::{self, Output},
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
    /// How many threads work on JSON lines, besides one for long lines; by default as many as there are cores.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1_000))]
    jobs: Option<u16>,
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
    let engine = Arc::new(highlighter);
    let (date, on_error) = (arguments.date, arguments.on_error);
    let jobs = match arguments.jobs {
        Some(jobs) => jobs.into(),
        None => thread::available_parallelism().map_or(1, NonZeroUsize::get),
    };
    let worker = move || {
        let mut annotator = Annotator {
            engine: Arc::clone(&engine),
            date,
            on_error,
            json: JsonWriter::default(),
        };
        move |batch: &Batch, out: &mut Output| annotator.annotate(batch, out)
    };
    pipeline::run(io::stdin(), jobs, worker, &mut io::stdout().lock())
}

/// Texts, each a document.
fn texts(arguments: &Arguments, engine: &Highlighter) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut json = JsonWriter::default();
    let mut write = |name: String, text: String| -> Result<(), Failure> {
        let document = Document {
            id: Id::named(&name),
            text: text.into(),
            date: arguments.date,
        };
        let Document { id, text, date } = &document;
        let mentions = engine.annotate(text, *date);
        let views = || {
            let view = |m| engine.mention_view(text, m, *date);
            mentions.iter().map(view).collect::<Vec<_>>()
        };
        match arguments.format {
            Format::Text => text::write(&mut out, &document, &mentions, &views()),
            Format::Html => html::write(&mut out, &document, &mentions, &views()),
            Format::Jsonl => json.write(&mut out, engine, id, text, &mentions, *date),
        }?;
        Ok(())
    };
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
