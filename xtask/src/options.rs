//! What can be typed after `cargo xtask`: parsing and the help text.

use anyhow::{Context, Result, bail};

/// Shown by `cargo xtask help` and after a wrong argument.
pub const HELP: &str = "\
cargo xtask <command>

  demo [--port N]      make the demo page and serve it on this machine
  test                 run every check and test
  build                make dist/package and dist/demo
  gazetteer [--check]  write what is derived from the gazetteer's types, or compare it
  bench                measure speed
  size                 measure sizes against their budgets
  docs                 make the reference of the package in dist/api
  lint                 formatting, clippy, documentation
  help                 this text

What is missing (packages, browser, compiler for WebAssembly) is installed, or the
command to type is named.";

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Task {
    Demo { port: Option<u16> },
    Test,
    Build,
    Gazetteer { check: bool },
    Bench,
    Size,
    Docs,
    Lint,
    Help,
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: &[String]) -> Result<Task> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Ok(match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => Task::Help,
        ["demo"] => Task::Demo { port: None },
        ["demo", "--port", port] => Task::Demo {
            port: Some(
                port.parse()
                    .with_context(|| format!("`{port}` is not a port from 0 to 65535"))?,
            ),
        },
        ["test"] => Task::Test,
        ["build"] => Task::Build,
        ["gazetteer"] => Task::Gazetteer { check: false },
        ["gazetteer", "--check"] => Task::Gazetteer { check: true },
        ["bench"] => Task::Bench,
        ["size"] => Task::Size,
        ["docs"] => Task::Docs,
        ["lint"] => Task::Lint,
        other => bail!("not understood: {}", other.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn commands_and_options() {
        assert_eq!(parsed("").unwrap(), Task::Help);
        assert_eq!(
            parsed("demo --port 8000").unwrap(),
            Task::Demo { port: Some(8000) }
        );
        assert_eq!(
            parsed("gazetteer --check").unwrap(),
            Task::Gazetteer { check: true }
        );
        for wrong in ["demos", "demo --port", "demo --port 70000", "test --fast"] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
