//! Surface forms: the strings that can stand for an entity, how they stand for it, and what is implied where the
//! gazetteer does not say it.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::serialized_by_name;
use crate::fold::character_count;

/// How a surface form stands for its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
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

serialized_by_name!(Form);

/// How the letters of a text must be cased to match a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
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

    /// Its word in data.
    pub fn name(self) -> &'static str {
        match self {
            CaseRule::Exact => "exact",
            CaseRule::Proper => "proper",
            CaseRule::Any => "any",
        }
    }
}

serialized_by_name!(CaseRule);

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
    /// Words or phrases of which at least one must stand somewhere in the document. One that begins with a capital
    /// stands only where the text has one there.
    pub needs: Vec<String>,
    /// Phrases that forbid the match where they cover it, cased likewise.
    pub not: Vec<String>,
    /// Whether it is also a common word or a name of people, so that it counts only with evidence. Where it is not
    /// said, the names of packs are weighed when they are made, and other names are taken for distinct.
    pub weak: Option<bool>,
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
            weak: None,
        }
    }
}

fn implied_form(text: &str) -> Form {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let acronym = (2..=6).contains(&character_count(text))
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
pub(super) struct SurfaceFormFields {
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
    /// Words or phrases of which at least one must stand somewhere in the document. One that begins with a capital
    /// stands only where the text has one there.
    #[serde(default)]
    needs: Vec<String>,
    /// Phrases that forbid the match where they cover it, cased likewise.
    #[serde(default)]
    not: Vec<String>,
    /// Whether it is also a common word or a name of people, so that it counts only with evidence. Where it is not
    /// said, the names of packs are weighed when they are made, and other names are taken for distinct.
    #[serde(default)]
    weak: Option<bool>,
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
pub(super) enum NameSchema {
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
