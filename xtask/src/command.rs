//! Running another program: its output is passed on as it comes, and a failure is an error
//! that carries the command line, the exit status and the last lines of output.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::project;

/// Lines of output that an error repeats.
const LAST_LINES: usize = 30;

/// A command line that is not running yet, in the project's root.
pub struct Invocation {
    command: Command,
    line: String,
    limit: Option<Duration>,
}

impl Invocation {
    /// A program by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program.as_ref());
        command.current_dir(project::root()).stdin(Stdio::null());
        // `cargo run` describes xtask itself to its children: that is no business of theirs.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        let mut invocation = Self {
            command,
            line: quoted(program.as_ref()),
            limit: None,
        };
        if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
            invocation.command.env("CARGO_TERM_COLOR", "always");
            invocation.command.env("FORCE_COLOR", "1");
        }
        invocation
    }

    /// The cargo that runs xtask.
    pub fn cargo() -> Self {
        let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut invocation = Self::new(program);
        invocation.line = "cargo".to_string();
        invocation
    }

    /// npm, whose file name depends on the system.
    pub fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// One more argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.line.push(' ');
        self.line.push_str(&quoted(argument.as_ref()));
        self.command.arg(argument);
        self
    }

    /// The words of `arguments`, which holds no quotes.
    pub fn words(self, arguments: &str) -> Self {
        arguments.split_whitespace().fold(self, Self::arg)
    }

    /// Several arguments.
    pub fn args(self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    /// An environment variable, shown with the command line.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.line = format!("{name}={} {}", quoted(value.as_ref()), self.line);
        self.command.env(name, value);
        self
    }

    /// Hides an inherited environment variable from the program.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Ends the program, as a failure, when it takes longer.
    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The command line as one would type it.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Runs to the end and shows the output as it comes.
    pub fn run(mut self) -> Result<()> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.spawn()?;
        let last = Arc::new(Mutex::new(VecDeque::new()));
        let readers = [
            child.stdout.take().map(|pipe| follow(pipe, false, &last)),
            child.stderr.take().map(|pipe| follow(pipe, true, &last)),
        ];
        let status = self.wait(&mut child)?;
        for reader in readers.into_iter().flatten() {
            // A reader ends with its pipe; one that panicked has nothing more to show.
            let _ = reader.join();
        }
        let last = last.lock().unwrap_or_else(PoisonError::into_inner);
        self.judge(status, last.iter().map(String::as_str))
    }

    /// Runs to the end in silence and returns standard output.
    pub fn output(mut self) -> Result<String> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.spawn()?;
        let out = child.stdout.take().map(collect);
        let err = child.stderr.take().map(collect);
        let status = self.wait(&mut child)?;
        let text = |reader: Option<JoinHandle<String>>| {
            reader
                .and_then(|reader| reader.join().ok())
                .unwrap_or_default()
        };
        let (out, err) = (text(out), text(err));
        let all = format!("{out}\n{err}");
        let lines: Vec<&str> = all.lines().filter(|line| !line.trim().is_empty()).collect();
        let skipped = lines.len().saturating_sub(LAST_LINES);
        self.judge(status, lines[skipped..].iter().copied())?;
        Ok(out)
    }

    /// Whether the program exists and ends well; nothing is shown.
    pub fn works(self) -> bool {
        self.output().is_ok()
    }

    fn spawn(&mut self) -> Result<Child> {
        self.command
            .spawn()
            .with_context(|| format!("cannot start `{}`", self.line))
    }

    fn wait(&self, child: &mut Child) -> Result<ExitStatus> {
        let Some(limit) = self.limit else {
            return child
                .wait()
                .with_context(|| format!("lost sight of `{}`", self.line));
        };
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            if start.elapsed() > limit {
                // It may have ended by itself just now: then there is nothing to end.
                let _ = child.kill();
                child.wait()?;
                bail!("`{}` took more than {} s", self.line, limit.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn judge<'a>(&self, status: ExitStatus, last: impl Iterator<Item = &'a str>) -> Result<()> {
        if status.success() {
            return Ok(());
        }
        let ending = match status.code() {
            Some(code) => format!("ended with status {code}"),
            None => "was ended by a signal".to_string(),
        };
        let mut message = format!("`{}` {ending}", self.line);
        for (number, line) in last.enumerate() {
            if number == 0 {
                message.push_str("; its last output:");
            }
            message.push_str("\n    ");
            message.push_str(line);
        }
        Err(anyhow!(message))
    }
}

/// Whether a program of this name stands in a folder of `PATH`.
pub fn on_path(program: &str) -> Option<std::path::PathBuf> {
    let extension = if cfg!(windows) { ".exe" } else { "" };
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(format!("{program}{extension}")))
        .find(|path| path.is_file())
}

fn follow(
    pipe: impl Read + Send + 'static,
    is_error: bool,
    last: &Arc<Mutex<VecDeque<String>>>,
) -> JoinHandle<()> {
    let last = Arc::clone(last);
    std::thread::spawn(move || {
        let mut pipe = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while matches!(pipe.read_until(b'\n', &mut bytes), Ok(1..)) {
            // A closed terminal is no reason to stop the work.
            let _ = if is_error {
                std::io::stderr().write_all(&bytes)
            } else {
                let mut out = std::io::stdout().lock();
                out.write_all(&bytes).and_then(|()| out.flush())
            };
            let line = String::from_utf8_lossy(&bytes).trim_end().to_string();
            if !line.is_empty() {
                let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
                if last.len() == LAST_LINES {
                    last.pop_front();
                }
                last.push_back(line);
            }
            bytes.clear();
        }
    })
}

fn collect(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error still helps.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn quoted(word: &OsStr) -> String {
    let text = Path::new(word)
        .strip_prefix(project::root())
        .unwrap_or(Path::new(word))
        .display()
        .to_string();
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,@+%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_what_one_would_type() {
        let line = Invocation::new("npm")
            .words("run build")
            .arg("two words")
            .env("CI", "true");
        assert_eq!(line.line(), "CI=true npm run build 'two words'");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = Invocation::new("no-such-program-here")
            .arg("x")
            .run()
            .unwrap_err();
        assert!(format!("{error:#}").contains("cannot start `no-such-program-here x`"));
    }

    #[test]
    fn a_failure_carries_status_and_last_output() {
        let error = Invocation::cargo()
            .arg("no-such-subcommand")
            .output()
            .unwrap_err()
            .to_string();
        assert!(error.contains("`cargo no-such-subcommand` ended with status 101"));
        assert!(error.contains("no such command"), "{error}");
    }
}
