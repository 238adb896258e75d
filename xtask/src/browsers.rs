//! Finding the browsers of the browser tests, or installing them.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::command::on_path;

/// A browser, how it is found and where it comes from.
pub struct Browser {
    /// As people call it.
    name: &'static str,
    /// Names the program to use; set for the browser tests, and read when set already.
    pub variable: &'static str,
    programs: &'static [&'static str],
    /// Places outside `PATH`, on macOS and Windows.
    places: &'static [&'static str],
    packages: &'static [&'static str],
}

/// Chromium or a browser built on it, with the fonts that pages in Latin and Arabic script need.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    variable: "NAMELIGHT_CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "msedge",
    ],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
    packages: &["chromium", "fonts-liberation", "fonts-dejavu-core"],
};

/// Firefox as it is published, the version with long support first.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "NAMELIGHT_FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    packages: &["firefox-esr", "fonts-liberation", "fonts-dejavu-core"],
};

impl Browser {
    /// The path of the program, installed now if it was missing and can be.
    pub fn program(&self) -> Result<PathBuf> {
        let Self { name, variable, .. } = self;
        if let Some(named) = std::env::var_os(variable) {
            let path = PathBuf::from(named);
            if !path.is_file() {
                bail!("{variable} names {}, which is not there", path.display());
            }
            return Ok(path);
        }
        if let Some(found) = self.installed() {
            return Ok(found);
        }
        let by_hand = format!("install {name}, or set {variable} to its path");
        if !apt::is_here() {
            bail!("no {name}: {by_hand}");
        }
        let packages: Vec<String> = self.packages.iter().map(ToString::to_string).collect();
        apt::install(&packages, "test in a browser").with_context(|| by_hand.clone())?;
        self.installed()
            .with_context(|| format!("the packages brought no browser: {by_hand}"))
    }

    fn installed(&self) -> Option<PathBuf> {
        let places = self
            .places
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file());
        self.programs
            .iter()
            .find_map(|name| on_path(name))
            .or(places)
    }
}
