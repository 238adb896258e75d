//! What an entity is: its type, surface forms (`surface_form`), roles and links, as people write them in gazetteer
//! files.
//!
//! Nothing here looks at text or dates; what is allowed beyond the shape is checked in `gazetteer::validate`.

mod surface_form;

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
#[cfg(feature = "schema")]
use surface_form::NameSchema;
pub use surface_form::{CaseRule, Form, SurfaceForm};

/// Written as its name.
macro_rules! serialized_by_name {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}
use serialized_by_name;

/// Someone or something with an id, found in text by its surface forms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Lower-case words joined by hyphens; never changes once published.
    pub id: String,
    /// What sort of actor or place it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// The name that readers are shown; also a surface form.
    pub name: String,
    /// Whether the name is also a common word or a name of people, so that it counts only with evidence. Where it is not
    /// said, the names of packs are weighed when they are made, and other names are taken for distinct.
    #[serde(default)]
    pub weak: Option<bool>,
    /// Further surface forms: other spellings, short forms, acronyms, demonyms, names in other scripts.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<NameSchema>"))]
    pub names: Vec<SurfaceForm>,
    /// What it is or holds, with the dates it held. Of roles held at the same time the weightiest comes first.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Where to read on.
    #[serde(default)]
    pub links: Links,
    /// Places only: the ids of the places that contain it, nearest first.
    #[serde(default, rename = "in")]
    pub within: Vec<String>,
    /// Places only: latitude and longitude in degrees (WGS 84).
    #[serde(default)]
    pub at: Option<(f64, f64)>,
    /// Places only: how many people live there.
    #[serde(default)]
    pub population: Option<u32>,
    /// Sentences that must and must not light this entity up.
    #[serde(default)]
    pub examples: Vec<Example>,
}

impl Entity {
    /// Whether it acts or is a place.
    pub fn kind(&self) -> Kind {
        self.entity_type.kind()
    }
}

/// The two kinds of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Someone who acts: a person, a body, a people.
    Actor,
    /// Somewhere.
    Place,
}

impl Kind {
    /// Its word in output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Actor => "actor",
            Kind::Place => "place",
        }
    }
}

serialized_by_name!(Kind);

/// The types of actors and places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EntityType {
    /// One human being, in public roles.
    Person,
    /// The executive of a state or of a part of one; also a seat that stands for it.
    Government,
    /// A department of a government.
    Ministry,
    /// The armed forces of a state or a branch of them.
    Military,
    /// Police, intelligence, courts, parliaments, central banks.
    Agency,
    /// Armed, and not of a recognised state.
    ArmedGroup,
    /// A political party or movement.
    Party,
    /// A business.
    Company,
    /// A newspaper, broadcaster or news agency.
    Media,
    /// A non-governmental organisation.
    Ngo,
    /// An intergovernmental organisation.
    Igo,
    /// Any other body: universities, clubs, churches.
    Organisation,
    /// A people or community.
    People,
    /// A state or territory.
    Country,
    /// A region without an administration of its own, or one above states.
    Region,
    /// A first- or second-level division of a country.
    Admin,
    /// A city, town or village.
    City,
    /// A part of a city.
    District,
    /// An airport, base, camp, crossing, dam, palace, university campus.
    Site,
    /// A sea, river, lake or strait.
    Water,
}

impl EntityType {
    /// Every type, in the order of their numbers.
    pub const ALL: [EntityType; 20] = {
        use EntityType::*;
        [
            Person,
            Government,
            Ministry,
            Military,
            Agency,
            ArmedGroup,
            Party,
            Company,
            Media,
            Ngo,
            Igo,
            Organisation,
            People,
            Country,
            Region,
            Admin,
            City,
            District,
            Site,
            Water,
        ]
    };

    /// Its word in data and output.
    pub fn name(self) -> &'static str {
        use EntityType::*;
        match self {
            Person => "person",
            Government => "government",
            Ministry => "ministry",
            Military => "military",
            Agency => "agency",
            ArmedGroup => "armed-group",
            Party => "party",
            Company => "company",
            Media => "media",
            Ngo => "ngo",
            Igo => "igo",
            Organisation => "organisation",
            People => "people",
            Country => "country",
            Region => "region",
            Admin => "admin",
            City => "city",
            District => "district",
            Site => "site",
            Water => "water",
        }
    }

    /// Whether the type is one of actors or of places.
    pub fn kind(self) -> Kind {
        use EntityType::*;
        match self {
            Country | Region | Admin | City | District | Site | Water => Kind::Place,
            Person | Government | Ministry | Military | Agency | ArmedGroup | Party | Company
            | Media | Ngo | Igo | Organisation | People => Kind::Actor,
        }
    }
}

serialized_by_name!(EntityType);

/// What an entity is or holds, with the dates it held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// In a few neutral words: "President of Syria".
    pub title: String,
    /// The id of the entity that the role belongs to.
    #[serde(default)]
    pub of: Option<String>,
    /// The first day, month or year that it was held; absent where unknown or not meaningful.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub from: Option<PartialDate>,
    /// The first day, month or year that it was no longer held.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub to: Option<PartialDate>,
    /// Where this can be checked, as a URL or a short reference.
    #[serde(default)]
    pub source: Option<String>,
}

/// Where to read on about an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// The title of its article in the English Wikipedia, with underscores.
    #[serde(default)]
    pub wikipedia: Option<String>,
    /// Its Wikidata item: "Q" and a number.
    #[serde(default)]
    pub wikidata: Option<String>,
    /// Its GeoNames number.
    #[serde(default)]
    pub geonames: Option<u32>,
    /// Its own site, with https.
    #[serde(default)]
    pub website: Option<String>,
}

/// What an overlay silences in the gazetteers that it is laid over: an entity, a surface form, or a surface form of one
/// entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mute {
    /// The id of the entity; absent where the surface form is silenced whatever it stands for.
    #[serde(default)]
    pub entity: Option<String>,
    /// The surface form; absent where all of the entity's are silenced.
    #[serde(default)]
    pub text: Option<String>,
}

/// A sentence with what must and what must not be found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// The entity that the example is about; given only on examples of a whole file.
    #[serde(default)]
    pub entity: Option<String>,
    /// The day on which the sentence is read; by default the day of checking.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub date: Option<crate::date::Date>,
    /// Passages that must be mentions of the entity.
    #[serde(default, rename = "match")]
    pub matches: Vec<String>,
    /// Passages that must not be mentions of the entity.
    #[serde(default)]
    pub no: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_by_name_is_read_by_it() {
        fn check<T: for<'d> Deserialize<'d> + Serialize + PartialEq + core::fmt::Debug>(all: &[T]) {
            for value in all {
                let written = serde_json::to_string(value).unwrap();
                assert_eq!(serde_json::from_str::<T>(&written).unwrap(), *value);
            }
        }
        check(&EntityType::ALL);
        check(&Form::ALL);
        check(&CaseRule::ALL);
    }
}
