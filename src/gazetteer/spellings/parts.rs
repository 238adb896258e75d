//! A name as its words, and the spellings that follow from where a word stands in it: articles and servants' names.

use super::{
    Bearer,
    words::{ARABIC, BOUND, SECOND_PARTS, SURNAMES, others},
};

/// A name as its words, each with the space or hyphen after it.
pub(super) struct Parts<'n>(Vec<(&'n str, &'n str)>);

impl<'n> Parts<'n> {
    pub fn of(name: &'n str) -> Parts<'n> {
        let pieces = name.split_inclusive([' ', '-']);
        Parts(
            pieces
                .map(|p| p.split_at(p.trim_end_matches([' ', '-']).len()))
                .collect(),
        )
    }

    /// The name with the words `range` and what follows the last of them replaced.
    fn with(&self, range: core::ops::Range<usize>, instead: &str) -> String {
        let written = |parts: &[(&str, &str)]| -> String {
            parts.iter().flat_map(|(word, gap)| [*word, *gap]).collect()
        };
        format!(
            "{}{instead}{}",
            written(&self.0[..range.start]),
            written(&self.0[range.end..])
        )
    }

    /// Whether a word tells that the name is from Arabic.
    pub fn are_arabic(&self) -> bool {
        let tells = |&(word, gap): &(&str, &str)| {
            let article = matches!(word, "al" | "el" | "Al") && gap == "-";
            article || ARABIC[0].contains(&word) || joined_servant(word).is_some()
        };
        self.0.iter().any(tells)
    }

    /// Whether a hyphen joins any of its words, as it does an article.
    pub fn are_joined(&self) -> bool {
        self.0.iter().any(|(_, gap)| *gap == "-")
    }

    /// The names in which one word is spelled otherwise.
    pub fn each(&self, spelled: &dyn Fn(&str) -> Vec<String>) -> Vec<String> {
        let parts = self.0.iter().enumerate();
        let instead = |(i, (word, gap)): (usize, &(&str, &str))| -> Vec<String> {
            let others = spelled(word).into_iter();
            others
                .map(|o| self.with(i..i + 1, &format!("{o}{gap}")))
                .collect()
        };
        parts.flat_map(instead).collect()
    }

    /// The names in which the last word is spelled otherwise.
    pub fn last(&self, spelled: &dyn Fn(&str) -> Vec<String>) -> Vec<String> {
        let last = self.0.len() - 1;
        let others = spelled(self.0[last].0).into_iter();
        others.map(|o| self.with(last..last + 1, &o)).collect()
    }

    /// Abdul Aziz, Abdel Aziz, Abdulaziz, Abdelaziz, Abd al-Aziz.
    pub fn servant_of(&self) -> Vec<String> {
        let mut all = Vec::new();
        for (i, &(word, gap)) in self.0.iter().enumerate() {
            let next = self.0.get(i + 1);
            let (end, rest, gap) = match (word, next) {
                ("Abdul" | "Abdel", Some((rest, gap))) => (i + 2, *rest, *gap),
                ("Abd", Some(("al" | "el", "-"))) => match self.0.get(i + 2) {
                    Some((rest, gap)) => (i + 3, *rest, *gap),
                    None => continue,
                },
                _ => match joined_servant(word) {
                    Some(rest) => (i + 1, rest, gap),
                    None => continue,
                },
            };
            let mut letters = rest.chars();
            let Some(first) = letters.next().filter(|_| rest.chars().count() > 3) else {
                continue;
            };
            let upper: String = first.to_uppercase().chain(letters.clone()).collect();
            let lower: String = first.to_lowercase().chain(letters).collect();
            let spelled = [
                format!("Abdel {upper}"),
                format!("Abdul {upper}"),
                format!("Abdul{lower}"),
                format!("Abdel{lower}"),
                format!("Abd al-{upper}"),
            ];
            all.extend(
                spelled
                    .iter()
                    .map(|s| self.with(i..end, &format!("{s}{gap}"))),
            );
        }
        all
    }

    /// al-Sharaa, el-Sharaa, Sharaa; Ahrar al-Sham, Ahrar ash-Sham; Al Thani, al-Thani.
    pub fn article(&self, bearer: Bearer) -> Vec<String> {
        let mut all = Vec::new();
        for (i, &(word, gap)) in self.0.iter().enumerate() {
            let Some(&(noun, _)) = self.0.get(i + 1) else {
                continue;
            };
            let before = i.checked_sub(1).map(|b| self.0[b].0);
            let other = match (word, gap) {
                // A small letter also stands for its capital, and not the other way round.
                ("Al" | "El", "-") => vec![word.to_lowercase()],
                ("Al" | "El", " ") if bearer.is_place() && i == 0 => vec![word.to_lowercase()],
                ("Al", " ") if bearer.is_person() && i > 0 => {
                    all.push(self.with(i..i + 1, "al-"));
                    continue;
                }
                ("al", "-") if bearer.is_person() => vec!["el".to_owned()],
                ("al", "-") => assimilated(noun).into_iter().collect(),
                ("el" | "ul", "-") => vec!["al".to_owned()],
                _ => continue,
            };
            if before == Some("Abd") {
                continue;
            }
            all.extend(other.iter().map(|o| self.with(i..i + 1, &format!("{o}-"))));
            let free = before.is_some_and(|b| !BOUND.contains(&b));
            let last = i + 2 == self.0.len();
            // "Nawaf al-Ahmad" is not any Nawaf Ahmad.
            let first_name = !SURNAMES.contains(&noun) && !others(&ARABIC, noun).is_empty();
            let surname = !SECOND_PARTS.contains(&noun) && !first_name;
            if bearer.is_person() && last && free && surname {
                all.push(self.with(i..i + 1, ""));
            }
        }
        all
    }
}

/// What follows in names like Abdelaziz; nothing in Abdullah.
fn joined_servant(word: &str) -> Option<&str> {
    let rest = word
        .strip_prefix("Abdul")
        .or_else(|| word.strip_prefix("Abdel"))?;
    (rest.starts_with(|c: char| c.is_lowercase()) && !rest.starts_with("la")).then_some(rest)
}

/// The article as it is spoken before a word: ash-Sham.
fn assimilated(noun: &str) -> Option<String> {
    let lower = noun.to_lowercase();
    let letters = ["sh", "s", "d", "t", "n", "r", "z"];
    let start = letters.iter().find(|l| lower.starts_with(**l))?;
    Some(format!("a{start}"))
}
