//! The native command line: annotates text, checks and imports gazetteers, makes packs.
//!
//! Every fault is one line on standard error that names the place, and exit status 2.

mod annotate;
mod check;
mod conflicts;
mod document;
mod failure;
mod files;
mod findings;
mod html;
mod import;
mod intake;
mod json;
mod lines;
mod pack;
mod pipeline;
mod said;
mod sources;
mod stats;
mod text;
mod weak;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use failure::Failure;
use mimalloc::MiMalloc;

/// News are read an eighth faster with it than with the system's (docs/speed.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Finds the actors and places of a gazetteer in text and says who or what each was on the day it was written.
#[derive(Parser)]
#[command(name = "namelight", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Annotate(annotate::Arguments),
    Check(check::Arguments),
    Import(import::Arguments),
    Pack(pack::Arguments),
    /// Prints the JSON Schema of gazetteer files.
    Schema,
    Stats(stats::Arguments),
    Weak(weak::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Pack(arguments) => pack::run(&arguments),
        Command::Schema => schema(),
        Command::Stats(arguments) => stats::run(&arguments),
        Command::Weak(arguments) => weak::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has gone away (`| head`) has what it wanted.
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::from(2),
        Err(Failure::Fault(message)) => {
            eprintln!("namelight: {message}");
            ExitCode::from(2)
        }
    }
}

fn schema() -> Result<(), Failure> {
    let schema = schemars::schema_for!(namelight::GazetteerFile);
    let text = serde_json::to_string_pretty(&schema)?;
    Ok(document::write_line(&mut std::io::stdout().lock(), &text)?)
}
