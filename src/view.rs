//! Entities and mentions as plain records for programs: JSON on the command line, objects in JavaScript.
//!
//! Fields that are absent are left out, except `role`, which is null where no role is known on the day.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    date::{Date, PartialDate},
    entity::{EntityType, Form, Kind},
    highlighter::{Highlighter, Mention},
    layers::EntityIndex,
    pack::LinksRef,
    role::RoleAt,
};

/// A mention with all that is shown of it.
#[derive(Clone, Debug, Serialize)]
pub struct MentionView<'a> {
    /// The first UTF-16 code unit.
    pub start: usize,
    /// One past the last UTF-16 code unit.
    pub end: usize,
    /// What stands there.
    pub text: &'a str,
    /// The entity's id.
    pub entity: &'a str,
    /// The entity's name.
    pub name: &'a str,
    /// Actor or place.
    pub kind: Kind,
    /// The entity's type.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// How the surface form stands for the entity.
    pub form: &'static str,
    /// How sure the mention is.
    pub confidence: &'static str,
    /// The role on the document's date.
    pub role: Option<RoleView<'a>>,
    /// Where to read on.
    pub links: LinksView<'a>,
    /// Other entities that share the surface form, best first.
    pub candidates: Vec<CandidateView<'a>>,
    /// The rule that decided.
    pub why: &'static str,
}

/// An entity that a mention might have been.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateView<'a> {
    /// Its id.
    pub entity: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Actor or place.
    pub kind: Kind,
    /// The rule that set it aside.
    pub why: &'static str,
}

/// The role on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleView<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// The id of what it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'a str>,
    /// The name of what it belongs to; not given on mentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_name: Option<&'a str>,
    /// When it began, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// When it ended, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// The role known last, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<NowView<'a>>,
    /// Where it can be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
}

/// The role known last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NowView<'a> {
    /// Its title.
    pub title: &'a str,
    /// When it began, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
}

/// Where to read on about an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinksView<'a> {
    /// The address of its article in the English Wikipedia.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikipedia: Option<String>,
    /// Its Wikidata item, such as "Q44329".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// Its GeoNames number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
    /// The address of its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<&'a str>,
}

/// All that is known of an entity, with its role on a day.
#[derive(Clone, Debug, Serialize)]
pub struct EntityView<'a> {
    /// Its place in the gazetteer.
    pub index: u32,
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its type.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Actor or place.
    pub kind: Kind,
    /// Its other surface forms.
    pub names: Vec<NameView<'a>>,
    /// Its role on the day.
    pub role: Option<RoleView<'a>>,
    /// All its roles.
    pub roles: Vec<RoleView<'a>>,
    /// Where to read on.
    pub links: LinksView<'a>,
    /// The places that contain it.
    #[serde(rename = "in")]
    pub within: Vec<PlaceView<'a>>,
    /// Latitude and longitude in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<(f64, f64)>,
    /// How many people live there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
}

/// A surface form.
#[derive(Clone, Debug, Serialize)]
pub struct NameView<'a> {
    /// As written in the gazetteer.
    pub text: &'a str,
    /// How it stands for the entity.
    pub form: Form,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// A place that contains another.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceView<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
}

impl<'a> From<LinksRef<'a>> for LinksView<'a> {
    fn from(links: LinksRef<'a>) -> Self {
        LinksView {
            wikipedia: links.wikipedia.map(wikipedia_address),
            wikidata: links.wikidata.map(|n| format!("Q{n}")),
            geonames: links.geonames,
            website: links.website,
        }
    }
}

/// The address of an article of the English Wikipedia.
fn wikipedia_address(title: &str) -> String {
    let mut address = String::from("https://en.wikipedia.org/wiki/");
    for byte in title.bytes() {
        if byte.is_ascii_alphanumeric() || b"_-.~(),:'!*@/".contains(&byte) {
            address.push(byte as char);
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            address.push('%');
            address.push(DIGITS[usize::from(byte >> 4)] as char);
            address.push(DIGITS[usize::from(byte & 15)] as char);
        }
    }
    address
}

impl Highlighter {
    /// A mention of `text` as a record. `date` is the day that the text was annotated with.
    pub fn mention_view<'a>(
        &'a self,
        text: &'a str,
        mention: &Mention,
        date: Option<Date>,
    ) -> MentionView<'a> {
        let entity = self.entity(mention.entity);
        MentionView {
            start: mention.span.start,
            end: mention.span.end,
            text: &text[mention.bytes.range()],
            entity: entity.id(),
            name: entity.name(),
            kind: entity.kind(),
            entity_type: entity.entity_type(),
            form: mention.form.name(),
            confidence: mention.confidence().name(),
            // The id says whose role it is; its name is for those who ask for the entity.
            role: self.role(mention.entity, date).map(|r| RoleView {
                of_name: None,
                ..self.role_view(r)
            }),
            links: LinksView::from(entity.links()),
            candidates: mention
                .candidates
                .iter()
                .map(|&(index, why)| {
                    let entity = self.entity(index);
                    CandidateView {
                        entity: entity.id(),
                        name: entity.name(),
                        kind: entity.kind(),
                        why: why.name(),
                    }
                })
                .collect(),
            why: mention.why.name(),
        }
    }

    /// An entity as a record, with its role on a day.
    pub fn entity_view(&self, index: EntityIndex, date: Option<Date>) -> EntityView<'_> {
        let entity = self.entity(index);
        EntityView {
            index: index.0,
            id: entity.id(),
            name: entity.name(),
            entity_type: entity.entity_type(),
            kind: entity.kind(),
            names: entity
                .names()
                .iter()
                .map(|n| NameView {
                    text: n.text,
                    form: n.form,
                    lang: n.lang,
                })
                .collect(),
            role: self.role(index, date).map(|r| self.role_view(r)),
            roles: entity
                .roles()
                .iter()
                .map(|r| RoleView {
                    title: Cow::Borrowed(r.title),
                    of_name: r.of.map(|of| self.entity(of).name()),
                    of: r.of.map(|of| self.entity(of).id()),
                    from: r.from,
                    to: r.to,
                    now: None,
                    source: r.source,
                })
                .collect(),
            links: LinksView::from(entity.links()),
            within: entity
                .within()
                .into_iter()
                .map(|i| PlaceView {
                    id: self.entity(i).id(),
                    name: self.entity(i).name(),
                })
                .collect(),
            at: entity.at(),
            population: entity.population(),
        }
    }

    fn role_view<'a>(&'a self, role: RoleAt<'a>) -> RoleView<'a> {
        RoleView {
            of_name: role.of.map(|of| self.entity(of).name()),
            of: role.of.map(|of| self.entity(of).id()),
            title: role.title,
            from: role.from,
            to: role.to,
            now: role.now.map(|n| NowView {
                title: n.title,
                from: n.from,
            }),
            source: None,
        }
    }
}
