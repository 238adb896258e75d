//! All that is wrong with a gazetteer's files, or worth a look: each finding with its file and line.
//!
//! An error is what certainly has to be mended, and a pack with one is refused; a note is what may be right all the
//! same, since one article may treat two things, and two people may claim one office.

mod examples;
mod identifiers;
mod names;
mod references;
mod roles;

use core::fmt;

use crate::{
    Date, Entity, Gazetteer, GazetteerError, Highlighter, Pack,
    gazetteer::{At, ErrorKind, Reading},
};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It has to be mended.
    Error,
    /// It may be right all the same.
    Note,
}

impl Severity {
    /// Its word in reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Note => "note",
        }
    }
}

/// Something wrong with a gazetteer, or worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it has to be mended.
    pub severity: Severity,
    /// What it is, and where.
    pub fault: GazetteerError,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = self.fault.file() {
            f.write_str(file)?;
            if let Some(line) = self.fault.line() {
                write!(f, ":{line}")?;
            }
            f.write_str(": ")?;
        }
        write!(f, "{}: ", self.severity.name())?;
        if let Some(entity) = self.fault.entity() {
            write!(f, "entity “{entity}”: ")?;
        }
        f.write_str(self.fault.message())
    }
}

/// A gazetteer that was checked.
pub struct Checked {
    /// The gazetteer, laid over what it was checked over; absent where an error is in the way of building it, and then
    /// its examples were not run.
    pub built: Option<(Gazetteer, Highlighter)>,
    /// All findings by file and line.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// How many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let all = self.findings.iter();
        all.filter(|finding| finding.severity == severity).count()
    }
}

/// Checks the gazetteer of these files, given as (name, text), which may refer to what is in `under`, and runs its
/// examples. `weighed` marks its weak names.
pub fn check(
    title: &str,
    checked: Option<Date>,
    files: &[(String, String)],
    mut under: Highlighter,
    weighed: &dyn Fn(Gazetteer) -> Gazetteer,
) -> Checked {
    let texts = || files.iter().map(|(name, text)| (&**name, &**text));
    let named = |id: &str| {
        let entity = under.entity(under.index_of(id)?);
        Some(entity.name().to_owned())
    };
    let mut reading = Reading::new(texts(), &named);
    let entities = core::mem::take(&mut reading.entities);
    let mutes = core::mem::take(&mut reading.mutes);
    let mut findings = Findings {
        all: Vec::new(),
        reading: &reading,
        entities: &entities,
    };
    let shape = reading.faults.iter().cloned();
    findings.all.extend(shape.map(|fault| Finding {
        severity: Severity::Error,
        fault,
    }));
    for (i, entity) in entities.iter().enumerate() {
        for fault in Gazetteer::faults(entity) {
            findings.error(i, fault);
        }
    }
    identifiers::ids(&mut findings);
    references::references(&mut findings, &under);
    let sound = findings.all.is_empty();

    identifiers::links(&mut findings);
    names::names(&mut findings);
    roles::roles(&mut findings);
    examples::said(&mut findings);
    let mut findings = findings.all;

    let mut built = None;
    if sound {
        let made = Gazetteer::new(title, checked, entities)
            .and_then(|g| g.with_mutes(mutes))
            .map(weighed)
            .and_then(|g| under.lay_over(Pack::compile(&g)?).map(|()| g));
        match made {
            Ok(gazetteer) => {
                let mut ran = Findings {
                    all: Vec::new(),
                    reading: &reading,
                    entities: gazetteer.entities(),
                };
                examples::run(&mut ran, &under);
                findings.append(&mut ran.all);
                built = Some((gazetteer, under));
            }
            Err(e) => findings.push(Finding {
                severity: Severity::Error,
                fault: e.located(texts()),
            }),
        }
    }
    findings.sort_by(|a, b| {
        let key = |f: &Finding| {
            (
                f.fault.file().map(str::to_owned),
                f.fault.line(),
                f.severity,
            )
        };
        key(a).cmp(&key(b))
    });
    Checked { built, findings }
}

/// What was found so far in the files that were read.
struct Findings<'r, 'f> {
    all: Vec<Finding>,
    reading: &'r Reading<'f>,
    entities: &'r [Entity],
}

impl Findings<'_, '_> {
    /// Adds an error of the entity of a number.
    fn error(&mut self, number: usize, fault: GazetteerError) {
        self.add(Severity::Error, number, fault);
    }

    /// Adds an error or a note about a place in an entity.
    fn say(
        &mut self,
        severity: Severity,
        (number, at): (usize, At),
        kind: ErrorKind,
        message: String,
    ) {
        self.add(severity, number, GazetteerError::new(kind, message).at(at));
    }

    fn add(&mut self, severity: Severity, number: usize, fault: GazetteerError) {
        let fault = fault.in_entity(&self.entities[number].id);
        let fault = self.reading.located(number, fault);
        self.all.push(Finding { severity, fault });
    }

    /// Where a place in an entity stands, for messages about another.
    fn place_of(&self, number: usize, at: At) -> String {
        let id = &self.entities[number].id;
        let here = GazetteerError::new(ErrorKind::Id, "").in_entity(id).at(at);
        let here = self.reading.located(number, here);
        match (here.file(), here.line()) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            _ => format!("“{id}”"),
        }
    }
}
