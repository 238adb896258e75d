//! What must hold of an entity beyond its shape. References between entities are checked in `layers`, where what
//! they lead to is known.

use super::{
    at::At,
    error::{ErrorKind, GazetteerError, clip},
};
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

/// Takes what is wrong.
type Sink<'s> = &'s mut dyn FnMut(GazetteerError);

/// Hands over what a check of the value at a place finds.
fn tell(checked: Checked, at: At, sink: Sink) {
    if let Err(e) = checked {
        sink(e.at(at));
    }
}

/// Checks one entity by itself, and hands over all that is wrong with it.
pub(super) fn entity(e: &Entity, sink: Sink) {
    tell(id(&e.id), At::field("id"), sink);
    names(e, sink);
    for (i, r) in e.roles.iter().enumerate() {
        tell(role(r), At::item("roles.*", i), sink);
    }
    links(&e.links, sink);
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
                tell(fault(ErrorKind::Field, message), At::field(field), sink);
            }
        }
    }
    if e.within.len() > MOST_CONTAINERS {
        let message = format!(
            "“in” names {} places, over the limit of {MOST_CONTAINERS}",
            e.within.len()
        );
        tell(fault(ErrorKind::Field, message), At::field("in"), sink);
    }
    if let Some((lat, lon)) = e.at
        && (!(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon))
    {
        let message = "“at” is not [latitude, longitude]: latitude goes from -90 to 90 and longitude from -180 to 180";
        tell(fault(ErrorKind::Field, message), At::field("at"), sink);
    }
}

fn id(id: &str) -> Checked {
    let letter = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let word = |w: &[u8]| !w.is_empty() && w.iter().all(letter);
    if id.len() <= MOST_CHARACTERS && id.as_bytes().split(|&b| b == b'-').all(word) {
        return Ok(());
    }
    let message = format!(
        "id “{}” is not lower-case letters and digits joined by hyphens, of at most {MOST_CHARACTERS} characters",
        clip(id)
    );
    fault(ErrorKind::Id, message)
}

fn names(e: &Entity, sink: Sink) {
    tell(surface(&e.name, "a name"), At::field("name"), sink);
    let mut seen: Vec<&str> = Vec::with_capacity(1 + e.names.len());
    seen.push(&e.name);
    for (i, name) in e.names.iter().enumerate() {
        let at = At::item("names.*", i);
        tell(surface(&name.text, "a name"), at, sink);
        if seen.contains(&name.text.as_str()) {
            let message = format!("the name “{}” is there twice", clip(&name.text));
            tell(fault(ErrorKind::Name, message), at, sink);
        }
        seen.push(&name.text);
        for context in name.needs.iter().chain(&name.not) {
            tell(surface(context, "a context of a name"), at, sink);
        }
    }
}

pub(super) fn surface(text: &str, what: &str) -> Checked {
    if is_blank(text) {
        return fault(ErrorKind::Name, format!("{what} is empty"));
    }
    let length = fold::character_count(text);
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

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Names and titles are shown in one line, as they stand.
fn single_line(text: &str, kind: ErrorKind, what: &str) -> Checked {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let spaced = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if spaced || text.contains(breaks) {
        let shown = |c: char| if breaks(c) { '␤' } else { c };
        let message = format!(
            "{what} begins or ends with a space or holds a line's end: “{}”",
            clip(text).chars().map(shown).collect::<String>()
        );
        return fault(kind, message);
    }
    Ok(())
}

pub(super) fn role(role: &Role) -> Checked {
    if is_blank(&role.title) {
        return fault(ErrorKind::Role, "a role has an empty title");
    }
    single_line(&role.title, ErrorKind::Role, "a role's title")?;
    if fold::character_count(&role.title) > MOST_CHARACTERS {
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

pub(super) fn links(links: &Links, sink: Sink) {
    let mut bad = |field: &'static str, value: &str, want: &str| {
        let name = field.strip_prefix("links.").unwrap_or(field);
        let message = format!("links.{name} “{}” is not {want}", clip(value));
        tell(fault(ErrorKind::Link, message), At::field(field), sink);
    };
    if let Some(title) = &links.wikipedia
        && !is_title(title)
    {
        bad(
            "links.wikipedia",
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
            bad("links.wikidata", item, "“Q” and a number");
        }
    }
    if links.geonames == Some(0) {
        bad("links.geonames", "0", "the number of a place");
    }
    if let Some(site) = &links.website {
        let host = site
            .strip_prefix("https://")
            .or_else(|| site.strip_prefix("http://"))
            .and_then(|rest| rest.as_bytes().split(|b| b"/?#".contains(b)).next());
        let plain = !holds_any(site, b"<>\"\\^`{|}");
        let named = |h: &[u8]| h.contains(&b'.') && !h.contains(&b'@');
        if !plain || !host.is_some_and(named) {
            bad(
                "links.website",
                site,
                "an address that begins with https://",
            );
        }
    }
}

/// Whether a text can be the title of an article, and is not its address or a part of it.
fn is_title(title: &str) -> bool {
    let bytes = title.as_bytes();
    let encoded = |three: &[u8]| three[0] == b'%' && three[1..].iter().all(u8::is_ascii_hexdigit);
    !(title.is_empty()
        || bytes.starts_with(b"_")
        || bytes.ends_with(b"_")
        || bytes.windows(2).any(|two| two == b"__")
        || bytes.windows(3).any(|t| t == b"://" || encoded(t))
        || holds_any(title, b"#<>[]|{}"))
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
