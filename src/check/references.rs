//! References between entities: all lead somewhere, “in” to a place, and no chain of them back to its beginning.

use std::collections::HashMap;

use super::{Findings, Severity};
use crate::{
    Highlighter,
    entity::{Entity, Kind},
    gazetteer::{At, ErrorKind, clip},
};

/// The references of an entity by the field that holds them.
type To<'e> = (&'e str, At);

fn within(e: &Entity) -> Vec<To<'_>> {
    let ids = e.within.iter().enumerate();
    ids.map(|(i, id)| (&**id, At::item("in.*", i))).collect()
}

fn affiliated(e: &Entity) -> Vec<To<'_>> {
    let roles = e.roles.iter().enumerate();
    let of = roles.filter_map(|(i, r)| Some((r.of.as_deref()?, At::item("roles.*.of", i))));
    of.collect()
}

/// References that lead nowhere, to what is no place, or in a circle.
pub(super) fn references(findings: &mut Findings, under: &Highlighter) {
    let all = findings.entities;
    let by_id: HashMap<&str, usize> = (0..).zip(all).map(|(i, e)| (&*e.id, i)).collect();
    for (i, entity) in all.iter().enumerate() {
        let of = affiliated(entity).into_iter().map(|to| ("of", to));
        for (field, (id, at)) in within(entity).into_iter().map(|to| ("in", to)).chain(of) {
            let kind = match by_id.get(id) {
                Some(&to) => Some(all[to].kind()),
                None => under
                    .index_of(id)
                    .map(|index| under.entity(index).entity_type().kind()),
            };
            let fault = match kind {
                Some(Kind::Actor) if field == "in" => "which is not a place",
                Some(_) => continue,
                // What could not be read has been told.
                None if findings.reading.unread.iter().any(|unread| unread == id) => continue,
                None => "which is not there; add it, or mend the id",
            };
            let message = format!("“{field}” refers to “{}”, {fault}", clip(id));
            findings.say(Severity::Error, (i, at), ErrorKind::Reference, message);
        }
    }
    circles(findings, &by_id, "in", within);
    circles(findings, &by_id, "of", affiliated);
}

/// Each circle of references once, at the first of its entities.
fn circles(
    findings: &mut Findings,
    by_id: &HashMap<&str, usize>,
    field: &str,
    references: fn(&Entity) -> Vec<To<'_>>,
) {
    let all = findings.entities;
    let to: Vec<Vec<(usize, At)>> = all
        .iter()
        .map(|e| {
            let known = references(e).into_iter();
            known
                .filter_map(|(id, at)| Some((*by_id.get(id)?, at)))
                .collect()
        })
        .collect();
    let mut done = vec![false; all.len()];
    let mut on_way = vec![false; all.len()];
    for start in 0..all.len() {
        // The way from the start, each with how many of its references were followed.
        let mut way: Vec<(usize, usize)> = Vec::new();
        if !done[start] {
            way.push((start, 0));
            on_way[start] = true;
        }
        while let Some((here, followed)) = way.last_mut() {
            let Some(&(next, at)) = to[*here].get(*followed) else {
                done[*here] = true;
                on_way[*here] = false;
                way.pop();
                continue;
            };
            *followed += 1;
            let here = *here;
            if on_way[next] {
                let circle = way.iter().skip_while(|(n, _)| *n != next);
                let ids = circle.map(|(n, _)| all[*n].id.as_str());
                let ids: Vec<&str> = ids.chain([all[next].id.as_str()]).collect();
                let message = format!(
                    "“{field}” leads in a circle: {}; take one of these out",
                    ids.join(" → ")
                );
                findings.say(Severity::Error, (here, at), ErrorKind::Reference, message);
            } else if !done[next] {
                way.push((next, 0));
                on_way[next] = true;
            }
        }
    }
}
