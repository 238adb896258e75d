//! The rules by which a name is also spelled otherwise: which letters and words of Arabic, Persian, Russian and
//! Ukrainian names English texts write in several ways.
//!
//! A rule here knows one name and where it comes from. Whether a spelling is free to be added is decided in `variants`.

mod parts;
mod words;

use parts::Parts;
use words::{ARABIC, SKY, SLAVIC, SURNAMES, others};

use crate::entity::{EntityType, Kind};

/// What the rules ask of the entity that bears a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    pub entity_type: EntityType,
    /// It has a name in Arabic letters, in any language written with them.
    pub arabic: bool,
    /// It is of Iran or has a Persian name.
    pub persian: bool,
    /// It is of a state where names are Russian, Ukrainian or Belarusian, or has a name in Cyrillic.
    pub cyrillic: bool,
}

impl Bearer {
    fn is_person(self) -> bool {
        self.entity_type == EntityType::Person
    }

    fn is_place(self) -> bool {
        self.entity_type.kind() == Kind::Place
    }
}

/// Other spellings of a full name, the likeliest first; the name itself is not among them.
pub(super) fn of_name(name: &str, bearer: Bearer) -> Vec<String> {
    if name.contains(['(', ',', '.']) || !name.contains([' ', '-']) {
        return Vec::new();
    }
    let parts = Parts::of(name);
    let mut all = Vec::new();
    if bearer.arabic || parts.are_arabic() {
        all.extend(parts.each(&|word| others(&ARABIC, word)));
        all.extend(parts.servant_of());
    }
    all.extend(parts.article(bearer));
    if bearer.cyrillic && bearer.is_person() {
        all.extend(parts.each(&|word| others(&SLAVIC, word)));
    }
    all.extend(of_surname_parts(&parts, bearer));
    if bearer.arabic && bearer.is_place() && bearer.entity_type != EntityType::Country {
        all.extend(parts.last(&|word| place_endings(word, parts.are_joined())));
    }
    distinct(all, name)
}

/// Other spellings of a short form, which is mostly a surname: only what changes in surnames.
pub(super) fn of_short(name: &str, bearer: Bearer) -> Vec<String> {
    if !bearer.is_person() || name.chars().count() < 4 {
        return Vec::new();
    }
    let parts = Parts::of(name);
    let mut all = of_surname_parts(&parts, bearer);
    all.extend(parts.each(&|word| match SURNAMES.contains(&word) {
        true => others(&ARABIC, word),
        false => Vec::new(),
    }));
    distinct(all, name)
}

fn of_surname_parts(parts: &Parts, bearer: Bearer) -> Vec<String> {
    let mut all = Vec::new();
    if bearer.is_person() && bearer.cyrillic {
        all.extend(parts.last(&sky));
    }
    if bearer.is_person() && bearer.persian {
        all.extend(parts.each(&gh_or_q));
    }
    all
}

/// Zelensky, Zelenskyy, Zelenskiy.
fn sky(word: &str) -> Vec<String> {
    let ending = SKY.iter().find(|ending| word.ends_with(**ending));
    let Some(stem) = ending.and_then(|ending| word.strip_suffix(ending)) else {
        return Vec::new();
    };
    let spelled = ["sky", "skyy", "skyi", "skiy"];
    spelled.iter().map(|e| format!("{stem}{e}")).collect()
}

/// Ghalibaf, Qalibaf.
fn gh_or_q(word: &str) -> Vec<String> {
    let other = |rest: &str, start: &str| {
        let vowel = rest.starts_with(['a', 'e', 'o', 'i', 'u']);
        (vowel && rest.len() > 3).then(|| format!("{start}{rest}"))
    };
    let spelled = match word.strip_prefix("Gh") {
        Some(rest) => other(rest, "Q"),
        None => word.strip_prefix('Q').and_then(|rest| other(rest, "Gh")),
    };
    spelled.into_iter().collect()
}

/// Malikiyah, Malikiya, Malikiyya; after an article also Qaryatayn, Qaryatain and Hasakah, Hasaka.
fn place_endings(word: &str, article: bool) -> Vec<String> {
    let groups: [&[&str]; 3] = [
        &["iyyah", "iyah", "iyya", "iya"],
        &["ayn", "ain", "ein"],
        &["ah"],
    ];
    for group in groups.iter().take(if article { 3 } else { 1 }) {
        let ending = group.iter().find(|ending| word.ends_with(**ending));
        let Some(stem) = ending.and_then(|ending| word.strip_suffix(ending)) else {
            continue;
        };
        if stem.chars().count() < 3 || stem.ends_with(['a', 'e', 'i', 'o', 'u']) {
            return Vec::new();
        }
        let spelled = match group {
            ["ah"] => vec![format!("{stem}a")],
            _ => group
                .iter()
                .map(|ending| format!("{stem}{ending}"))
                .collect(),
        };
        return spelled.into_iter().filter(|other| other != word).collect();
    }
    Vec::new()
}

fn distinct(all: Vec<String>, name: &str) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for spelled in all {
        if spelled != name && !kept.contains(&spelled) {
            kept.push(spelled);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: Bearer = Bearer {
        entity_type: EntityType::Person,
        arabic: false,
        persian: false,
        cyrillic: false,
    };

    fn arab() -> Bearer {
        Bearer {
            arabic: true,
            ..NOBODY
        }
    }

    fn slav() -> Bearer {
        Bearer {
            cyrillic: true,
            ..NOBODY
        }
    }

    fn of_iran() -> Bearer {
        Bearer {
            persian: true,
            ..arab()
        }
    }

    fn a(entity_type: EntityType) -> Bearer {
        Bearer {
            entity_type,
            ..arab()
        }
    }

    #[test]
    fn names_are_spelled_as_news_spells_them() {
        for (name, bearer, spelled) in [
            (
                "Mohammed Deif",
                NOBODY,
                &["Mohamed Deif", "Muhammad Deif"][..],
            ),
            (
                "Saddam Hussein",
                arab(),
                &["Saddam Hussain", "Saddam Husayn"],
            ),
            (
                "Bashar al-Assad",
                arab(),
                &["Bashar al-Asad", "Bashar el-Assad", "Bashar Assad"],
            ),
            (
                "Ahmed el-Tayeb",
                NOBODY,
                &["Ahmed al-Tayeb", "Ahmad el-Tayeb"],
            ),
            (
                "Abdelaziz Bouteflika",
                NOBODY,
                &["Abdul Aziz Bouteflika", "Abdulaziz Bouteflika"],
            ),
            (
                "Abd al-Fattah Burhan",
                arab(),
                &["Abdel Fattah Burhan", "Abdulfattah Burhan"],
            ),
            (
                "Adil Abdul-Mahdi",
                arab(),
                &["Adil Abdel Mahdi", "Adel Abdul-Mahdi"],
            ),
            (
                "Tamim bin Hamad Al Thani",
                arab(),
                &["Tamim bin Hamad al-Thani"],
            ),
            ("Naim Qassem", arab(), &["Naim Kassem"]),
            (
                "Oleksandr Syrskyi",
                slav(),
                &["Oleksandr Syrsky", "Oleksandr Syrskyy"],
            ),
            ("Yulia Navalnaya", slav(), &["Iuliia Navalnaya"]),
            (
                "Mohammad Bagher Ghalibaf",
                of_iran(),
                &["Mohammad Bagher Qalibaf"],
            ),
            (
                "Ahrar al-Sham",
                a(EntityType::ArmedGroup),
                &["Ahrar ash-Sham"],
            ),
            (
                "Jaish ul-Adl",
                a(EntityType::ArmedGroup),
                &["Jaish al-Adl", "Jaysh ul-Adl"],
            ),
            ("Al-Aqsa TV", a(EntityType::Media), &["al-Aqsa TV"]),
            (
                "al-Malikiyah",
                a(EntityType::City),
                &["al-Malikiya", "al-Malikiyya"],
            ),
            ("al-Qaryatayn", a(EntityType::City), &["al-Qaryatain"]),
            ("El Fasher", a(EntityType::City), &["el-Fasher"]),
            (
                "Jabal al-Druze",
                a(EntityType::Region),
                &["Jebel al-Druze", "Jabal ad-Druze"],
            ),
        ] {
            let all = of_name(name, bearer);
            for one in spelled {
                assert!(
                    all.iter().any(|s| s == one),
                    "{name}: {one} is not in {all:?}"
                );
            }
        }
    }

    #[test]
    fn nothing_is_made_of_what_the_rules_are_not_for() {
        for (name, bearer, not) in [
            ("Noam Chomsky", NOBODY, "Noam Chomskyy"),
            (
                "Moisés Omar Halleslevens",
                NOBODY,
                "Moisés Umar Halleslevens",
            ),
            ("Alexander Stubb", NOBODY, "Aleksandr Stubb"),
            ("Muammar Qaddafi", arab(), "Muammar Ghaddafi"),
            ("Abdullah Gül", NOBODY, "Abdul Lah Gül"),
            ("Saif al-Islam", arab(), "Saif Islam"),
            ("Izz al-Din", arab(), "Izz Din"),
            ("Abu al-Walid", arab(), "Abu Walid"),
            ("Nawaf al-Ahmad", arab(), "Nawaf Ahmad"),
            (
                "Republic of Cuba",
                a(EntityType::Country),
                "Republic of Cubah",
            ),
            ("Ras Lanuf", a(EntityType::City), "Ras Lanufah"),
            ("al-Hawl", a(EntityType::City), "el-Hawl"),
        ] {
            let all = of_name(name, bearer);
            assert!(all.iter().all(|s| s != not), "{name}: {not} is in {all:?}");
        }
        assert!(of_name("Hussein", arab()).is_empty());
        assert!(of_name("Ahmed (poet)", arab()).is_empty());
    }

    #[test]
    fn of_short_forms_only_surnames_change() {
        assert_eq!(of_short("Assad", arab()), ["Asad"]);
        assert!(of_short("Syrskyi", slav()).contains(&"Syrsky".to_owned()));
        assert_eq!(of_short("Ghalibaf", of_iran()), ["Qalibaf"]);
        assert!(of_short("Mohamed", arab()).is_empty());
        assert!(of_short("army", a(EntityType::Military)).is_empty());
    }
}
