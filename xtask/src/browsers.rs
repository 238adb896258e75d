//! Finding Chromium for the browser tests, or installing it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::command::on_path;

/// Names the browser to use; set for the browser tests, and read when set already.
pub const CHROMIUM: &str = "NAMELIGHT_CHROMIUM";

const PROGRAMS: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
];

/// Places outside `PATH`, on macOS and Windows.
const PLACES: [&str; 6] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The browser with the fonts that pages in Latin and Arabic script need.
const PACKAGES: [&str; 3] = ["chromium", "fonts-liberation", "fonts-dejavu-core"];

/// The path of Chromium or a browser built on it.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(CHROMIUM) {
        let path = PathBuf::from(named);
        if !path.is_file() {
            bail!("{CHROMIUM} names {}, which is not there", path.display());
        }
        return Ok(path);
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    let by_hand = format!("install Chromium or Chrome, or set {CHROMIUM} to its path");
    if !apt::is_here() {
        bail!("no Chromium: {by_hand}");
    }
    apt::install(&PACKAGES.map(String::from), "test in a browser")
        .with_context(|| by_hand.clone())?;
    installed().with_context(|| format!("the package chromium brought no browser: {by_hand}"))
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    PROGRAMS.iter().find_map(|name| on_path(name)).or(places)
}
