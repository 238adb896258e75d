//! `cargo xtask size`: how much a reader downloads, raw and compressed, against the budget.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::shell::Shell;
use crate::{engine, project};

/// Bytes in a KB, here and in the budgets.
const KB: f64 = 1000.0;

/// Something that is downloaded, with what it may cost.
struct Artifact {
    name: &'static str,
    files: Vec<PathBuf>,
    /// Makes the files.
    made_by: &'static str,
    measure: Measure,
    budget_kb: f64,
}

/// Which of the sizes the budget is about.
#[derive(Clone, Copy)]
enum Measure {
    /// For what is compressed inside already.
    Raw,
    Brotli,
}

/// The sizes of one artifact in bytes, summed over its files.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table; an error where an artifact is missing or over its budget.
pub fn run() -> Result<()> {
    let shell = Shell::read(&project::at("dist/package"))?;
    let artifacts = [
        Artifact {
            name: "engine wasm",
            files: vec![project::at(engine::MODULE)],
            made_by: "cargo xtask build",
            measure: Measure::Brotli,
            budget_kb: 110.0,
        },
        Artifact {
            name: "package shell, core",
            files: shell.core,
            made_by: "cargo xtask build",
            measure: Measure::Brotli,
            budget_kb: 8.0,
        },
        Artifact {
            name: "package shell, with card",
            files: shell.all,
            made_by: "cargo xtask build",
            measure: Measure::Brotli,
            budget_kb: 25.0,
        },
        Artifact {
            name: "content script",
            files: vec![project::at("dist/extension/chromium/content.js")],
            made_by: "cargo xtask build",
            measure: Measure::Brotli,
            budget_kb: 30.0,
        },
        Artifact {
            name: "base pack",
            files: vec![project::at(engine::BASE_PACK)],
            made_by: "cargo xtask build",
            measure: Measure::Raw,
            budget_kb: 1100.0,
        },
    ];
    println!("{}", heading());
    let mut over = Vec::new();
    for artifact in &artifacts {
        let sizes = artifact.sizes()?;
        println!("{}", artifact.row(sizes));
        if !artifact.is_within(sizes) {
            over.push(artifact.name);
        }
    }
    println!("KB are 1,000 bytes; gzip 9, brotli 11.");
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

impl Artifact {
    fn sizes(&self) -> Result<Sizes> {
        let mut sum = Sizes::default();
        for file in &self.files {
            let content = fs::read(file).with_context(|| {
                format!(
                    "cannot read {}; `{}` makes it",
                    project::shown(file),
                    self.made_by
                )
            })?;
            let sizes = Sizes::of(&content)?;
            sum.raw += sizes.raw;
            sum.gzip += sizes.gzip;
            sum.brotli += sizes.brotli;
        }
        Ok(sum)
    }

    fn measured_kb(&self, sizes: Sizes) -> f64 {
        let bytes = match self.measure {
            Measure::Raw => sizes.raw,
            Measure::Brotli => sizes.brotli,
        };
        bytes as f64 / KB
    }

    fn is_within(&self, sizes: Sizes) -> bool {
        self.measured_kb(sizes) <= self.budget_kb
    }

    fn row(&self, sizes: Sizes) -> String {
        let measure = match self.measure {
            Measure::Raw => "raw",
            Measure::Brotli => "brotli",
        };
        let share = 100.0 * self.measured_kb(sizes) / self.budget_kb;
        let verdict = if self.is_within(sizes) { "" } else { "  OVER" };
        format!(
            "{:<26}{:>10.1}{:>10.1}{:>10.1}{:>10.0} {measure:<7}{share:>5.0} %{verdict}",
            self.name,
            sizes.raw as f64 / KB,
            sizes.gzip as f64 / KB,
            sizes.brotli as f64 / KB,
            self.budget_kb,
        )
    }
}

fn heading() -> String {
    format!(
        "{:<26}{:>10}{:>10}{:>10}{:>10} {:<7}{:>7}",
        "KB", "raw", "gzip", "brotli", "budget", "of", "used"
    )
}

impl Sizes {
    fn of(content: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 24,
            size_hint: content.len(),
            ..Default::default()
        };
        let mut brotli = Vec::new();
        brotli::BrotliCompress(&mut &content[..], &mut brotli, &parameters)?;
        Ok(Self {
            raw: content.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(measure: Measure) -> Artifact {
        Artifact {
            name: "something",
            files: vec![project::at("no/such/file")],
            made_by: "cargo xtask build",
            measure,
            budget_kb: 8.0,
        }
    }

    #[test]
    fn the_budget_is_inclusive_and_about_its_measure() {
        let sizes = |raw, brotli| Sizes {
            raw,
            gzip: 0,
            brotli,
        };
        let rows = [
            (Measure::Brotli, sizes(90_000, 8_000), true),
            (Measure::Brotli, sizes(90_000, 8_001), false),
            (Measure::Raw, sizes(8_000, 9_000), true),
            (Measure::Raw, sizes(8_001, 1), false),
        ];
        for (measure, sizes, is_within) in rows {
            let artifact = artifact(measure);
            assert_eq!(artifact.is_within(sizes), is_within, "{sizes:?}");
            assert_eq!(artifact.row(sizes).contains("OVER"), !is_within);
        }
    }

    #[test]
    fn a_missing_file_names_the_command_that_makes_it() {
        let error = artifact(Measure::Raw).sizes().unwrap_err().to_string();
        assert!(error.contains("`cargo xtask build` makes it"), "{error}");
    }

    #[test]
    fn compressed_sizes_are_smaller_for_what_repeats() {
        let sizes = Sizes::of(&b"names and places ".repeat(100)).unwrap();
        assert_eq!(sizes.raw, 1700);
        assert!(sizes.gzip < 100 && sizes.brotli < 100, "{sizes:?}");
    }
}
