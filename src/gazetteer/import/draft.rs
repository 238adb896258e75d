//! Entities while they are put together: what rows say of one thing comes together under the source's own key for it,
//! and what a gazetteer would refuse is left out with a warning.

use std::{collections::HashMap, rc::Rc};

use super::{clip, finish, report::Reporter};
use crate::{
    date::PartialDate,
    entity::{Entity, EntityType, Form, Kind, Links, Role, SurfaceForm},
    gazetteer::validate,
};

/// An entity that is not finished.
pub(super) struct Draft {
    pub name: String,
    pub entity_type: EntityType,
    pub names: Vec<SurfaceForm>,
    pub roles: Vec<DraftRole>,
    pub links: Links,
    /// Keys of the places that contain it, nearest first.
    pub within: Vec<Box<str>>,
    pub at: Option<(f64, f64)>,
    pub population: Option<u32>,
    /// The id that it should have; one is made of its name where it is empty.
    pub id: Box<str>,
    /// What the source calls it, which keeps it apart from its namesakes.
    pub source: Box<str>,
    pub file: Rc<str>,
    pub line: u64,
    /// Rows that went into it.
    pub rows: u64,
}

/// A role that refers to what may come later.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct DraftRole {
    pub title: String,
    /// The key, id or name of the entity that it belongs to.
    pub of: Option<Box<str>>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub source: Option<String>,
}

impl DraftRole {
    pub fn new(title: &str) -> DraftRole {
        DraftRole {
            title: clean(title),
            of: None,
            from: None,
            to: None,
            source: None,
        }
    }
}

/// A string of somebody's data as names and titles are written: in one line, with single spaces.
pub(super) fn clean(text: &str) -> String {
    let spaced = text.replace(|c: char| c.is_control(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Draft {
    /// A draft of this name.
    ///
    /// # Errors
    /// Why it can be no name.
    pub fn new(
        name: &str,
        entity_type: EntityType,
        line: u64,
        out: &Reporter,
    ) -> Result<Draft, String> {
        let name = clean(name);
        validate::surface(&name, "the name").map_err(|e| e.to_string())?;
        Ok(Draft {
            name,
            entity_type,
            names: Vec::new(),
            roles: Vec::new(),
            links: Links::default(),
            within: Vec::new(),
            at: None,
            population: None,
            id: Box::from(""),
            source: Box::from(""),
            file: out.file.clone(),
            line,
            rows: 1,
        })
    }

    /// Adds a surface form that is not there yet.
    pub fn add_name(
        &mut self,
        text: &str,
        form: Option<Form>,
        lang: Option<&str>,
        line: u64,
        out: &mut Reporter,
    ) {
        let text = clean(text);
        if text.is_empty() || text == self.name || self.names.iter().any(|n| n.text == text) {
            return;
        }
        if let Err(e) = validate::surface(&text, "a name") {
            out.warning(line, format!("left out: {e}"));
            return;
        }
        self.names.push(SurfaceForm {
            lang: lang.map(str::to_owned),
            ..SurfaceForm::from_parts(text, form, None)
        });
    }

    /// Adds a role that is not there yet.
    pub fn add_role(&mut self, mut role: DraftRole, line: u64, out: &mut Reporter) {
        role.title = clean(&role.title);
        let whole = Role {
            title: role.title.clone(),
            of: None,
            from: role.from,
            to: role.to,
            source: None,
        };
        if let Err(e) = validate::role(&whole) {
            out.warning(line, format!("left out: {e}"));
        } else if !self.roles.contains(&role) {
            self.roles.push(role);
        }
    }

    /// Adds links that are as links should be and not there yet.
    pub fn add_links(&mut self, links: Links, line: u64, out: &mut Reporter) {
        let mut parts = [const { None }; 4];
        let Links {
            wikipedia,
            wikidata,
            geonames,
            website,
        } = links;
        let empty = Links::default;
        parts[0] = wikipedia.map(|w| Links {
            wikipedia: Some(w),
            ..empty()
        });
        parts[1] = wikidata.map(|w| Links {
            wikidata: Some(w),
            ..empty()
        });
        parts[2] = geonames.map(|w| Links {
            geonames: Some(w),
            ..empty()
        });
        parts[3] = website.map(|w| Links {
            website: Some(w),
            ..empty()
        });
        for part in parts.into_iter().flatten() {
            let mut refused = None;
            validate::links(&part, &mut |e| refused = Some(e));
            if let Some(e) = refused {
                out.warning(line, format!("left out: {e}"));
                continue;
            }
            let kept = &mut self.links;
            let mut differs = false;
            fn keep<T: PartialEq>(kept: &mut Option<T>, new: Option<T>, differs: &mut bool) {
                match (&kept, &new) {
                    (Some(old), Some(new)) => *differs |= old != new,
                    (None, Some(_)) => *kept = new,
                    _ => {}
                }
            }
            keep(&mut kept.wikipedia, part.wikipedia, &mut differs);
            keep(&mut kept.wikidata, part.wikidata, &mut differs);
            keep(&mut kept.geonames, part.geonames, &mut differs);
            keep(&mut kept.website, part.website, &mut differs);
            if differs {
                let name = clip(&self.name);
                out.warning(
                    line,
                    format!("another link of “{name}” was there first and is kept"),
                );
            }
        }
    }

    /// Sets where it lies.
    pub fn set_at(&mut self, latitude: f64, longitude: f64, line: u64, out: &mut Reporter) {
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            out.warning(
                line,
                format!("coordinates left out: {latitude}, {longitude} is nowhere on Earth"),
            );
        } else if self.entity_type.kind() == Kind::Actor {
            out.warning(line, "coordinates left out: only places have them");
        } else {
            self.at.get_or_insert((latitude, longitude));
        }
    }

    /// Takes over what another draft of the same thing has beyond this.
    pub fn merge(&mut self, other: Draft, line: u64, out: &mut Reporter) {
        self.rows += other.rows;
        let name = other.name;
        self.add_name(&name, None, None, line, out);
        for form in other.names {
            if form.text != self.name && self.names.iter().all(|n| n.text != form.text) {
                self.names.push(form);
            }
        }
        for role in other.roles {
            self.add_role(role, line, out);
        }
        self.add_links(other.links, line, out);
        for place in other.within {
            if !self.within.contains(&place) {
                self.within.push(place);
            }
        }
        self.at = self.at.or(other.at);
        self.population = self.population.or(other.population);
    }
}

/// All that was taken so far.
#[derive(Default)]
pub(super) struct Drafts {
    pub list: Vec<Draft>,
    /// Numbers of drafts by the keys that their source has for them.
    pub keys: HashMap<Box<str>, usize>,
}

impl Drafts {
    pub fn get(&mut self, key: &str) -> Option<&mut Draft> {
        let index = *self.keys.get(key)?;
        self.list.get_mut(index)
    }

    /// Adds a draft, or what it has to the one that is there under its key; whether it was there.
    pub fn add(&mut self, key: &str, draft: Draft, line: u64, out: &mut Reporter) -> bool {
        match self.get(key) {
            Some(there) => {
                there.merge(draft, line, out);
                true
            }
            None => {
                self.keys.insert(Box::from(key), self.list.len());
                self.list.push(draft);
                false
            }
        }
    }

    /// A further key for what is there under a key; the first that has it keeps it.
    pub fn also(&mut self, key: &str, further: &str) {
        if let Some(&index) = self.keys.get(key) {
            self.keys.entry(Box::from(further)).or_insert(index);
        }
    }

    /// The entities, sorted by id.
    pub fn finish(self, known: &dyn Fn(&str) -> bool, out: &mut Reporter) -> Vec<Entity> {
        finish::entities(self, known, out)
    }
}
