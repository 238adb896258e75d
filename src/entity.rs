//! What an entity is: its type, surface forms, roles and links, as people write them in gazetteer files.
//!
//! Nothing here looks at text or dates; what is allowed beyond the shape is checked in `gazetteer::validate`.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::date::PartialDate;

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
    /// Whether the name is also a common word or a name of people, so that it counts only with evidence.
    #[serde(default)]
    pub weak: bool,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Someone who acts: a person, a body, a people.
    Actor,
    /// Somewhere.
    Place,
}

/// The types of actors and places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

/// How a surface form stands for its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A full name.
    Name,
    /// Counts only in the presence of evidence: a surname, "the ministry".
    Short,
    /// Initials.
    Acronym,
    /// The adjective or people of a place ("Syrian", "Syrians"), or the adjective of a people ("Kurdish").
    Demonym,
    /// A place that stands for a body ("Moscow" for Russia's government).
    Metonym,
    /// A name in another language or script.
    Native,
}

impl Form {
    /// Every form, in the order of their numbers.
    pub const ALL: [Form; 6] = [
        Form::Name,
        Form::Short,
        Form::Acronym,
        Form::Demonym,
        Form::Metonym,
        Form::Native,
    ];

    /// Its place among all forms.
    pub(crate) fn number(self) -> usize {
        self as usize
    }

    /// Its word in data and output.
    pub fn name(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Short => "short",
            Form::Acronym => "acronym",
            Form::Demonym => "demonym",
            Form::Metonym => "metonym",
            Form::Native => "native",
        }
    }
}

/// How the letters of a text must be cased to match a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CaseRule {
    /// As written and not otherwise.
    Exact,
    /// Capitals where it has them, or all capitals.
    Proper,
    /// Any.
    Any,
}

impl CaseRule {
    /// Every rule, in the order of their numbers.
    pub(crate) const ALL: [CaseRule; 3] = [CaseRule::Exact, CaseRule::Proper, CaseRule::Any];
}

/// A string that can stand for an entity in text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SurfaceForm {
    /// As written in the gazetteer.
    pub text: String,
    /// How it stands for the entity.
    pub form: Form,
    /// How its letters must be cased.
    pub case: CaseRule,
    /// BCP 47 language tag, where it is of one language.
    pub lang: Option<String>,
    /// Words or phrases of which at least one must stand somewhere in the document.
    pub needs: Vec<String>,
    /// Phrases that forbid the match where they cover it.
    pub not: Vec<String>,
    /// Whether it is also a common word or a name of people, so that it counts only with evidence.
    pub weak: bool,
}

impl SurfaceForm {
    /// A surface form of which only the text is known: acronyms are told by their capitals, other scripts by their letters.
    pub fn from_text(text: String) -> Self {
        SurfaceForm::from_parts(text, None, None)
    }

    /// A surface form of which the rest is implied where it is not given.
    pub(crate) fn from_parts(text: String, form: Option<Form>, case: Option<CaseRule>) -> Self {
        let form = form.unwrap_or_else(|| implied_form(&text));
        SurfaceForm {
            case: case.unwrap_or_else(|| implied_case(form)),
            text,
            form,
            lang: None,
            needs: Vec::new(),
            not: Vec::new(),
            weak: false,
        }
    }
}

fn implied_form(text: &str) -> Form {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let acronym = (2..=6).contains(&text.chars().count())
        && text
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.')
        && letters().count() > 0;
    if acronym {
        Form::Acronym
    } else if letters().next().is_some() && letters().all(|c| !is_latin(c)) {
        Form::Native
    } else {
        Form::Name
    }
}

fn is_latin(c: char) -> bool {
    // Basic Latin to Latin Extended-B with IPA, phonetic extensions, Latin Extended Additional and C to E.
    matches!(c as u32, 0..=0x2FF | 0x1D00..=0x1DBF | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F)
}

fn implied_case(form: Form) -> CaseRule {
    match form {
        Form::Acronym => CaseRule::Exact,
        _ => CaseRule::Proper,
    }
}

/// The object form of a surface form in a file.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct SurfaceFormFields {
    /// The string itself.
    text: String,
    /// How it stands for the entity; by default an acronym where it is all capitals, native where it is of another script than Latin, else a name.
    #[serde(default)]
    form: Option<Form>,
    /// How its letters must be cased; by default exact for acronyms and proper for others.
    #[serde(default)]
    case: Option<CaseRule>,
    /// BCP 47 language tag, where it is of one language.
    #[serde(default)]
    lang: Option<String>,
    /// Words or phrases of which at least one must stand somewhere in the document.
    #[serde(default)]
    needs: Vec<String>,
    /// Phrases that forbid the match where they cover it.
    #[serde(default)]
    not: Vec<String>,
    /// Whether it is also a common word or a name of people, so that it counts only with evidence.
    #[serde(default)]
    weak: bool,
}

impl From<SurfaceFormFields> for SurfaceForm {
    fn from(f: SurfaceFormFields) -> Self {
        SurfaceForm {
            lang: f.lang,
            needs: f.needs,
            not: f.not,
            weak: f.weak,
            ..SurfaceForm::from_parts(f.text, f.form, f.case)
        }
    }
}

/// A surface form as it may be written: a bare string or an object.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its shape is used, in the schema")]
enum NameSchema {
    /// The string itself; how it stands for the entity is told by its letters.
    Text(String),
    /// The string with what there is to say about it.
    Fields(SurfaceFormFields),
}

impl<'de> Deserialize<'de> for SurfaceForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = SurfaceForm;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a surface form: a string, or an object with text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<SurfaceForm, E> {
                Ok(SurfaceForm::from_text(text.to_owned()))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<SurfaceForm, A::Error> {
                SurfaceFormFields::deserialize(de::value::MapAccessDeserializer::new(map))
                    .map(SurfaceForm::from)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

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
