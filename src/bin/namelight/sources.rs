//! Where gazetteers come from: the repository's own packs, made on first use, and files that the user names.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use namelight::{Checked, Date, Gazetteer, GazetteerError, Highlighter, Pack, WeakWords, check};
use serde::Deserialize;

use crate::{
    conflicts,
    failure::Failure,
    files::{expand, read_text, read_texts, shown},
    findings::faultless,
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
        let mut highlighter = Highlighter::default();
        if !self.no_base {
            for pack in named(&self.pack)? {
                highlighter.lay_over(pack)?;
            }
        }
        for file in &self.gazetteer {
            // What is at fault may be an entity of another file that refers to one of this.
            let laid = |e| Failure::at(&format!("with {} laid over", shown(file)), e);
            let located = |e: GazetteerError| match is_pack(file) {
                true => laid(e),
                false => located(file, e).unwrap_or_else(laid),
            };
            highlighter.lay_over(read(file)?).map_err(located)?;
        }
        let files: Vec<String> = self.gazetteer.iter().map(|f| shown(f)).collect();
        let first = highlighter.packs().count() - files.len();
        conflicts::summarise(&highlighter, first as u32, &files);
        Ok(highlighter)
    }
}

/// The engine of these, the lowest first: files, or names of the project's packs.
pub fn layers(all: &[PathBuf]) -> Result<Highlighter, Failure> {
    let mut highlighter = Highlighter::default();
    for one in all {
        let packs = match one.exists() {
            true => vec![read(one)?],
            false => named(&one.to_string_lossy())?,
        };
        for pack in packs {
            highlighter.lay_over(pack)?;
        }
    }
    Ok(highlighter)
}

/// An error with its place in a JSON gazetteer; the error itself where it is not of an entity of the file.
fn located(file: &Path, error: GazetteerError) -> Result<Failure, GazetteerError> {
    let text = read_text(file).unwrap_or_default();
    let error = error.located([(shown(file).as_str(), text.as_str())]);
    match error.file() {
        Some(_) => Ok(error.into()),
        None => Err(error),
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
    /// The pack that it is laid over and refers to.
    #[serde(default)]
    over: Option<String>,
    /// Files and `folder/*.json`, from the gazetteer folder.
    files: Vec<String>,
}

/// Words that are more than names of places, from the gazetteer folder.
const WEAK_WORDS: &str = "derived/weak-words.tsv";

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteer")
}

fn packs() -> Result<Packs, Failure> {
    let manifest = home().join("packs.json");
    let place = shown(&manifest);
    serde_json::from_str(&read_text(&manifest)?).map_err(|e| Failure::at(&place, e))
}

impl Packs {
    /// The names of a pack and of those that it is laid over, the lowest first.
    fn names<'p>(&'p self, name: &'p str) -> Result<Vec<&'p str>, Failure> {
        let mut names = vec![name];
        while let Some(below) = &self.one(names[names.len() - 1])?.over {
            if names.contains(&below.as_str()) {
                let message = format!("the pack “{below}” is laid over itself");
                return Err(Failure::at(&shown(&home().join("packs.json")), message));
            }
            names.push(below);
        }
        names.reverse();
        Ok(names)
    }

    fn chain(&self, name: &str) -> Result<Vec<Pack>, Failure> {
        let names = self.names(name)?;
        names.into_iter().map(|name| self.load(name)).collect()
    }

    /// The gazetteer of a pack, read from these texts of its files and checked together with what it is laid over.
    fn checked(&self, name: &str, texts: &[(String, String)]) -> Result<Checked, Failure> {
        let pack = self.one(name)?;
        let mut under = Highlighter::default();
        if let Some(below) = &pack.over {
            for layer in self.chain(below)? {
                under.lay_over(layer)?;
            }
        }
        let words = weak_words()?;
        let weighed = |gazetteer: Gazetteer| gazetteer.with_variants().weighed(&words);
        let day = Some(pack.checked);
        Ok(check(&pack.title, day, texts, under, &weighed))
    }

    fn made(&self, name: &str) -> Result<Gazetteer, Failure> {
        let texts = self.one(name)?.texts()?;
        faultless(self.checked(name, &texts)?)
    }

    /// Where the pack of a name is kept that is made of the files as they are.
    fn place(&self, name: &str) -> Result<Option<PathBuf>, Failure> {
        let mut texts = Vec::new();
        for layer in self.names(name)? {
            texts.extend(self.one(layer)?.texts()?);
        }
        texts.extend(read_texts(&[home().join(WEAK_WORDS)])?);
        Ok(self.one(name)?.made_pack(name, &texts))
    }

    /// From the pack under `target/` if that was made of the same files, else from the files.
    fn load(&self, name: &str) -> Result<Pack, Failure> {
        let made = self.place(name)?;
        let kept = made
            .as_ref()
            .and_then(|p| fs::read(p).ok())
            .and_then(|bytes| Pack::from_bytes(&bytes).ok());
        if let Some(pack) = kept {
            return Ok(pack);
        }
        let bytes = self.made(name)?.to_pack()?;
        if let Some(path) = made {
            keep(&path, &bytes);
        }
        Ok(Pack::from_bytes(&bytes)?)
    }

    /// The names of all packs.
    fn lowest_first(&self) -> Result<Vec<&str>, Failure> {
        let mut all = Vec::new();
        for name in self.packs.keys() {
            for layer in self.names(name)? {
                if !all.contains(&layer) {
                    all.push(layer);
                }
            }
        }
        Ok(all)
    }

    fn one(&self, name: &str) -> Result<&PackSource, Failure> {
        self.packs.get(name).ok_or_else(|| {
            let known: Vec<&str> = self.packs.keys().map(String::as_str).collect();
            Failure::Fault(format!(
                "there is no pack “{name}”; there are: {}, all",
                known.join(", ")
            ))
        })
    }
}

/// The pack of a name with those that it is laid over, or all packs, the lowest first.
pub fn named(name: &str) -> Result<Vec<Pack>, Failure> {
    let packs = packs()?;
    if name != "all" {
        return packs.chain(name);
    }
    let all = packs.lowest_first()?;
    all.into_iter().map(|name| packs.load(name)).collect()
}

/// Whether a folder is that of the project's gazetteer.
pub fn is_home(folder: &Path) -> bool {
    let same = |path: &Path| path.canonicalize().ok();
    same(folder).is_some_and(|folder| Some(folder) == same(&home()))
}

/// Checks each of the project's packs, the lowest first, and hands it over with its name and the number of its files.
/// Those without fault are kept for other commands; over one with faults nothing more is checked.
pub fn check_all(
    sink: &mut dyn FnMut(&str, usize, &Checked) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let packs = packs()?;
    for name in packs.lowest_first()? {
        let texts = packs.one(name)?.texts()?;
        let checked = packs.checked(name, &texts)?;
        sink(name, texts.len(), &checked)?;
        let Ok(gazetteer) = faultless(checked) else {
            break;
        };
        if let Some(place) = packs.place(name)? {
            keep(&place, &gazetteer.to_pack()?);
        }
    }
    Ok(())
}

/// The words that names are weighed against.
pub fn weak_words() -> Result<WeakWords, Failure> {
    let place = home().join(WEAK_WORDS);
    Ok(WeakWords::parse(&shown(&place), &read_text(&place)?)?)
}

/// The gazetteer of files, or of the sources of one of the project's packs, as it is before its names are weighed.
pub fn unweighed(files: &[PathBuf]) -> Result<Gazetteer, Failure> {
    let texts = match files {
        [name] if !name.exists() => packs()?.one(&name.to_string_lossy())?.texts()?,
        files => read_texts(files)?,
    };
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    Ok(Gazetteer::from_files("", None, texts)?)
}

/// What a pack is made of.
pub fn source(name: &str) -> Result<Gazetteer, Failure> {
    packs()?.made(name)
}

impl PackSource {
    fn texts(&self) -> Result<Vec<(String, String)>, Failure> {
        let mut files = Vec::new();
        for pattern in &self.files {
            files.extend(expand(&home(), pattern)?);
        }
        read_texts(&files)
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
fn keep(path: &Path, pack: &[u8]) {
    let Some(folder) = path.parent() else { return };
    let unfinished = folder.with_extension(format!("{}.unfinished", std::process::id()));
    let written = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&unfinished, pack))
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

/// The pack of a file: a pack or a JSON gazetteer, told apart by its first bytes.
pub fn read(path: &Path) -> Result<Pack, Failure> {
    let place = shown(path);
    if is_pack(path) {
        let bytes = fs::read(path).map_err(|e| Failure::at(&place, e))?;
        return Pack::from_bytes(&bytes).map_err(|e| Failure::at(&place, e));
    }
    let text = read_text(path)?;
    let sources = [(place.as_str(), text.as_str())];
    Gazetteer::from_files("", None, sources)
        .and_then(|g| Pack::compile(&g))
        .map_err(|e| e.located(sources).into())
}
