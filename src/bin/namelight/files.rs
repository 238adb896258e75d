//! Reading files, with faults that name them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::failure::Failure;

/// A text file in UTF-8, with or without a byte order mark.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let place = shown(path);
    let bytes = fs::read(path).map_err(|e| Failure::at(&place, e))?;
    utf8(&place, bytes)
}

/// The bytes of a file as text, without a byte order mark.
pub fn utf8(place: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    let mut text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        Failure::at(
            place,
            format!("not UTF-8 from byte {at} on; save it as UTF-8"),
        )
    })?;
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(text)
}

/// Text files with their names as messages show them.
pub fn read_texts(files: &[PathBuf]) -> Result<Vec<(String, String)>, Failure> {
    files
        .iter()
        .map(|f| Ok((shown(f), read_text(f)?)))
        .collect()
}

/// The files of `name.json` or `folder/*.json`, sorted.
pub fn expand(folder: &Path, pattern: &str) -> Result<Vec<PathBuf>, Failure> {
    let Some((sub, ending)) = pattern.split_once('*') else {
        return Ok(vec![folder.join(pattern)]);
    };
    let folder = folder.join(sub);
    let place = shown(&folder);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|e| Failure::at(&place, e))? {
        let path = entry.map_err(|e| Failure::at(&place, e))?.path();
        if path
            .file_name()
            .is_some_and(|n| n.to_string_lossy().ends_with(ending))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A path as a message shows it: from the current folder where it is below it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here)
        .unwrap_or(path)
        .display()
        .to_string()
}
