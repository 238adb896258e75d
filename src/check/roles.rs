//! Roles that overlap: one held twice by the same entity, and offices for one that two people held at once.

use std::collections::BTreeMap;

use super::{Findings, Severity};
use crate::{
    entity::{EntityType, Role},
    gazetteer::{At, ErrorKind, clip},
};

/// How the titles of offices begin that one person holds at a time.
const OFFICES: [&str; 16] = [
    "Chancellor of",
    "Defence Minister of",
    "Emir of",
    "Foreign Minister of",
    "Foreign Secretary of",
    "King of",
    "Minister of Defence of",
    "Minister of Foreign Affairs of",
    "President of",
    "Prime Minister of",
    "Queen of",
    "Secretary of Defense of",
    "Secretary of State of",
    "Secretary-General of",
    "Sultan of",
    "Supreme Leader of",
];

/// The title of an office, and what it belongs to.
type Office<'e> = (&'e str, Option<&'e str>);

/// The number of an entity, that of its role, and the role.
type Holder<'e> = (usize, usize, &'e Role);

/// Roles that the same entity holds twice at once, and offices for one that two people hold.
pub(super) fn roles(findings: &mut Findings) {
    let written = &findings.entities[..findings.reading.written()];
    let mut offices: BTreeMap<Office, Vec<Holder>> = BTreeMap::new();
    for (i, entity) in written.iter().enumerate() {
        for (n, role) in entity.roles.iter().enumerate() {
            let same = |r: &&Role| r.title == role.title && r.of == role.of && overlap(r, role);
            if entity.roles[..n].iter().any(|r| same(&r)) {
                let message = format!(
                    "the role “{}” is there twice for the same time; keep one, or mend the dates",
                    clip(&role.title)
                );
                let at = At::item("roles.*", n);
                findings.say(Severity::Error, (i, at), ErrorKind::Role, message);
            }
            let office = OFFICES.iter().any(|o| role.title.starts_with(o));
            if office && entity.entity_type == EntityType::Person {
                let holders = offices.entry((&role.title, role.of.as_deref()));
                holders.or_default().push((i, n, role));
            }
        }
    }
    for ((title, _), holders) in offices {
        for (n, &(i, number, role)) in holders.iter().enumerate() {
            for &(other, others, before) in &holders[..n] {
                if other != i && overlap(before, role) {
                    let id = &written[other].id;
                    let place = findings.place_of(other, At::item("roles.*", others));
                    let message = format!(
                        "“{}” is also held by “{id}” ({place}) at that time; is it one person, or a date wrong?",
                        clip(title)
                    );
                    let at = At::item("roles.*", number);
                    findings.say(Severity::Note, (i, at), ErrorKind::Role, message);
                }
            }
        }
    }
}

/// Whether two roles were certainly held at the same time, as far as their dates are known.
fn overlap(a: &Role, b: &Role) -> bool {
    // The last day on which it may have begun, and the first on which it may have ended.
    let begun = |r: &Role| r.from.map(|d| d.last_day());
    let ended = |r: &Role| r.to.map(|d| d.first_day());
    let before = |first: &Role, second: &Role| match (begun(first), ended(second)) {
        (Some(from), Some(to)) => from < to,
        (Some(_), None) => true,
        (None, _) => false,
    };
    (a.from == b.from && a.to == b.to) || (before(a, b) && before(b, a))
}
