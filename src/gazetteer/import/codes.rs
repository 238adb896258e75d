//! What the actor codes of PETRARCH's dictionaries mean: a state or a sort of international body in the first three
//! letters, and what the actor is in the three that follow.

use crate::entity::EntityType;

/// The roles, by their letters: what they are called, and the type of a body that has them.
const ROLES: [(&str, &str, EntityType); 19] = {
    use EntityType::*;
    [
        ("GOV", "government", Government),
        ("MIL", "military", Military),
        ("REB", "rebels", ArmedGroup),
        ("UAF", "armed force of unknown kind", ArmedGroup),
        ("SEP", "separatists", ArmedGroup),
        ("INS", "insurgents", ArmedGroup),
        ("OPP", "opposition", Party),
        ("PTY", "party", Party),
        ("MED", "media", Media),
        ("NGO", "non-governmental organisation", Ngo),
        ("IGO", "intergovernmental organisation", Igo),
        ("COP", "police", Agency),
        ("SPY", "intelligence", Agency),
        ("JUD", "judiciary", Agency),
        ("LEG", "legislature", Agency),
        ("BUS", "business", Company),
        ("CVL", "civilians", Organisation),
        ("ELI", "elite", Person),
        ("ETH", "ethnic group", People),
    ]
};

/// What a code says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// In words: "government, military (code SYRGOVMIL)".
    pub title: String,
    /// The type of an actor that has the code and no dates.
    pub entity_type: Option<EntityType>,
    /// Parts that mean nothing here.
    pub unknown: Vec<String>,
}

impl Code {
    /// Reads a code of three letters and more; `None` for what is none.
    pub fn read(code: &str) -> Option<Code> {
        let letters = code
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !letters || code.len() < 3 || !code.len().is_multiple_of(3) {
            return None;
        }
        let role = |part: &str| ROLES.iter().find(|(letters, ..)| *letters == part);
        let parts: Vec<&str> = (0..code.len())
            .step_by(3)
            .map(|at| &code[at..at + 3])
            .collect();
        // A body of no state has its role first.
        let first = usize::from(role(parts[0]).is_none());
        let roles: Vec<_> = parts[first..].iter().filter_map(|p| role(p)).collect();
        let unknown = parts[first..].iter().filter(|p| role(p).is_none());
        let words: Vec<&str> = roles.iter().map(|(_, words, _)| *words).collect();
        Some(Code {
            title: match words.is_empty() {
                true => format!("Actor with the code {code}"),
                false => {
                    let words = words.join(", ");
                    let (begin, rest) = words.split_at(1);
                    format!("{}{rest} (code {code})", begin.to_ascii_uppercase())
                }
            },
            entity_type: roles.first().map(|(_, _, entity_type)| *entity_type),
            unknown: unknown.map(|p| (*p).to_owned()).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_in_words() {
        let code = Code::read("SYRGOVMIL").unwrap();
        assert_eq!(code.title, "Government, military (code SYRGOVMIL)");
        assert_eq!(code.entity_type, Some(EntityType::Government));
        assert_eq!(Code::read("IGOUNO").unwrap().unknown, ["UNO"]);
        assert_eq!(Code::read("SYR").unwrap().entity_type, None);
        assert_eq!(Code::read("SYRIA"), None);
        assert_eq!(Code::read("syr"), None);
    }
}
