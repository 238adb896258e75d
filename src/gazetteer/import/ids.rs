//! Ids made from names, and what keeps those of namesakes apart.

use std::collections::{HashMap, HashSet};

/// The most bytes of an id that come from a name.
const MOST: usize = 80;

/// A name as an id: its letters in ASCII, lower case, words joined by hyphens. Empty where nothing is left.
pub(super) fn slug(name: &str) -> String {
    let ascii = any_ascii::any_ascii(name).to_ascii_lowercase();
    let words = ascii
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'' && c != '`')
        .map(|w| w.replace(['\'', '`'], ""));
    let mut id = String::new();
    for word in words.filter(|w| !w.is_empty()) {
        if id.len() + word.len() >= MOST && !id.is_empty() {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word[..word.len().min(MOST)]);
    }
    id
}

/// Ids for these, given as the name or id that one should have, and what its source calls it. Namesakes all have the
/// number of the source behind, so that an id does not depend on the order or on who comes later.
pub(super) fn unique<'a>(wanted: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<String> {
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for (name, _) in wanted.clone() {
        *bearers.entry(slug(name)).or_default() += 1;
    }
    let mut given = HashSet::new();
    let alone: HashSet<&String> = bearers
        .iter()
        .filter(|(id, bearers)| **bearers == 1 && !id.is_empty())
        .map(|(id, _)| id)
        .collect();
    wanted
        .map(|(name, source)| {
            let id = slug(name);
            if alone.contains(&id) {
                given.insert(id.clone());
                return id;
            }
            let number = slug(source);
            let parts: Vec<&str> = [&*id, &*number]
                .into_iter()
                .filter(|p| !p.is_empty())
                .collect();
            let stem = match parts.is_empty() {
                true => "entity".to_owned(),
                false => parts.join("-"),
            };
            let numbered = (2..).map(|n| format!("{stem}-{n}"));
            let free = core::iter::once(stem.clone())
                .chain(numbered)
                .find(|id| !given.contains(id) && !alone.contains(id))
                .expect("numbers have no end");
            given.insert(free.clone());
            free
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_script_become_ids() {
        assert_eq!(slug("Côte d’Ivoire"), "cote-divoire");
        assert_eq!(slug("Łódź"), "lodz");
        assert_eq!(slug("  --  "), "");
        assert!(!slug("Москва").is_empty());
        assert!(slug(&"long ".repeat(90)).len() <= MOST);
    }

    #[test]
    fn namesakes_have_their_numbers() {
        let rows = [
            ("Aberdeen", "1"),
            ("Homs", "2"),
            ("Aberdeen", "3"),
            ("Homs 2", ""),
            ("—", ""),
        ];
        assert_eq!(
            unique(rows.into_iter()),
            ["aberdeen-1", "homs", "aberdeen-3", "homs-2", "entity"]
        );
    }
}
