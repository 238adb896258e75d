//! What belongs to one entity alone: its id, and the links that say which thing in the world it is.

use std::collections::HashMap;

use super::{Findings, Severity};
use crate::{
    entity::{Entity, Links},
    gazetteer::{At, ErrorKind},
};

/// Ids that are there twice.
pub(super) fn ids(findings: &mut Findings) {
    let entities = findings.entities;
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (i, entity) in entities.iter().enumerate() {
        if let Some(&before) = first.get(&*entity.id) {
            let at = At::field("id");
            let place = findings.place_of(before, at);
            let message =
                format!("the id is there twice, first at {place}; give one of them another id");
            findings.say(Severity::Error, (i, at), ErrorKind::DuplicateId, message);
        } else {
            first.insert(&entity.id, i);
        }
    }
}

/// Entities without a link, and links that two entities have.
pub(super) fn links(findings: &mut Findings) {
    let entities = findings.entities;
    for (i, entity) in entities.iter().enumerate() {
        if entity.links == Links::default() {
            let message = "it has no link; give it one that is certainly its own".to_owned();
            let at = At::default();
            findings.say(Severity::Error, (i, at), ErrorKind::Link, message);
        }
        let site = entity.links.website.as_deref().unwrap_or("");
        if site.starts_with("http://") {
            let message = format!(
                "links.website “{site}” is not encrypted; give its https address if it has one"
            );
            let at = At::field("links.website");
            findings.say(Severity::Note, (i, at), ErrorKind::Link, message);
        }
    }
    // One item is one thing; an article may treat two, and two bodies may have one site.
    type Value = fn(&Entity) -> Option<String>;
    let all: [(&str, &'static str, Severity, Value); 4] = [
        ("Wikidata item", "links.wikidata", Severity::Error, |e| {
            e.links.wikidata.clone()
        }),
        ("GeoNames number", "links.geonames", Severity::Error, |e| {
            e.links.geonames.map(|n| n.to_string())
        }),
        (
            "Wikipedia article",
            "links.wikipedia",
            Severity::Note,
            |e| e.links.wikipedia.clone(),
        ),
        ("website", "links.website", Severity::Note, |e| {
            e.links.website.clone()
        }),
    ];
    for (what, field, severity, value) in all {
        let mut first: HashMap<String, usize> = HashMap::new();
        for (i, entity) in entities.iter().enumerate() {
            let Some(value) = value(entity) else { continue };
            if let Some(&before) = first.get(&value) {
                let id = &entities[before].id;
                let at = At::field(field);
                let place = findings.place_of(before, at);
                let message = format!(
                    "the {what} {value} is also that of “{id}” ({place}); leave it with the one whose it is"
                );
                findings.say(severity, (i, at), ErrorKind::Link, message);
            } else {
                first.insert(value, i);
            }
        }
    }
}
