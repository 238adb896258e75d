//! Errors that name the field where the fault is and, where a field or word is not known, the likeliest one meant.

use super::error::{ErrorKind, GazetteerError, clip};

/// The error for what is wrong with the value at `path`, which is empty for a whole entity or file.
pub(crate) fn at_path(path: &str, message: &str) -> GazetteerError {
    GazetteerError::new(ErrorKind::Syntax, place(path) + message)
}

/// The error for a field or word in the value at `path` that is none of those known.
pub(crate) fn unknown(path: &str, what: &str, unknown: &str, known: &[&str]) -> GazetteerError {
    let letters = unknown.as_bytes().to_vec();
    // More than half of the letters have to be right.
    let mut best = (letters.len().div_ceil(2), None);
    for word in known {
        let changes = strsim::generic_levenshtein(&letters, &word.as_bytes().to_vec());
        if changes < best.0 {
            best = (changes, Some(word));
        }
    }
    let advice = match best.1 {
        None => format!("known here: {}", known.join(", ")),
        Some(word) => format!("did you mean “{word}”?"),
    };
    let (place, unknown) = (place(path), clip(unknown));
    GazetteerError::new(
        ErrorKind::Unknown,
        format!("{place}unknown {what} “{unknown}”; {advice}"),
    )
}

fn place(path: &str) -> String {
    if path.is_empty() {
        return String::new();
    }
    clip(path) + ": "
}

/// The error for what serde says of the value at `path`.
#[cfg(files)]
pub(crate) fn explain(path: &str, message: &str) -> GazetteerError {
    // serde's path ends so where the text ends early.
    let path = path.trim_end_matches(['?', '.']);
    let field = message.strip_prefix("unknown field `");
    let word = message.strip_prefix("unknown variant `");
    let Some(rest) = field.or(word) else {
        return at_path(path, message);
    };
    let (name, expected) = rest.split_once('`').unwrap_or((rest, ""));
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    match field {
        // The last step of the path is the unknown field itself.
        Some(_) => {
            let above = path.rsplit_once('.').map_or("", |(above, _)| above);
            unknown(above, "field", name, &known)
        }
        None => unknown(path, "word", name, &known),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_field_is_named() {
        let e = explain(
            "nmaes",
            "unknown field `nmaes`, expected one of `id`, `name`, `names`",
        );
        assert_eq!(
            e.to_string(),
            "unknown field “nmaes”; did you mean “names”?"
        );
        let e = explain("type", "unknown variant `x`, expected `person` or `people`");
        assert_eq!(
            e.to_string(),
            "type: unknown word “x”; known here: person, people"
        );
        assert_eq!(explain("", "EOF").kind(), ErrorKind::Syntax);
    }
}
