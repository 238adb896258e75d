//! Entities as a gazetteer file, with what is absent left out.

use std::io::{self, Write};

use serde::Serialize;

use crate::entity::{CaseRule, Entity, EntityType, Example, Form, Links, Mute, Role, SurfaceForm};

/// Writes a gazetteer file of these entities, one after the other, and of what it mutes.
///
/// # Errors
/// What keeps `out` from being written.
pub fn write(
    out: &mut impl Write,
    title: &str,
    entities: &[Entity],
    mutes: &[Mute],
) -> io::Result<()> {
    out.write_all(b"{\n\"title\": ")?;
    serde_json::to_writer(&mut *out, title)?;
    out.write_all(b",\n\"entities\": [")?;
    for (i, entity) in entities.iter().enumerate() {
        out.write_all(if i > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer_pretty(&mut *out, &Written::of(entity))?;
    }
    out.write_all(b"\n]")?;
    if !mutes.is_empty() {
        let mutes: Vec<WrittenMute> = mutes.iter().map(WrittenMute::of).collect();
        out.write_all(b",\n\"mute\": ")?;
        serde_json::to_writer_pretty(&mut *out, &mutes)?;
    }
    out.write_all(b"\n}\n")
}

#[derive(Serialize)]
struct WrittenMute<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'m str>,
}

impl<'m> WrittenMute<'m> {
    fn of(mute: &'m Mute) -> WrittenMute<'m> {
        WrittenMute {
            entity: mute.entity.as_deref(),
            text: mute.text.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Written<'e> {
    id: &'e str,
    #[serde(rename = "type")]
    entity_type: EntityType,
    name: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weak: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<Name<'e>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<WrittenRole<'e>>,
    #[serde(skip_serializing_if = "is_none")]
    links: WrittenLinks<'e>,
    #[serde(rename = "in", skip_serializing_if = "<[_]>::is_empty")]
    within: &'e [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<(f64, f64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u32>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'e [Example],
}

#[derive(Serialize)]
#[serde(untagged)]
enum Name<'e> {
    /// The rest is implied.
    Text(&'e str),
    Fields(NameFields<'e>),
}

#[derive(Serialize)]
struct NameFields<'e> {
    text: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<CaseRule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'e str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    needs: &'e [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    not: &'e [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    weak: Option<bool>,
}

#[derive(Serialize)]
struct WrittenRole<'e> {
    title: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<crate::PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<crate::PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'e str>,
}

#[derive(Serialize)]
struct WrittenLinks<'e> {
    #[serde(skip_serializing_if = "Option::is_none")]
    wikipedia: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geonames: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<&'e str>,
}

fn is_none(links: &WrittenLinks) -> bool {
    let WrittenLinks {
        wikipedia,
        wikidata,
        geonames,
        website,
    } = links;
    wikipedia.is_none() && wikidata.is_none() && geonames.is_none() && website.is_none()
}

impl<'e> Written<'e> {
    fn of(entity: &'e Entity) -> Written<'e> {
        Written {
            id: &entity.id,
            entity_type: entity.entity_type,
            name: &entity.name,
            weak: entity.weak,
            names: entity.names.iter().map(Name::of).collect(),
            roles: entity.roles.iter().map(WrittenRole::of).collect(),
            links: WrittenLinks::of(&entity.links),
            within: &entity.within,
            at: entity.at,
            population: entity.population,
            examples: &entity.examples,
        }
    }
}

impl<'e> Name<'e> {
    fn of(name: &'e SurfaceForm) -> Name<'e> {
        let implied = SurfaceForm::from_text(name.text.clone());
        if *name == implied {
            return Name::Text(&name.text);
        }
        let by_form = SurfaceForm::from_parts(name.text.clone(), Some(name.form), None);
        Name::Fields(NameFields {
            text: &name.text,
            form: (name.form != implied.form).then_some(name.form),
            case: (name.case != by_form.case).then_some(name.case),
            lang: name.lang.as_deref(),
            needs: &name.needs,
            not: &name.not,
            weak: name.weak,
        })
    }
}

impl<'e> WrittenRole<'e> {
    fn of(role: &'e Role) -> WrittenRole<'e> {
        WrittenRole {
            title: &role.title,
            of: role.of.as_deref(),
            from: role.from,
            to: role.to,
            source: role.source.as_deref(),
        }
    }
}

impl<'e> WrittenLinks<'e> {
    fn of(links: &'e Links) -> WrittenLinks<'e> {
        WrittenLinks {
            wikipedia: links.wikipedia.as_deref(),
            wikidata: links.wikidata.as_deref(),
            geonames: links.geonames,
            website: links.website.as_deref(),
        }
    }
}
