//! Where gazetteers come from: the repository's own packs, made on first use, and files that the user names.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use namelight::{Date, Gazetteer, Highlighter};
use serde::Deserialize;

use crate::{
    failure::Failure,
    files::{expand, read_text, read_texts, shown},
    whole::whole,
};

/// The gazetteers of a command.
#[derive(clap::Args)]
pub struct Selection {
    /// Which of the project's packs to take: the name of one, or all of them.
    #[arg(long, value_name = "NAME", default_value = "all")]
    pack: String,
    /// A pack or a JSON gazetteer to lay over what is loaded; may be given several times.
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
    /// Leave the project's packs out.
    #[arg(long, requires = "gazetteer")]
    no_base: bool,
}

impl Selection {
    /// The engine of all of it, in layers.
    pub fn load(&self) -> Result<Highlighter, Failure> {
        let mut all = if self.no_base {
            Gazetteer::default()
        } else {
            named(&self.pack)?
        };
        let mut texts = Vec::new();
        for file in &self.gazetteer {
            all = all.overlaid(read(file)?);
            if !is_pack(file) {
                texts.push((shown(file), read_text(file)?));
            }
        }
        let sources = texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        Highlighter::new(all).map_err(|e| match e.located(sources) {
            // What is at fault then is what was laid over the one that is named.
            e if e.file().is_none() && !self.gazetteer.is_empty() => {
                let laid: Vec<String> = self.gazetteer.iter().map(|f| shown(f)).collect();
                Failure::at(&format!("with {} laid over", laid.join(", ")), e)
            }
            e => e.into(),
        })
    }
}

/// Whether a file begins as packs do.
fn is_pack(path: &Path) -> bool {
    let mut start = [0; 4];
    let read = fs::File::open(path).and_then(|mut f| f.read_exact(&mut start));
    read.is_ok() && &start == b"NLPK"
}

/// What `gazetteer/packs.json` says of the project's packs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Packs {
    packs: std::collections::BTreeMap<String, PackSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackSource {
    title: String,
    checked: Date,
    /// Files and `folder/*.json`, from the gazetteer folder.
    files: Vec<String>,
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteer")
}

/// The gazetteer of a pack's name, or of all packs.
pub fn named(name: &str) -> Result<Gazetteer, Failure> {
    let manifest = home().join("packs.json");
    let place = shown(&manifest);
    let packs: Packs =
        serde_json::from_str(&read_text(&manifest)?).map_err(|e| Failure::at(&place, e))?;
    let wanted: Vec<(&str, &PackSource)> = if name == "all" {
        let all = packs.packs.iter();
        all.map(|(name, pack)| (name.as_str(), pack)).collect()
    } else {
        let known = || {
            packs
                .packs
                .keys()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(", ")
        };
        let pack = packs.packs.get(name).ok_or_else(|| {
            Failure::Fault(format!(
                "there is no pack “{name}”; there are: {}, all",
                known()
            ))
        })?;
        vec![(name, pack)]
    };
    let mut all = Gazetteer::default();
    for (name, pack) in wanted {
        all = all.overlaid(pack.load(name)?);
    }
    Ok(all)
}

impl PackSource {
    /// From the pack under `target/` if that was made of the same files, else from the files.
    fn load(&self, name: &str) -> Result<Gazetteer, Failure> {
        let mut files = Vec::new();
        for pattern in &self.files {
            files.extend(expand(&home(), pattern)?);
        }
        let texts = read_texts(&files)?;
        let made = self.made_pack(name, &texts);
        let kept = made
            .as_ref()
            .and_then(|p| fs::read(p).ok())
            .and_then(|bytes| Gazetteer::from_pack(&bytes).ok());
        if let Some(gazetteer) = kept {
            return Ok(gazetteer);
        }
        let gazetteer = whole(&self.title, Some(self.checked), &texts)?
            .gazetteer()
            .clone();
        if let Some(path) = made {
            keep(&path, &gazetteer);
        }
        Ok(gazetteer)
    }

    /// Where the pack of these sources is kept: a folder for each pack, and a file whose name holds what it was made of
    /// and by.
    fn made_pack(&self, name: &str, texts: &[(String, String)]) -> Option<PathBuf> {
        let mut sum = crc32fast::Hasher::new();
        let mut length = 0;
        let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
        let built = program
            .modified()
            .ok()?
            .duration_since(std::time::UNIX_EPOCH)
            .ok()?;
        let what = format!("{}\0{}\0{}", self.title, self.checked, built.as_nanos());
        sum.update(what.as_bytes());
        for (file, text) in texts {
            sum.update(file.as_bytes());
            sum.update(text.as_bytes());
            length += text.len();
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/namelight")
            .join(name);
        Some(folder.join(format!("{:08x}-{length}.nlpack", sum.finalize())))
    }
}

/// Keeps a pack for the next time, in the place of those made of other sources. Where that is not possible it is made
/// again, which costs time and nothing else.
fn keep(path: &Path, gazetteer: &Gazetteer) {
    let Some(folder) = path.parent() else { return };
    let unfinished = folder.with_extension(format!("{}.unfinished", std::process::id()));
    let written = gazetteer
        .to_pack()
        .map_err(std::io::Error::other)
        .and_then(|bytes| {
            fs::create_dir_all(folder)?;
            fs::write(&unfinished, bytes)
        })
        .and_then(|()| fs::rename(&unfinished, path));
    let stale = match written {
        Ok(()) => expand(folder, "*.nlpack").unwrap_or_default(),
        Err(_) => vec![unfinished],
    };
    for file in stale.iter().filter(|f| *f != path) {
        // One that cannot be removed takes up room and does no harm.
        let _ = fs::remove_file(file);
    }
}

/// A pack or a JSON gazetteer, told apart by its first bytes.
pub fn read(path: &Path) -> Result<Gazetteer, Failure> {
    let place = shown(path);
    if is_pack(path) {
        let bytes = fs::read(path).map_err(|e| Failure::at(&place, e))?;
        return Gazetteer::from_pack(&bytes).map_err(|e| Failure::at(&place, e));
    }
    let text = read_text(path)?;
    Ok(Gazetteer::from_files(
        "",
        None,
        [(place.as_str(), text.as_str())],
    )?)
}
