//! Where things are: the project's root and the folders that commands write to.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the root `Cargo.toml`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask stands in the project's root")
        .to_path_buf()
}

/// A path given from the root, with `/` between its parts.
pub fn at(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Cargo's output folder: `target`, or what `CARGO_TARGET_DIR` names.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => at("target"),
    }
}

/// The path as people would type it from the root.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// Makes a folder anew, without what it held.
pub fn fresh_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", shown(folder)))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", shown(folder)))
}
