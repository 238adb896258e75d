//! The project's chores as one program: `cargo xtask <command>`.
//!
//! Reading order: [`command`] (running other programs) and [`fingerprint`] (skipping what is
//! up to date), then [`toolchain`], [`engine`] and [`products`] (what is made, and how), then
//! the commands themselves: [`demo`], [`test`], [`packaging`], [`lint`], [`gazetteer`], [`size`],
//! [`bench`], [`release`].

mod apt;
mod bench;
mod browsers;
mod command;
mod demo;
mod distribution;
mod engine;
mod fallbacks;
mod fingerprint;
mod gazetteer;
mod glue;
mod imports;
mod lint;
mod locations;
mod node;
mod options;
mod packaging;
mod products;
mod project;
mod release;
mod serve;
mod shell;
mod size;
mod steps;
mod tables;
mod test;
mod toolchain;
mod traps;
mod version;

use std::process::ExitCode;

use options::Task;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let task = match options::parse(&arguments) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("{error}\n\n{}", options::HELP);
            return ExitCode::from(2);
        }
    };
    let outcome = match task {
        Task::Help => {
            println!("{}", options::HELP);
            Ok(())
        }
        Task::Demo { port } => demo::run(port),
        Task::Test { all } => test::run(all),
        Task::Build => products::run(),
        Task::Gazetteer { check: true } => gazetteer::check(),
        Task::Gazetteer { check: false } => gazetteer::write(),
        Task::Bench { quick } => bench::run(quick),
        Task::Size => size::run(),
        Task::Docs => packaging::docs(),
        Task::Release { version } => release::write(version),
        Task::ReleaseCheck { tag } => release::check(tag.as_deref()),
        Task::Lint => lint::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // The steps have said all, with the count as the last line.
        Err(error) if error.is::<steps::SomeFailed>() => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
