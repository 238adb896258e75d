//! Installing packages of a Debian-like distribution; elsewhere, or without the right to,
//! the error names the command to type.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::command::{Invocation, on_path};

/// Package lists older than this are fetched again before an install.
const LISTS_KEEP: Duration = Duration::from_secs(24 * 60 * 60);

/// Whether the distribution installs with apt.
pub fn is_here() -> bool {
    on_path("apt-get").is_some()
}

/// Installs packages and says what it does; `purpose` completes "to …".
pub fn install(packages: &[String], purpose: &str) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("sudo apt-get install --no-install-recommends {names}");
    let Some(rights) = Rights::found() else {
        bail!(
            "to {purpose}, packages are needed whose installation asks for a password; type: {by_hand}"
        );
    };
    println!("installing {names} with apt, to {purpose}");
    let has_new_lists = refresh_old_lists(rights)?;
    let install = || {
        rights
            .apt_get()
            .words("install -y --no-install-recommends")
            .args(packages)
            .run()
    };
    let outcome = match install() {
        // Lists that look fresh may still name files that the mirror has replaced.
        Err(_) if !has_new_lists => {
            rights.apt_get().arg("update").run()?;
            install()
        }
        outcome => outcome,
    };
    outcome.with_context(|| format!("cannot {purpose}; by hand: {by_hand}"))
}

/// Fetches the package lists where there are none or only old ones, if this user may.
pub fn refresh_lists() -> Result<()> {
    match Rights::found() {
        Some(rights) => refresh_old_lists(rights).map(|_| ()),
        None => Ok(()),
    }
}

/// Returns whether the lists had to be fetched.
fn refresh_old_lists(rights: Rights) -> Result<bool> {
    let lists = Path::new("/var/lib/apt/lists");
    let has_lists = fs::read_dir(lists).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
        })
    });
    // Each fetch passes through this folder; the lists themselves keep the mirror's dates.
    let fetched = fs::metadata(lists.join("partial")).and_then(|folder| folder.modified());
    let is_recent = fetched.is_ok_and(|time| {
        SystemTime::now()
            .duration_since(time)
            .is_ok_and(|age| age < LISTS_KEEP)
    });
    if has_lists && is_recent {
        return Ok(false);
    }
    println!("fetching the package lists");
    rights.apt_get().arg("update").run()?;
    Ok(true)
}

/// How this user may install.
#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn found() -> Option<Self> {
        let is_root = Invocation::new("id")
            .arg("-u")
            .output()
            .is_ok_and(|id| id.trim() == "0");
        if is_root {
            Some(Self::Root)
        } else if Invocation::new("sudo").words("-n true").works() {
            Some(Self::Sudo)
        } else {
            None
        }
    }

    fn apt_get(self) -> Invocation {
        let invocation = match self {
            Self::Root => Invocation::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive"),
            Self::Sudo => {
                Invocation::new("sudo").words("-n DEBIAN_FRONTEND=noninteractive apt-get")
            }
        };
        invocation
            .words("-o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0")
            .without_env("LD_LIBRARY_PATH")
    }
}
