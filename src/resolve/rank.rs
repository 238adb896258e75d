//! Which of several candidates for one span it is. Each rule may narrow them; the last that did decides.

use super::{
    Candidate, Scene,
    evidence::Evidence,
    rule::Rule,
    select::Group,
    vocabulary::{Meaning, meaning},
};
use crate::{
    document::Document,
    entity::{Form, Kind},
    lexicon::EntityIndex,
    role::role_at,
};

/// How many times the people of the next a place must have to be taken for its size.
const BY_FAR: u64 = 5;

/// The chosen candidate with the rule that chose it, and the others, best first, with the rule that set each aside.
pub(super) struct Choice {
    pub chosen: Candidate,
    pub why: Rule,
    pub others: Vec<(EntityIndex, Rule)>,
}

pub(super) fn choose(
    document: &Document,
    scene: &Scene,
    group: Group,
    evidence: &Evidence,
) -> Choice {
    let mut left = one_per_entity(group.candidates, scene);
    let mut others: Vec<(EntityIndex, Rule)> = Vec::new();
    let mut why = left[0].evidence.unwrap_or(Rule::OnlyCandidate);
    for (rule, holds) in RULES {
        if left.len() == 1 {
            break;
        }
        let view = View {
            document,
            scene,
            evidence,
            all: &left,
        };
        let (keep, aside): (Vec<Candidate>, Vec<Candidate>) =
            left.iter().partition(|c| holds(&view, c));
        if keep.is_empty() || aside.is_empty() {
            continue;
        }
        put_first(&mut others, &aside, rule);
        left = keep;
        why = rule;
    }
    let chosen = left[0];
    if left.len() > 1 {
        why = Rule::Undecided;
        put_first(&mut others, &left[1..], why);
    }
    Choice {
        chosen,
        why,
        others,
    }
}

/// What a rule sets aside late was nearer to being chosen.
fn put_first(others: &mut Vec<(EntityIndex, Rule)>, aside: &[Candidate], rule: Rule) {
    others.splice(0..0, aside.iter().map(|c| (c.entity, rule)));
}

/// One candidate for each entity, by the form that most speaks for it; the places with the most people come first.
fn one_per_entity(candidates: Vec<Candidate>, scene: &Scene) -> Vec<Candidate> {
    let strength = |c: &Candidate| (c.evidence.is_some(), c.form != Form::Short);
    let people = |c: &Candidate| scene.entity(c.entity).population;
    let mut one: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for c in candidates {
        match one.iter_mut().find(|o| o.entity == c.entity) {
            Some(other) if strength(&c) > strength(other) => *other = c,
            Some(_) => {}
            None => {
                let place = one.iter().take_while(|o| people(o) >= people(&c)).count();
                one.insert(place, c);
            }
        }
    }
    one
}

struct View<'v> {
    document: &'v Document<'v>,
    scene: &'v Scene<'v>,
    evidence: &'v Evidence,
    all: &'v [Candidate],
}

type Holds = fn(&View, &Candidate) -> bool;

const RULES: [(Rule, Holds); 9] = [
    (Rule::TypeWord, |v, c| {
        v.evidence.types.says(c.span, v.scene.entity_type(c.entity))
    }),
    (Rule::Title, |v, c| {
        super::title::announces(v.document, v.scene, c)
    }),
    (Rule::Composed, |_, c| c.evidence == Some(Rule::Composed)),
    (Rule::FullName, |_, c| c.form != Form::Short),
    (Rule::NamedInFull, |v, c| v.evidence.names(c.entity)),
    (Rule::Container, followed_by_container),
    (Rule::Affiliation, |v, c| {
        v.evidence.is_about_what_holds(v.scene, c.entity)
    }),
    (Rule::RoleAtDate, has_its_day),
    (Rule::Population, by_far_the_largest),
];

/// Whether a role was held on the document's day, where the days of roles are known at all.
fn has_its_day(v: &View, c: &Candidate) -> bool {
    let roles = &v.scene.entity(c.entity).roles;
    let dated = roles.iter().any(|r| r.from.is_some() || r.to.is_some());
    !dated || role_at(roles, v.scene.date, v.scene.checked).is_some()
}

/// "Tripoli, Lebanon".
fn followed_by_container(v: &View, c: &Candidate) -> bool {
    let containers = v.scene.graph.containers(c.entity);
    meaning(v.document.word(c.span.end)) == Some(Meaning::Comma)
        && v.evidence
            .full_forms_from(c.span.end + 1)
            .any(|e| containers.contains(&e))
}

fn by_far_the_largest(v: &View, c: &Candidate) -> bool {
    let people = |c: &Candidate| u64::from(v.scene.entity(c.entity).population.unwrap_or(0));
    let places = v
        .all
        .iter()
        .all(|o| v.scene.entity(o.entity).kind() == Kind::Place);
    let next = v
        .all
        .iter()
        .filter(|o| o.entity != c.entity)
        .map(people)
        .max();
    places && people(c) > 0 && people(c) >= BY_FAR * next.unwrap_or(0)
}
