//! Drafts made entities: ids, references from one to the other, and a last check of each by itself.

use std::collections::HashSet;

use super::{
    clip,
    draft::{Draft, DraftRole, Drafts},
    ids,
    report::Reporter,
};
use crate::{
    entity::{Entity, Kind, Role},
    gazetteer::validate,
};

/// The entities of drafts, sorted by id; `known` tells ids of what they will be laid over.
pub(super) fn entities(
    drafts: Drafts,
    known: &dyn Fn(&str) -> bool,
    out: &mut Reporter,
) -> Vec<Entity> {
    let Drafts { list, keys } = drafts;
    let wanted = list.iter().map(|d| match d.id.is_empty() {
        true => (d.name.as_str(), &*d.source),
        false => (&*d.id, &*d.source),
    });
    let ids = ids::unique(wanted);
    for (draft, id) in list.iter().zip(&ids) {
        if !draft.id.is_empty() && *draft.id != **id {
            let told = format!("the id “{}” became “{id}”", clip(&draft.id));
            out.warning_of(&draft.file, draft.line, told);
        }
    }
    let number = |key: &str| {
        let prefixed = |p: &str| keys.get(format!("{p}{key}").as_str()).copied();
        keys.get(key)
            .copied()
            .or_else(|| prefixed("id:"))
            .or_else(|| prefixed("name:"))
    };
    let places: Vec<Vec<usize>> = (list.iter().enumerate())
        .map(|(i, d)| {
            let near = d.within.iter().filter_map(|key| number(key));
            near.filter(|&n| n != i && list[n].entity_type.kind() == Kind::Place)
                .collect()
        })
        .collect();
    let circular = circular(&places);
    let lookup = |key: &str| match number(key) {
        Some(n) => Some(ids[n].clone()),
        None => known(key).then(|| key.to_owned()),
    };
    let mut finished: Vec<Entity> = Vec::with_capacity(list.len());
    let mut kept: HashSet<String> = HashSet::new();
    for (i, draft) in list.into_iter().enumerate() {
        let (file, line, rows) = (draft.file.clone(), draft.line, draft.rows);
        let entity = entity(draft, &ids[i], circular.contains(&i), &lookup, out);
        let mut refused = None;
        validate::entity(&entity, &mut |e| {
            refused.get_or_insert(e);
        });
        match refused {
            None => {
                out.taken(rows);
                kept.insert(entity.id.clone());
                finished.push(entity);
            }
            Some(e) => out.skipped_of(&file, line, rows, e.to_string()),
        }
    }
    for entity in &mut finished {
        entity.within.retain(|id| kept.contains(id) || known(id));
        for role in &mut entity.roles {
            role.of.take_if(|id| !kept.contains(id) && !known(id));
        }
    }
    finished.sort_by(|a, b| a.id.cmp(&b.id));
    finished
}

fn entity(
    draft: Draft,
    id: &str,
    circular: bool,
    lookup: &dyn Fn(&str) -> Option<String>,
    out: &mut Reporter,
) -> Entity {
    let place = draft.entity_type.kind() == Kind::Place;
    let mut within = Vec::new();
    for key in &draft.within {
        let unknown = |key: &str| format!("“{}”, in which it lies, is not there", clip(key));
        match lookup(key) {
            _ if !place || circular => {}
            Some(found) if found == id || within.contains(&found) => {}
            Some(found) => within.push(found),
            // What formats derive from codes is told by none of their users.
            None if key.starts_with("code:") => {}
            None => out.warning_of(&draft.file, draft.line, unknown(key)),
        }
    }
    if circular {
        let told = "places that contain each other: left out where it lies";
        out.warning_of(&draft.file, draft.line, told);
    } else if !place && !draft.within.is_empty() {
        let told = "left out where it lies: only places have that";
        out.warning_of(&draft.file, draft.line, told);
    }
    // What has dates goes before what has none and would hold always.
    let mut roles = draft.roles;
    roles.sort_by_key(|r| r.from.is_none() && r.to.is_none());
    let roles = roles.into_iter().map(|role| {
        let of = role.of.as_deref().and_then(lookup);
        if let (Some(body), None) = (&role.of, &of) {
            let told = format!("“{}”, of which it has a role, is not there", clip(body));
            out.warning_of(&draft.file, draft.line, told);
        }
        whole(role, of)
    });
    Entity {
        id: id.to_owned(),
        entity_type: draft.entity_type,
        roles: roles.collect(),
        name: draft.name,
        weak: None,
        names: draft.names,
        links: draft.links,
        within,
        at: draft.at,
        population: draft.population.filter(|_| place),
        examples: Vec::new(),
    }
}

fn whole(role: DraftRole, of: Option<String>) -> Role {
    Role {
        of: of.filter(|of| !of.is_empty()),
        title: role.title,
        from: role.from,
        to: role.to,
        source: role.source,
    }
}

/// The places that lie in themselves by way of others: those that are left when all are taken away whose
/// containers are gone.
fn circular(places: &[Vec<usize>]) -> HashSet<usize> {
    let mut waiting: Vec<usize> = places.iter().map(Vec::len).collect();
    let mut contents = vec![Vec::new(); places.len()];
    for (i, containers) in places.iter().enumerate() {
        containers.iter().for_each(|&c| contents[c].push(i));
    }
    let mut free: Vec<usize> = (0..places.len()).filter(|&i| waiting[i] == 0).collect();
    while let Some(place) = free.pop() {
        for &content in &contents[place] {
            waiting[content] -= 1;
            if waiting[content] == 0 {
                free.push(content);
            }
        }
    }
    (0..places.len()).filter(|&i| waiting[i] > 0).collect()
}
