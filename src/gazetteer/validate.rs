//! What must hold of an entity beyond its shape. References between entities are checked in `layers`, where what
//! they lead to is known.

use super::error::{ErrorKind, GazetteerError, clip};
use crate::{
    entity::{Entity, Kind, Links, Mute, Role},
    fold,
};

/// The most characters that a surface form, a context or a title may have.
pub const MOST_CHARACTERS: usize = 200;

/// The most places that one may lie in, near and far: a village lies in five or six.
pub(crate) const MOST_CONTAINERS: usize = 64;

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
    if e.within.len() > MOST_CONTAINERS {
        let message = format!(
            "“in” names {} places, over the limit of {MOST_CONTAINERS}",
            e.within.len()
        );
        return fault(ErrorKind::Field, message);
    }
    if let Some((lat, lon)) = e.at
        && (!(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon))
    {
        return fault(
            ErrorKind::Field,
            "“at” is not [latitude, longitude]: latitude goes from -90 to 90 and longitude from -180 to 180",
        );
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

pub(super) fn surface(text: &str, what: &str) -> Checked {
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

pub(super) fn role(role: &Role) -> Checked {
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
    if let (Some(from), Some(to)) = (role.from, role.to)
        && (to.last_day() < from.first_day() || (to == from && to.first_day() == to.last_day()))
    {
        let message = format!(
            "the role “{}” ends ({to}) before it begins ({from})",
            clip(&role.title)
        );
        return fault(ErrorKind::Role, message);
    }
    Ok(())
}

pub(super) fn links(links: &Links) -> Checked {
    let bad = |field: &str, value: &str, want: &str| {
        fault(
            ErrorKind::Link,
            format!("links.{field} “{}” is not {want}", clip(value)),
        )
    };
    if let Some(title) = &links.wikipedia
        && (title.is_empty()
            || title.as_bytes().windows(3).any(|three| three == b"://")
            || holds_any(title, b"#<>[]|{}"))
    {
        return bad(
            "wikipedia",
            title,
            "an article's title with underscores for spaces",
        );
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
        let plain = !holds_any(site, b"<>\"\\^`{|}");
        let named = |h: &str| h.as_bytes().contains(&b'.') && !h.as_bytes().contains(&b'@');
        if !plain || !host.is_some_and(named) {
            return bad("website", site, "an address that begins with https://");
        }
    }
    Ok(())
}

/// Whether a part of an address holds white space, a control character or one of these.
fn holds_any(text: &str, these: &[u8]) -> bool {
    let breaks = |c: char| c.is_whitespace() || c.is_control();
    text.bytes().any(|b| these.contains(&b)) || text.chars().any(breaks)
}

/// Checks one mute.
pub(super) fn mute(mute: &Mute) -> Checked {
    if mute.entity.is_none() && mute.text.is_none() {
        let message = "a mute names neither an “entity” nor a “text”";
        return fault(ErrorKind::Field, message);
    }
    mute.entity.as_deref().map_or(Ok(()), id)?;
    let text = mute.text.as_deref();
    text.map_or(Ok(()), |text| surface(text, "a muted name"))
}
