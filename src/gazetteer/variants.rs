//! Further spellings of names, added by rule when a pack is made. The rules are in `spellings`; here it is decided what
//! they are asked for, and which of what they yield an entity may take.

use std::collections::HashMap;

use super::{
    Gazetteer,
    spellings::{Bearer, of_name, of_short},
    underlay::folded,
};
use crate::entity::{CaseRule, Entity, EntityType, Form, Kind, SurfaceForm};

/// So many spellings at most are added to one entity.
const MOST: usize = 8;

/// States where names are Russian, Ukrainian or Belarusian.
const CYRILLIC_STATES: [&str; 4] = ["belarus", "russia", "transnistria", "ukraine"];

/// For each folded form the entity that bears it; none where several do.
type Bearers = HashMap<String, Option<usize>>;

/// A spelling that a rule yields for a form of an entity.
struct Variant {
    /// What it is a spelling of.
    of: String,
    form: SurfaceForm,
    folded: String,
}

impl Gazetteer {
    /// This gazetteer with the further spellings that its names have by rule. None is a name of anything else, and one
    /// that two entities would have goes to neither.
    pub fn with_variants(mut self) -> Gazetteer {
        let mut written = Bearers::new();
        for (i, entity) in self.entities.iter().enumerate() {
            claim(&mut written, folded(&entity.name), i);
            let names = entity.names.iter().filter(|n| n.form != Form::Short);
            names.for_each(|n| claim(&mut written, folded(&n.text), i));
        }
        let yielded: Vec<Vec<Variant>> = self.entities.iter().map(variants).collect();
        let mut taken = written.clone();
        for (i, all) in yielded.iter().enumerate() {
            let names = all.iter().filter(|v| v.form.form != Form::Short);
            names.for_each(|v| claim(&mut taken, v.folded.clone(), i));
        }
        for (i, (entity, mut all)) in self.entities.iter_mut().zip(yielded).enumerate() {
            all.retain(|v| taken.get(&v.folded).is_none_or(|of| *of == Some(i)));
            all.truncate(MOST);
            add(entity, all);
        }
        self
    }
}

fn claim(bearers: &mut Bearers, form: String, entity: usize) {
    let bearer = bearers.entry(form).or_insert(Some(entity));
    if *bearer != Some(entity) {
        *bearer = None;
    }
}

/// The spellings that an entity has by rule and not yet by itself.
fn variants(entity: &Entity) -> Vec<Variant> {
    let Some(bearer) = bearer(entity) else {
        return Vec::new();
    };
    let own = SurfaceForm::from_text(entity.name.clone());
    let forms = core::iter::once(&own).chain(&entity.names);
    let mut all: Vec<Variant> = Vec::new();
    for form in forms.filter(|f| f.case == CaseRule::Proper) {
        let spelled = match form.form {
            Form::Name => of_name(&form.text, bearer),
            Form::Short => of_short(&form.text, bearer),
            _ => continue,
        };
        for text in spelled {
            let folded = folded(&text);
            if covered(entity, &text, &folded) || all.iter().any(|v| v.form.text == text) {
                continue;
            }
            all.push(Variant {
                of: form.text.clone(),
                form: SurfaceForm {
                    text,
                    ..form.clone()
                },
                folded,
            });
        }
    }
    all
}

/// What the rules ask of an entity; nothing where none of them is for it.
fn bearer(entity: &Entity) -> Option<Bearer> {
    let written = |of: &dyn Fn(char) -> bool| {
        let mut native = entity.names.iter().filter(|n| n.form == Form::Native);
        native.any(|n| n.text.contains(of))
    };
    let of_state = |state: &str| entity.roles.iter().any(|r| r.of.as_deref() == Some(state));
    let in_lang = |lang: &str| entity.names.iter().any(|n| n.lang.as_deref() == Some(lang));
    let bearer = Bearer {
        entity_type: entity.entity_type,
        arabic: written(&|c| matches!(c, '\u{600}'..='\u{6FF}')),
        persian: of_state("iran") || in_lang("fa"),
        cyrillic: CYRILLIC_STATES.into_iter().any(of_state)
            || written(&|c| matches!(c, '\u{400}'..='\u{4FF}')),
    };
    let named = match entity.entity_type {
        EntityType::Person | EntityType::ArmedGroup | EntityType::Party | EntityType::Media => true,
        _ => entity.kind() == Kind::Place && bearer.arabic,
    };
    named.then_some(bearer)
}

/// Whether an entity has a spelling already: written with no more capitals, since a small letter also stands for its
/// capital.
fn covered(entity: &Entity, text: &str, key: &str) -> bool {
    let capitals = |t: &str| t.chars().filter(|c| c.is_uppercase()).count();
    let names = entity.names.iter().map(|n| n.text.as_str());
    core::iter::once(entity.name.as_str())
        .chain(names)
        .any(|own| folded(own) == key && capitals(own) <= capitals(text))
}

/// Gives an entity these spellings; what needs a form has its spellings for it too.
fn add(entity: &mut Entity, variants: Vec<Variant>) {
    let mut names: Vec<SurfaceForm> = variants.iter().map(|v| v.form.clone()).collect();
    entity.names.append(&mut names);
    for form in entity.names.iter_mut().filter(|n| !n.needs.is_empty()) {
        for variant in &variants {
            if variant.form.form != Form::Short && form.needs.contains(&variant.of) {
                form.needs.push(variant.form.text.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Form, Gazetteer};

    fn names(entities: &str) -> Vec<Vec<(String, Form)>> {
        let json = format!(r#"{{"entities": [{entities}]}}"#);
        let gazetteer = Gazetteer::from_files("", None, [("all.json", json.as_str())]).unwrap();
        let varied = gazetteer.with_variants();
        let of = |e: &crate::Entity| e.names.iter().map(|n| (n.text.clone(), n.form)).collect();
        varied.entities().iter().map(of).collect()
    }

    #[test]
    fn spellings_join_the_names_that_they_are_of() {
        let all = names(
            r#"{"id": "assad", "type": "person", "name": "Bashar al-Assad", "names": [
                "Bashar al-Asad", {"text": "Assad", "form": "short", "needs": ["Bashar al-Assad"]},
                {"text": "بشار الأسد", "lang": "ar"}]}"#,
        );
        let spelled = |text: &str| all[0].iter().filter(|(n, _)| n == text).count();
        assert_eq!(spelled("Bashar Assad"), 1);
        assert_eq!(spelled("Bashar el-Assad"), 1);
        assert_eq!(
            spelled("Bashar al-Asad"),
            1,
            "what is there is not added again"
        );
        assert!(all[0].contains(&("Asad".to_owned(), Form::Short)));
    }

    #[test]
    fn what_needs_a_name_has_its_spellings_for_it() {
        let json = r#"{"entities": [{"id": "deif", "type": "person", "name": "Mohammed Deif", "names": [
            {"text": "Deif", "form": "short", "needs": ["Mohammed Deif"]}]}]}"#;
        let gazetteer = Gazetteer::from_files("", None, [("all.json", json)]).unwrap();
        let varied = gazetteer.with_variants();
        let short = &varied.entities()[0].names[0];
        assert!(
            short.needs.contains(&"Mohamed Deif".to_owned()),
            "{:?}",
            short.needs
        );
    }

    #[test]
    fn a_spelling_that_is_of_something_else_goes_to_nothing() {
        let all = names(
            r#"{"id": "a", "type": "person", "name": "Mohamed Ali"},
               {"id": "b", "type": "company", "name": "Mohammed Ali"},
               {"id": "c", "type": "person", "name": "Muhammad Hadi"},
               {"id": "d", "type": "person", "name": "Mohammad Hadi"}"#,
        );
        let spelled: Vec<Vec<&str>> = all
            .iter()
            .map(|names| names.iter().map(|(n, _)| n.as_str()).collect())
            .collect();
        assert_eq!(spelled[0], ["Mohammad Ali", "Muhammad Ali"]);
        assert!(spelled[1].is_empty());
        assert!(
            spelled[2].is_empty() && spelled[3].is_empty(),
            "{spelled:?}"
        );
    }

    #[test]
    fn places_from_tables_and_other_bodies_are_left_alone() {
        let all = names(
            r#"{"id": "a", "type": "organisation", "name": "Omar Mohammed University"},
               {"id": "b", "type": "city", "name": "Sidi Mohamed"}"#,
        );
        assert!(all.iter().all(Vec::is_empty), "{all:?}");
    }
}
