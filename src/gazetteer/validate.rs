//! What must hold of an entity beyond its shape, and of the references between entities.

use hashbrown::HashMap;

use super::error::{ErrorKind, GazetteerError, clip};
use crate::{
    entity::{Entity, Kind, Links, Role},
    fold,
};

/// The most characters that a surface form, a context or a title may have.
pub const MOST_CHARACTERS: usize = 200;

/// The most places that one may lie in, near and far: a village lies in five or six.
const MOST_CONTAINERS: usize = 64;

type Checked = Result<(), GazetteerError>;

fn fault(kind: ErrorKind, message: impl Into<String>) -> Checked {
    Err(GazetteerError::new(kind, message))
}

/// Checks one entity by itself.
pub(super) fn entity(e: &Entity) -> Checked {
    id(&e.id)?;
    names(e)?;
    e.roles.iter().try_for_each(role)?;
    links(&e.links)?;
    if e.kind() == Kind::Actor {
        for (given, field) in [
            (!e.within.is_empty(), "in"),
            (e.at.is_some(), "at"),
            (e.population.is_some(), "population"),
        ] {
            if given {
                let message = format!(
                    "only places have “{field}”; a body belongs to a state by the “of” of its role"
                );
                return fault(ErrorKind::Field, message);
            }
        }
    }
    if let Some((lat, lon)) = e.at {
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return fault(
                ErrorKind::Field,
                "“at” is not [latitude, longitude]: latitude goes from -90 to 90 and longitude from -180 to 180",
            );
        }
    }
    Ok(())
}

fn id(id: &str) -> Checked {
    let word = |w: &str| {
        !w.is_empty()
            && w.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if id.len() <= MOST_CHARACTERS && id.split('-').all(word) {
        return Ok(());
    }
    let message = format!(
        "id “{}” is not lower-case letters and digits joined by hyphens, of at most {MOST_CHARACTERS} characters",
        clip(id)
    );
    fault(ErrorKind::Id, message)
}

fn names(e: &Entity) -> Checked {
    let forms = e.names.iter().map(|n| n.text.as_str());
    let mut seen: Vec<&str> = Vec::with_capacity(1 + e.names.len());
    for text in core::iter::once(e.name.as_str()).chain(forms) {
        surface(text, "a name")?;
        let before = seen.contains(&text);
        seen.push(text);
        if before {
            return fault(
                ErrorKind::Name,
                format!("the name “{}” is there twice", clip(text)),
            );
        }
    }
    for name in &e.names {
        for context in name.needs.iter().chain(&name.not) {
            surface(context, "a context of a name")?;
        }
    }
    Ok(())
}

fn surface(text: &str, what: &str) -> Checked {
    if text.trim().is_empty() {
        return fault(ErrorKind::Name, format!("{what} is empty"));
    }
    let length = text.chars().count();
    if length > MOST_CHARACTERS {
        let message = format!(
            "{what} has {length} characters, over the limit of {MOST_CHARACTERS}: “{}”",
            clip(text)
        );
        return fault(ErrorKind::Name, message);
    }
    single_line(text, ErrorKind::Name, what)?;
    if !fold::has_word(text) {
        let message = format!(
            "{what} has no letter or digit to find it by: “{}”",
            clip(text)
        );
        return fault(ErrorKind::Name, message);
    }
    Ok(())
}

/// Names and titles are shown in one line, as they stand.
fn single_line(text: &str, kind: ErrorKind, what: &str) -> Checked {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if text.trim() != text || text.contains(breaks) {
        let message = format!(
            "{what} begins or ends with a space or holds a line's end: “{}”",
            clip(text).replace(breaks, "␤")
        );
        return fault(kind, message);
    }
    Ok(())
}

fn role(role: &Role) -> Checked {
    if role.title.trim().is_empty() {
        return fault(ErrorKind::Role, "a role has an empty title");
    }
    single_line(&role.title, ErrorKind::Role, "a role's title")?;
    if role.title.chars().count() > MOST_CHARACTERS {
        let message = format!(
            "a role's title is over the limit of {MOST_CHARACTERS} characters: “{}”",
            clip(&role.title)
        );
        return fault(ErrorKind::Role, message);
    }
    if let (Some(from), Some(to)) = (role.from, role.to) {
        if to.last_day() < from.first_day() || (to == from && to.first_day() == to.last_day()) {
            let message = format!(
                "the role “{}” ends ({to}) before it begins ({from})",
                clip(&role.title)
            );
            return fault(ErrorKind::Role, message);
        }
    }
    Ok(())
}

fn links(links: &Links) -> Checked {
    let bad = |field: &str, value: &str, want: &str| {
        fault(
            ErrorKind::Link,
            format!("links.{field} “{}” is not {want}", clip(value)),
        )
    };
    if let Some(title) = &links.wikipedia {
        if title.is_empty()
            || title.contains("://")
            || title
                .chars()
                .any(|c| c.is_control() || c.is_whitespace() || "#<>[]|{}".contains(c))
        {
            return bad(
                "wikipedia",
                title,
                "an article's title with underscores for spaces",
            );
        }
    }
    if let Some(item) = &links.wikidata {
        let digits = item.strip_prefix('Q').unwrap_or("");
        if digits.is_empty()
            || digits.starts_with('0')
            || !digits.bytes().all(|b| b.is_ascii_digit())
        {
            return bad("wikidata", item, "“Q” and a number");
        }
    }
    if let Some(site) = &links.website {
        let host = site
            .strip_prefix("https://")
            .or_else(|| site.strip_prefix("http://"))
            .and_then(|r| r.split(['/', '?', '#']).next());
        let plain = !site
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
        if !plain || !host.is_some_and(|h| h.contains('.') && !h.contains('@')) {
            return bad("website", site, "an address that begins with https://");
        }
    }
    Ok(())
}

/// Checks the references between entities.
pub(super) fn references(entities: &[Entity]) -> Checked {
    let ids = entities.iter().enumerate();
    let by_id: HashMap<&str, usize> = ids.map(|(i, e)| (e.id.as_str(), i)).collect();
    for e in entities {
        let of = e
            .roles
            .iter()
            .filter_map(|r| Some(("of", r.of.as_deref()?)));
        let within = e.within.iter().map(|id| ("in", id.as_str()));
        for (field, id) in of.chain(within) {
            let Some(&target) = by_id.get(id) else {
                let message = format!("“{field}” refers to “{}”, which is not there", clip(id));
                return fault(ErrorKind::Reference, message).map_err(|x| x.in_entity(&e.id));
            };
            if field == "in" && entities[target].kind() != Kind::Place {
                let message = format!("“in” refers to “{id}”, which is not a place");
                return fault(ErrorKind::Reference, message).map_err(|x| x.in_entity(&e.id));
            }
        }
    }
    for e in entities {
        let mut above: Vec<&str> = e.within.iter().map(String::as_str).collect();
        let mut next = 0;
        while let Some(&id) = above.get(next) {
            if id == e.id {
                let message = "the place contains itself through its “in”";
                return fault(ErrorKind::Reference, message).map_err(|x| x.in_entity(&e.id));
            }
            for further in &entities[by_id[id]].within {
                if !above.contains(&further.as_str()) {
                    above.push(further);
                }
            }
            if above.len() > MOST_CONTAINERS {
                let message = format!(
                    "the place lies in more than {MOST_CONTAINERS} others through its “in”"
                );
                return fault(ErrorKind::Reference, message).map_err(|x| x.in_entity(&e.id));
            }
            next += 1;
        }
    }
    Ok(())
}
