//! Places and the divisions that they lie in, where the document has names of both: of the towns called Gainesville
//! and the counties called Hall County one lies in one, and those are meant. So are two towns of one county.

use super::{Candidate, Scene, entity_map::EntityMap, evidence::Evidence, longer::GREAT};
use crate::entity::{
    EntityType::{Admin, Country},
    Form,
};

/// How much greater than a town is what else has its name: 1 for a great city, 2 for a country. San Diego and Los
/// Angeles are no wards of Madrid, and Mexico is no town near Santa Ana.
fn outshone(scene: &Scene, c: &Candidate) -> usize {
    let mut most = 0;
    for o in scene.positions.starting_at(c.span.first) {
        if o.span == c.span && o.form == Form::Name {
            most = most.max(match scene.entity_type(o.entity) {
                Country => 2,
                _ => usize::from(scene.layers.population(o.entity) >= GREAT),
            });
        }
    }
    most
}

/// Adds that the document is about each such place and its division or its neighbour.
pub(super) fn add(scene: &Scene, candidates: [&[Candidate]; 2], evidence: &mut Evidence) {
    let all = || candidates.into_iter().flatten();
    let mut known: EntityMap<Candidate> = EntityMap::new();
    for c in all().filter(|c| scene.entity_type(c.entity) == Admin) {
        known.entry(c.entity, *c);
    }
    let first_word = |c: &Candidate| scene.document.token_text(c.span.first);
    for c in all() {
        // The towns of a county are near each other.
        let other = match scene.county_of(c.entity) {
            Some(county) => Some(*known.entry(county, *c)),
            None => {
                let nearest = scene.layers.within(c.entity).next();
                nearest.and_then(|n| known.get(n))
            }
        };
        if let Some(other) = other
            && !first_word(&other).eq_ignore_ascii_case(first_word(c))
            && (scene.entity_type(other.entity) == Admin
                || outshone(scene, c) + outshone(scene, &other) < 2)
        {
            for c in [c, &other] {
                evidence.add_one(scene, c.entity, c.span, c.evidence.is_some());
            }
        }
    }
}
