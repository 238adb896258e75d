//! `namelight weak`: which surface forms are also something else, why, and who decided what follows.

use std::{io, path::PathBuf};

use namelight::{Gazetteer, WeakDecision, WeakForm, WeakWords};
use serde::Serialize;

use crate::{document::write_line, failure::Failure, findings::Format, sources};

/// Lists the surface forms of a gazetteer that are also common words, names of people, of the calendar or of
/// languages, and those that its editors call weak.
///
/// As text: the entity, the surface form, what it is besides, and what was decided. `weak` counts only with evidence;
/// `distinct` counts without, by its editors' word or because it is known well enough.
#[derive(clap::Args)]
pub struct Arguments {
    /// How they are written; as JSON lines they are {"entity","type","text","reasons","weak","decided"}, where
    /// `decided` is `editor` or `weighing`.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The name of one of the project's packs, or JSON gazetteers.
    #[arg(default_value = "base")]
    files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Line<'a> {
    entity: &'a str,
    r#type: &'static str,
    text: &'a str,
    reasons: Vec<&'static str>,
    weak: bool,
    decided: &'static str,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let gazetteer: Gazetteer = sources::unweighed(&arguments.files)?;
    let words: WeakWords = sources::weak_words()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for form in gazetteer.weak_forms(&words) {
        let line = line(&form);
        let text = match arguments.format {
            Format::Jsonl => serde_json::to_string(&line)?,
            Format::Text => {
                let decided = if line.weak { "weak" } else { "distinct" };
                let reasons = line.reasons.join(", ");
                let (entity, text, by) = (line.entity, line.text, line.decided);
                format!("{entity}\t{text}\t{reasons}\t{decided} ({by})")
            }
        };
        write_line(&mut out, &text)?;
    }
    Ok(io::Write::flush(&mut out)?)
}

fn line<'g>(form: &WeakForm<'g>) -> Line<'g> {
    Line {
        entity: &form.entity.id,
        r#type: form.entity.entity_type.name(),
        text: form.text,
        reasons: form.reasons.iter().map(|r| r.name()).collect(),
        weak: form.weak,
        decided: match form.decided {
            WeakDecision::Editor => "editor",
            WeakDecision::Weighing => "weighing",
        },
    }
}
