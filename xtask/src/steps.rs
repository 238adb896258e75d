//! A run of named steps: each is timed, a failure does not stop the others, and the end says
//! what passed and what did not.

use std::io::Write;
use std::time::Instant;

use anyhow::{Result, bail};

/// How a step that did not fail ended.
pub enum Done {
    Passed,
    /// It could not run here, for this reason; allowed outside continuous integration only.
    Absent(String),
}

/// The steps so far.
#[derive(Default)]
pub struct Steps {
    passed: Vec<&'static str>,
    failed: Vec<(&'static str, String)>,
    absent: Vec<(&'static str, String)>,
    times: Vec<(&'static str, f64)>,
}

impl Steps {
    /// Runs a step, unless one that it needs has failed: then it counts as failed too.
    pub fn step(
        &mut self,
        name: &'static str,
        needs: &[&'static str],
        work: impl FnOnce() -> Result<Done>,
    ) {
        println!("\n=== {name}");
        let start = Instant::now();
        let unmet = needs.iter().find(|need| !self.passed.contains(need));
        let outcome = match unmet {
            Some(need) => Err(anyhow::anyhow!("not run, because it needs: {need}")),
            None => work(),
        };
        let seconds = start.elapsed().as_secs_f64();
        self.times.push((name, seconds));
        match outcome {
            Ok(Done::Passed) => {
                println!("--- {name}: passed in {seconds:.1} s");
                self.passed.push(name);
            }
            Ok(Done::Absent(reason)) if !is_continuous_integration() => {
                println!("--- {name}: not run: {reason}");
                self.absent.push((name, reason));
            }
            Ok(Done::Absent(reason)) => self.fail(name, reason),
            Err(error) => self.fail(name, format!("{error:#}")),
        }
    }

    /// A step that either passes or fails.
    pub fn plain(
        &mut self,
        name: &'static str,
        needs: &[&'static str],
        work: impl FnOnce() -> Result<()>,
    ) {
        self.step(name, needs, || work().map(|()| Done::Passed));
    }

    /// Prints times, failures and, as the last line, the count; an error where a step failed.
    pub fn finish(self) -> Result<()> {
        println!("\n=== times");
        for (name, seconds) in &self.times {
            println!("{seconds:8.1} s  {name}");
        }
        let total: f64 = self.times.iter().map(|(_, seconds)| seconds).sum();
        println!("{total:8.1} s  in all");
        for (name, reason) in &self.absent {
            println!("\nnot run: {name}: {reason}");
        }
        for (name, reason) in &self.failed {
            println!("\nfailed: {name}: {reason}");
        }
        println!(
            "\n{} passed, {} failed",
            self.passed.len(),
            self.failed.len()
        );
        // The count stays the last line of output, so there is nothing more to say.
        std::io::stdout().flush()?;
        if self.failed.is_empty() {
            Ok(())
        } else {
            bail!(SomeFailed)
        }
    }

    fn fail(&mut self, name: &'static str, reason: String) {
        // The last output has just been shown; it is repeated at the end.
        let first = reason.lines().next().unwrap_or_default();
        println!("--- {name}: failed: {first}");
        self.failed.push((name, reason));
    }
}

/// The error of a run whose failures have been printed already.
#[derive(Debug)]
pub struct SomeFailed;

impl std::fmt::Display for SomeFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("some steps failed")
    }
}

impl std::error::Error for SomeFailed {}

fn is_continuous_integration() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_a_failed_step_fails_without_running() {
        let mut steps = Steps::default();
        steps.plain("first", &[], || Ok(()));
        steps.plain("second", &["first"], || bail!("broken"));
        steps.plain("third", &["second"], || panic!("must not run"));
        assert_eq!(steps.passed, ["first"]);
        let failed: Vec<_> = steps.failed.iter().map(|(name, _)| *name).collect();
        assert_eq!(failed, ["second", "third"]);
        assert!(steps.finish().unwrap_err().is::<SomeFailed>());
    }

    #[test]
    fn all_passed() {
        let mut steps = Steps::default();
        steps.plain("only", &[], || Ok(()));
        assert!(steps.finish().is_ok());
    }
}
