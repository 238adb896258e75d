//! The compiler that a Debian-like distribution packages with its sources, beside the active
//! one: finding it, its linker and its clippy, or installing them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::apt;
use crate::command::{Invocation, on_path};
use crate::version::Version;

/// A compiler that the distribution installed.
pub struct Distribution {
    /// The folder of its programs.
    programs: PathBuf,
    /// The folder of its libraries and sources.
    sysroot: PathBuf,
    pub version: Version,
    /// The major version of its LLVM.
    llvm: u32,
}

impl Distribution {
    /// The newest one that is recent enough and has its sources.
    pub fn find(needed: Version) -> Option<Self> {
        let mut folders = vec![PathBuf::from("/usr/bin")];
        // Ubuntu keeps several versions side by side.
        for entry in fs::read_dir("/usr/lib").into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with("rust-") {
                folders.push(entry.path().join("bin"));
            }
        }
        folders
            .into_iter()
            .filter_map(Self::in_folder)
            .filter(|found| found.version >= needed)
            .filter(|found| has_sources(&found.sysroot) && found.program("cargo").exists())
            .max_by_key(|found| found.version)
    }

    fn in_folder(programs: PathBuf) -> Option<Self> {
        let rustc = programs.join("rustc");
        let ask = |what: &str| {
            Invocation::new(&rustc)
                .words(what)
                .without_env("LD_LIBRARY_PATH")
                .without_env("RUSTUP_TOOLCHAIN")
                .output()
                .ok()
        };
        if !rustc.exists() {
            return None;
        }
        let sysroot = PathBuf::from(ask("--print sysroot")?.trim());
        // Otherwise it is rustup under another name.
        sysroot.starts_with("/usr").then_some(())?;
        let printed = ask("--version --verbose")?;
        Some(Self {
            version: Version::find(&printed)?,
            llvm: llvm_version(&printed)?,
            programs,
            sysroot,
        })
    }

    /// Installs the newest one on offer; none where the distribution has none that is recent
    /// enough.
    pub fn install(needed: Version) -> Result<Option<Self>> {
        let Some(packages) = Packages::newest(needed)? else {
            return Ok(None);
        };
        apt::install(&packages.compiler, "compile WebAssembly")?;
        Self::find(needed).map(Some).with_context(|| {
            let names = packages.compiler.join(" ");
            format!("{names} are installed, but their compiler is not where it is looked for")
        })
    }

    /// `cargo <subcommand>` with this compiler, allowed to build the standard library.
    pub fn cargo(&self, subcommand: &str) -> Invocation {
        // Cargo would look for clippy among rustup's programs first.
        let program = match subcommand {
            "clippy" => "cargo-clippy",
            _ => "cargo",
        };
        Invocation::new(self.program(program))
            .env("CARGO", self.program("cargo"))
            .env("RUSTC", self.program("rustc"))
            .env("RUSTC_BOOTSTRAP", "1")
            .without_env("RUSTUP_TOOLCHAIN")
            .without_env("LD_LIBRARY_PATH")
            .arg(subcommand)
            .words("-Z build-std=std,panic_abort")
    }

    /// A linker for WebAssembly that knows this compiler's LLVM, installed where missing.
    pub fn linker(&self) -> Result<PathBuf> {
        let name = format!("wasm-ld-{}", self.llvm);
        if let Some(found) = on_path(&name) {
            return Ok(found);
        }
        let package = format!("lld-{}", self.llvm);
        apt::install(std::slice::from_ref(&package), "link WebAssembly")?;
        on_path(&name).with_context(|| format!("the package {package} brought no {name}"))
    }

    /// Makes `cargo clippy` work.
    pub fn add_clippy(&self) -> Result<()> {
        if self.program("cargo-clippy").exists() {
            return Ok(());
        }
        let packages = Packages::newest(self.version)?
            .with_context(|| format!("the distribution has no clippy for {}", self.version))?;
        apt::install(&[packages.clippy], "check the WebAssembly part")
    }

    fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }
}

/// The major version of LLVM, from the output of `rustc --version --verbose`.
fn llvm_version(printed: &str) -> Option<u32> {
    let version = printed
        .lines()
        .find_map(|line| line.strip_prefix("LLVM version: "))?;
    Version::find(version).map(|Version(major, ..)| major)
}

fn has_sources(sysroot: &Path) -> bool {
    sysroot
        .join("lib/rustlib/src/rust/library/std/Cargo.toml")
        .exists()
}

/// The names of the distribution's packages for one compiler version.
struct Packages {
    compiler: [String; 3],
    clippy: String,
}

impl Packages {
    /// The newest compiler that the distribution offers: `rustc`, `rustc-web`, `rustc-1.89` ….
    fn newest(needed: Version) -> Result<Option<Self>> {
        if !apt::is_here() {
            return Ok(None);
        }
        apt::refresh_lists()?;
        let found = Invocation::new("apt-cache")
            .words("search --names-only")
            .arg("^rustc(-web|-[0-9.]+)?$")
            .output()?;
        let names = found.lines().filter_map(|line| line.split(' ').next());
        let mut best = None;
        for name in names {
            let policy = Invocation::new("apt-cache")
                .args(["policy", name])
                .env("LC_ALL", "C")
                .output()?;
            let version = candidate(&policy);
            if version >= Some(needed) {
                best = best.max(Some((version, name)));
            }
        }
        Ok(best.map(|(_, name)| Self::of(name)))
    }

    fn of(rustc: &str) -> Self {
        let suffix = rustc.strip_prefix("rustc").unwrap_or_default();
        Self {
            compiler: [
                rustc.to_string(),
                format!("cargo{suffix}"),
                format!("rust{suffix}-src"),
            ],
            clippy: format!("rust{suffix}-clippy"),
        }
    }
}

/// The version that apt would install, from the output of `apt-cache policy`.
fn candidate(policy: &str) -> Option<Version> {
    policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))
        .and_then(Version::find)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_candidate_is_read() {
        let policy = "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1~deb12u2\n";
        assert_eq!(candidate(policy), Some(Version(1, 96, 0)));
        assert_eq!(candidate("x:\n  Candidate: (none)\n"), None);
    }

    #[test]
    fn the_llvm_version_is_read() {
        let printed = "rustc 1.96.0 (abc 2026-05-25)\nrelease: 1.96.0\nLLVM version: 22.1.8\n";
        assert_eq!(llvm_version(printed), Some(22));
        assert_eq!(llvm_version("rustc 1.96.0"), None);
    }

    #[test]
    fn packages_of_each_naming() {
        let rows = [
            ("rustc", ["rustc", "cargo", "rust-src"], "rust-clippy"),
            (
                "rustc-web",
                ["rustc-web", "cargo-web", "rust-web-src"],
                "rust-web-clippy",
            ),
            (
                "rustc-1.89",
                ["rustc-1.89", "cargo-1.89", "rust-1.89-src"],
                "rust-1.89-clippy",
            ),
        ];
        for (rustc, compiler, clippy) in rows {
            let packages = Packages::of(rustc);
            assert_eq!(packages.compiler, compiler);
            assert_eq!(packages.clippy, clippy);
        }
    }
}
