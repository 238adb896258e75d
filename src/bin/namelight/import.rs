//! `namelight import`: gazetteers from other formats, with a report of every row.

use std::{
    cell::RefCell,
    fs::File,
    io::{self, BufReader, BufWriter, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use namelight::{
    Entity, EntityType,
    import::{self, Counts, Fate, Field, Finding, Format, Importer},
};
use serde::Serialize;

use crate::{
    failure::Failure,
    files::shown,
    sources::{layers, weak_words},
};

/// Findings of one sort that are written on standard error; the rest is counted, and stands in the report.
const MOST_WARNINGS: u64 = 50;

/// Bytes between two words of progress.
const STEP: u64 = 8 << 20;

/// Makes a gazetteer file of files in other formats.
///
/// What became of the rows is written on standard error: how many were read, taken and skipped, each skipped row with
/// its line and why, and what was read otherwise than one may think. A file that cannot be read to its end leaves what
/// was taken before, and exit status 2.
#[derive(clap::Args)]
pub struct Arguments {
    /// What the files are: csv, tsv, geonames, wikidata, petrarch, ftm or stix.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    from: Format,
    /// Tables: which column a field is in, as in `name=Label,type=Sort of body`; others are told by their titles.
    #[arg(long, value_name = "FIELD=TITLE,…", value_delimiter = ',', value_parser = column)]
    columns: Vec<(Field, String)>,
    /// The type of what does not say its own: person, city, company …
    #[arg(long = "type", value_name = "TYPE", value_parser = entity_type)]
    entity_type: Option<EntityType>,
    /// GeoNames: a file of alternateNamesV2 with names and links for the places taken.
    #[arg(long, value_name = "FILE")]
    alternate: Vec<PathBuf>,
    /// The encoding of files without a byte order mark; UTF-8 where not given.
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
    /// What the gazetteer will be laid over, so that roles and places may refer to its entities: the name of one of
    /// the project's packs or `all`, a pack's file or a JSON gazetteer; may be given several times, the lowest first.
    #[arg(long, value_name = "PACK")]
    over: Vec<PathBuf>,
    /// What the gazetteer calls itself; by default the names of the files.
    #[arg(long)]
    title: Option<String>,
    /// Where to write it; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Where to write every finding and the counts as JSON lines.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Tell how far it is also where standard error is no terminal.
    #[arg(long)]
    progress: bool,
    /// The files; `-` is standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

fn format(word: &str) -> Result<Format, String> {
    let known = Format::ALL.map(Format::name).join(", ");
    Format::named(word).ok_or_else(|| format!("there are: {known}"))
}

fn entity_type(word: &str) -> Result<EntityType, String> {
    let known = EntityType::ALL.map(EntityType::name);
    let found = EntityType::ALL.into_iter().find(|t| t.name() == word);
    found.ok_or_else(|| format!("there are: {}", known.join(", ")))
}

fn column(pair: &str) -> Result<(Field, String), String> {
    let (field, title) = pair.split_once('=').ok_or("it is written FIELD=TITLE")?;
    let known: Vec<&str> = Field::ALL.iter().map(|f| f.name()).collect();
    let field =
        Field::named(field.trim()).ok_or_else(|| format!("fields are: {}", known.join(", ")))?;
    Ok((field, title.trim().to_owned()))
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.from == Format::GeonamesAlternate {
        let message =
            "alternate names need their places: --from geonames --alternate FILE MAIN_FILE";
        return Err(Failure::Fault(message.to_owned()));
    }
    let under = layers(&arguments.over)?;
    let said = RefCell::new(Said::new(arguments.report.as_deref())?);
    let options = import::Options {
        columns: arguments.columns.clone(),
        default_type: arguments.entity_type,
        encoding: arguments.encoding.clone(),
        known: Some(Box::new(|id| under.index_of(id).is_some())),
    };
    let mut importer = Importer::new(arguments.from, options, |finding| {
        said.borrow_mut().tell(finding);
    })
    .map_err(|e| Failure::Fault(e.to_string()))?;
    let mut faults = Vec::new();
    let progress = arguments.progress || io::stderr().is_terminal();
    let main = arguments.files.iter().map(|f| (arguments.from, f));
    let further = arguments
        .alternate
        .iter()
        .map(|f| (Format::GeonamesAlternate, f));
    for (format, file) in main.chain(further) {
        let place = shown(file);
        let input = match Input::open(file, &place, progress) {
            Ok(input) => BufReader::with_capacity(64 << 10, input),
            Err(e) => {
                faults.push(format!("{place}: {e}"));
                continue;
            }
        };
        if let Err(e) = importer.read_as(format, &place, input) {
            faults.push(e.to_string());
        }
    }
    let (entities, counts) = importer.finish();
    let entities = import::weighed(entities, &weak_words()?)?;
    write(arguments, &entities)?;
    said.into_inner().finish(&entities, counts, &faults)?;
    if counts.taken == 0 && faults.is_empty() {
        faults.push(format!(
            "no row could be taken as {}",
            arguments.from.name()
        ));
    }
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Failure::Fault(faults.join("\n"))),
    }
}

fn write(arguments: &Arguments, entities: &[Entity]) -> Result<(), Failure> {
    let names = || arguments.files.iter().filter_map(|f| f.file_name());
    let title = arguments.title.clone().unwrap_or_else(|| {
        let names: Vec<_> = names().map(|n| n.to_string_lossy()).collect();
        names.join(", ")
    });
    if arguments.output == Path::new("-") {
        let mut out = BufWriter::new(io::stdout().lock());
        import::write(&mut out, &title, entities, &[])?;
        return Ok(out.flush()?);
    }
    let place = shown(&arguments.output);
    let at = |e| Failure::at(&place, e);
    let mut out = BufWriter::new(File::create(&arguments.output).map_err(at)?);
    import::write(&mut out, &title, entities, &[]).map_err(at)?;
    out.flush().map_err(at)
}

/// A file that tells how much of it was read.
struct Input {
    inner: Box<dyn Read>,
    place: String,
    length: Option<u64>,
    read: u64,
    told: u64,
    progress: bool,
}

impl Input {
    fn open(file: &Path, place: &str, progress: bool) -> io::Result<Input> {
        let (inner, length): (Box<dyn Read>, _) = match file == Path::new("-") {
            true => (Box::new(io::stdin().lock()), None),
            false => {
                let file = File::open(file)?;
                let length = file.metadata()?.len();
                (Box::new(file), Some(length))
            }
        };
        Ok(Input {
            inner,
            place: place.to_owned(),
            length,
            read: 0,
            told: 0,
            progress,
        })
    }
}

impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.read += count as u64;
        if self.progress && (self.read - self.told >= STEP || (count == 0 && self.told > 0)) {
            self.told = self.read;
            let megabytes = self.read >> 20;
            match self.length {
                Some(length) => eprintln!("{}: {megabytes} of {} MB", self.place, length >> 20),
                None => eprintln!("{}: {megabytes} MB", self.place),
            }
        }
        Ok(count)
    }
}

/// What is said of rows, as it comes.
struct Said {
    report: Option<(String, BufWriter<File>)>,
    fault: Option<Failure>,
    warnings: u64,
}

/// The last line of a report.
#[derive(Serialize)]
struct Summary<'a> {
    #[serde(flatten)]
    counts: Counts,
    entities: usize,
    errors: &'a [String],
}

impl Said {
    fn new(report: Option<&Path>) -> Result<Said, Failure> {
        let open = |path: &Path| {
            let place = shown(path);
            let file = File::create(path).map_err(|e| Failure::at(&place, e))?;
            Ok::<_, Failure>((place, BufWriter::new(file)))
        };
        Ok(Said {
            report: report.map(open).transpose()?,
            fault: None,
            warnings: 0,
        })
    }

    fn tell(&mut self, finding: &Finding) {
        self.record(finding);
        if finding.what != Fate::Skipped {
            self.warnings += 1;
            if self.warnings > MOST_WARNINGS {
                return;
            }
        }
        let word = match finding.what {
            Fate::Skipped => "skipped",
            Fate::Merged => "merged",
            Fate::Warning => "warning",
        };
        let Finding {
            file,
            line,
            last_line,
            rows,
            reason,
            ..
        } = finding;
        match rows {
            1 => eprintln!("{file}:{line}: {word}: {reason}"),
            _ => eprintln!("{file}:{line}-{last_line}: {rows} × {word}: {reason}"),
        }
    }

    /// Adds a line to the report.
    fn record(&mut self, line: &impl Serialize) {
        let Some((place, out)) = &mut self.report else {
            return;
        };
        let written = serde_json::to_writer(&mut *out, line)
            .map_err(io::Error::from)
            .and_then(|()| out.write_all(b"\n"));
        if let Err(e) = written {
            self.fault.get_or_insert_with(|| Failure::at(place, e));
        }
    }

    fn finish(
        mut self,
        entities: &[Entity],
        counts: Counts,
        faults: &[String],
    ) -> Result<(), Failure> {
        if self.warnings > MOST_WARNINGS {
            let more = self.warnings - MOST_WARNINGS;
            eprintln!("{more} more warnings and merges; --report FILE has them all");
        }
        let unlinked = entities
            .iter()
            .filter(|e| e.links == Default::default())
            .count();
        if unlinked > 0 {
            eprintln!(
                "{unlinked} of the entities have no link. An own gazetteer works without; `namelight check` wants one for each"
            );
        }
        let Counts {
            read,
            taken,
            skipped,
            merged,
            warnings,
        } = counts;
        eprintln!(
            "{read} rows read, {taken} taken ({merged} of them merged), {skipped} skipped, {warnings} warnings: {} entities",
            entities.len()
        );
        self.record(&Summary {
            counts,
            entities: entities.len(),
            errors: faults,
        });
        if let Some((place, out)) = &mut self.report {
            out.flush().map_err(|e| Failure::at(place, e))?;
        }
        self.fault.map_or(Ok(()), Err)
    }
}
