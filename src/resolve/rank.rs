//! Which of several candidates for one span it is. Each rule may narrow them; the last that did decides.

use super::{
    Candidate, Need, Resolved, Scene,
    evidence::Evidence,
    longer::GREAT,
    metonym,
    rule::Rule,
    select::Group,
    title::{self, Title},
    unsure::followed_by_container,
};
use crate::{
    entity::{EntityType, Form, Kind},
    layers::EntityIndex,
    order::sorted,
    role::role_at,
    vocabulary::Meaning,
};

/// How many times the people of the next a place must have to be taken for its size.
const BY_FAR: u64 = 5;

/// How many times, to be taken for its size whatever country is named.
const OVERWHELMING: u64 = 25;

/// The most others that a mention names.
const MOST_OTHERS: usize = 20;

/// The mention that a group is: the chosen candidate with the rule that chose it, and the others, best first, with
/// the rule that set each aside.
pub(super) fn choose(scene: &Scene, group: &Group, evidence: &Evidence) -> Resolved {
    if let [only] = group.candidates[..] {
        return Resolved {
            span: group.span,
            entity: only.entity,
            form: only.form,
            why: only.evidence.unwrap_or(Rule::OnlyCandidate),
            others: Vec::new(),
        };
    }
    let (names, bodies) = metonym::parted(&group.candidates);
    let mut left = one_per_entity(&names, scene);
    let mut others: Vec<(EntityIndex, Rule)> = Vec::new();
    let mut why = left[0].evidence.unwrap_or(Rule::OnlyCandidate);
    for (rule, holds) in RULES {
        if left.len() == 1 {
            break;
        }
        let view = View {
            scene,
            evidence,
            left: &left,
        };
        let (keep, aside): (Vec<Candidate>, Vec<Candidate>) =
            left.iter().partition(|c| holds(&view, c));
        if keep.is_empty() || aside.is_empty() {
            continue;
        }
        set_aside(&mut others, &aside, rule);
        left = keep;
        why = rule;
    }
    let mut chosen = left[0];
    if left.len() > 1 {
        why = Rule::Undecided;
        set_aside(&mut others, &left[1..], why);
    }
    if !bodies.is_empty() && metonym::acts(scene, group.span) {
        chosen.form = Form::Metonym;
        set_aside(&mut others, &one_per_entity(&bodies, scene), Rule::Metonym);
    }
    others.reverse();
    others.truncate(MOST_OTHERS);
    Resolved {
        span: group.span,
        entity: chosen.entity,
        form: chosen.form,
        why,
        others,
    }
}

/// Adds what a rule sets aside, the best last: what is set aside late was nearer to being chosen.
fn set_aside(others: &mut Vec<(EntityIndex, Rule)>, aside: &[Candidate], rule: Rule) {
    for c in aside.iter().rev() {
        others.push((c.entity, rule));
    }
}

/// One candidate for each entity, by the form that most speaks for it; the places with the most people come first.
fn one_per_entity(candidates: &[Candidate], scene: &Scene) -> Vec<Candidate> {
    let strength = |c: &Candidate| (c.evidence.is_some(), c.form != Form::Short);
    let mut one: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for i in sorted(candidates.len(), &|a, b| {
        candidates[a].entity.cmp(&candidates[b].entity)
    }) {
        let c = candidates[i];
        match one.last_mut() {
            Some(other) if other.entity == c.entity => {
                if strength(&c) > strength(other) {
                    *other = c;
                }
            }
            _ => one.push(c),
        }
    }
    let order = sorted(one.len(), &|a, b| {
        people(scene, &one[b]).cmp(&people(scene, &one[a]))
    });
    order.into_iter().map(|i| one[i]).collect()
}

/// How many people live in a place, as far as known. Of regions, seas and mountains nobody says it: the gazetteer has
/// the great ones, so "Asia" and "the Andes" are no towns.
fn people(scene: &Scene, c: &Candidate) -> u64 {
    match scene.entity_type(c.entity) {
        EntityType::Region | EntityType::Water => u64::from(GREAT),
        _ => u64::from(scene.layers.population(c.entity)),
    }
}

struct View<'v> {
    scene: &'v Scene<'v>,
    evidence: &'v Evidence,
    /// The candidates that are left, the places with the most people first.
    left: &'v [Candidate],
}

type Holds = fn(&View, &Candidate) -> bool;

const RULES: [(Rule, Holds); 18] = [
    (Rule::TypeWord, |v, c| {
        c.evidence == Some(Rule::TypeWord)
            || v.evidence.types.says(c.span, v.scene.entity_type(c.entity))
    }),
    (Rule::Title, |v, c| title::before(v.scene, c) == Title::Own),
    (Rule::Title, |v, c| title::is_held(v.scene, c)),
    (Rule::Composed, |_, c| c.evidence == Some(Rule::Composed)),
    // "Renton, Washington", which is no capital.
    (Rule::Container, |_, c| c.evidence == Some(Rule::Container)),
    (Rule::Affiliation, is_listed),
    (Rule::FullName, |_, c| c.form != Form::Short),
    // "Chechen": a place only borrows the adjective of its people.
    (Rule::FullName, |v, c| {
        let is_people = |c: &Candidate| v.scene.entity_type(c.entity) == EntityType::People;
        c.form != Form::Demonym || is_people(c) || !v.left.iter().any(is_people)
    }),
    (Rule::Container, |v, c| followed_by_container(v.scene, c)),
    (Rule::NamedInFull, |v, c| v.evidence.names(c.entity)),
    (Rule::Affiliation, |v, c| {
        is_country(v, c) && v.evidence.is_about(v.scene, c.entity, c)
    }),
    // Lebanon is the country, unless Boone County is named and so one of the towns called Lebanon meant.
    (Rule::Population, |v, c| {
        let town = matches!(
            v.scene.entity_type(c.entity),
            EntityType::City | EntityType::District
        );
        !town || !v.left.iter().any(|o| is_country(v, o)) || is_about_its_county(v, c)
    }),
    (Rule::Affiliation, is_about_the_nearest),
    // Paris stays that of France in an article about the United States, which have one too.
    (Rule::Population, |v, c| is_larger(v, c, OVERWHELMING)),
    (Rule::Affiliation, |v, c| {
        let actor = v.scene.entity_type(c.entity).kind() == Kind::Actor;
        match actor {
            true => v.evidence.is_about_what_holds(v.scene, c),
            false => v.evidence.names_near(v.scene, c),
        }
    }),
    (Rule::RoleAtDate, has_its_day),
    (Rule::Population, |v, c| is_larger(v, c, BY_FAR)),
    (Rule::Affiliation, |v, c| {
        v.evidence.is_about_what_holds(v.scene, c)
    }),
];

/// Whether the document is about the nearest place that contains a place, or names something within it, or is about
/// what an actor belongs to.
fn is_about_the_nearest(v: &View, c: &Candidate) -> bool {
    if v.scene.entity_type(c.entity).kind() == Kind::Actor {
        return v.evidence.is_about_what_holds(v.scene, c);
    }
    let mut within = v.scene.layers.within(c.entity);
    let about = |place| v.evidence.is_about(v.scene, place, c);
    within.next().is_some_and(about) || about(c.entity)
}

/// Whether a country or a division stands in a list with another of the same: "Georgia, Jordan and Chad", "Oregon,
/// Washington and Idaho".
fn is_listed(v: &View, c: &Candidate) -> bool {
    let scene = v.scene;
    let entity_type = scene.entity_type(c.entity);
    if !matches!(entity_type, EntityType::Country | EntityType::Admin) {
        return false;
    }
    let joins = |i: usize| {
        let meaning = scene.document.meaning(i);
        matches!(meaning, Some(Meaning::Comma | Meaning::Conjunction))
    };
    let (mut first, mut end) = (c.span.first, c.span.end);
    while first > 0 && joins(first - 1) {
        first -= 1;
    }
    while joins(end) {
        end += 1;
    }
    let before = scene.positions.ending_at(first);
    let behind = scene.positions.starting_at(end);
    // The neighbour is of the same sort and nothing else: Hiroshima and Nagasaki are cities and prefectures.
    let within = |c: &Candidate| scene.layers.within(c.entity).next();
    let mut any = false;
    for o in before.chain(behind) {
        if o.need != Need::Weak && o.form == Form::Name && !c.span.covers(o.span) {
            any = scene.entity_type(o.entity) == entity_type && within(o) == within(c);
            if !any {
                break;
            }
        }
    }
    any
}

fn is_country(v: &View, c: &Candidate) -> bool {
    v.scene.entity_type(c.entity) == EntityType::Country
}

/// Whether the document is about the county that a town lies in.
fn is_about_its_county(v: &View, c: &Candidate) -> bool {
    let county = v.scene.county_of(c.entity);
    county.is_some_and(|county| v.evidence.is_about(v.scene, county, c))
}

/// Whether a role was held on the document's day, where the days of roles are known at all.
fn has_its_day(v: &View, c: &Candidate) -> bool {
    let roles = v.scene.layers.entity(c.entity).roles();
    let dated = roles.iter().any(|r| r.from.is_some() || r.to.is_some());
    !dated || role_at(&roles, v.scene.date, v.scene.checked).is_some()
}

/// Whether a place has so many times the people of the next.
fn is_larger(v: &View, c: &Candidate, times: u64) -> bool {
    let [first, second, ..] = v.left else {
        return false;
    };
    // An actor among them has nothing that compares with people.
    let places = [first, second, c].map(|o| v.scene.entity_type(o.entity).kind() == Kind::Place);
    let by_far = people(v.scene, first) >= times * people(v.scene, second);
    c.entity == first.entity && places == [true; 3] && people(v.scene, c) > 0 && by_far
}
