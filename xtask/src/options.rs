//! What can be typed after `cargo xtask`: parsing and the help text.

use anyhow::{Context, Result, bail};

use crate::version::Version;

/// Shown by `cargo xtask help` and after a wrong argument.
pub const HELP: &str = "\
cargo xtask <command>

  demo [--port N]      make the demo page and serve it on this machine
  test [--all]         run the checks and tests, or those of every part of every page too
  build                make dist/package, dist/demo and dist/extension
  gazetteer [--check]  write what is derived from the gazetteer's types, or compare it
  bench [--quick]      measure speed, or a part of it in a minute
  size                 measure sizes against their budgets
  docs                 make the reference of the package in dist/api
  release VERSION      write a version to all places that name it
  release --check [TAG]
                       compare those places, and a tag such as v1.2.3 with them
  lint                 formatting, clippy, documentation
  help                 this text

What is missing (packages, browser, compiler for WebAssembly) is installed, or the
command to type is named.";

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Task {
    Demo { port: Option<u16> },
    Test { all: bool },
    Build,
    Gazetteer { check: bool },
    Bench { quick: bool },
    Size,
    Docs,
    Release { version: Version },
    ReleaseCheck { tag: Option<String> },
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
        ["test"] => Task::Test { all: false },
        ["test", "--all"] => Task::Test { all: true },
        ["build"] => Task::Build,
        ["gazetteer"] => Task::Gazetteer { check: false },
        ["gazetteer", "--check"] => Task::Gazetteer { check: true },
        ["bench"] => Task::Bench { quick: false },
        ["bench", "--quick"] => Task::Bench { quick: true },
        ["size"] => Task::Size,
        ["docs"] => Task::Docs,
        ["release", "--check"] => Task::ReleaseCheck { tag: None },
        ["release", "--check", tag] => Task::ReleaseCheck {
            tag: Some(tag.to_string()),
        },
        ["release", version] => Task::Release {
            version: Version::find(version)
                .with_context(|| format!("`{version}` is not a version such as 1.2.3"))?,
        },
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
        assert_eq!(parsed("test --all").unwrap(), Task::Test { all: true });
        assert_eq!(
            parsed("bench --quick").unwrap(),
            Task::Bench { quick: true }
        );
        assert_eq!(
            parsed("demo --port 8000").unwrap(),
            Task::Demo { port: Some(8000) }
        );
        assert_eq!(
            parsed("gazetteer --check").unwrap(),
            Task::Gazetteer { check: true }
        );
        assert_eq!(
            parsed("release 1.2.3").unwrap(),
            Task::Release {
                version: Version(1, 2, 3)
            }
        );
        assert_eq!(
            parsed("release --check v1.2.3").unwrap(),
            Task::ReleaseCheck {
                tag: Some("v1.2.3".to_string())
            }
        );
        for wrong in [
            "release",
            "release soon",
            "demos",
            "demo --port",
            "demo --port 70000",
            "test --fast",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
