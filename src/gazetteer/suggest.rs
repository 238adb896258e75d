//! Turns what serde says of a value into an error that names the field and, where one is not known, the likeliest
//! one meant.

use super::error::{ErrorKind, GazetteerError, clip};

/// The error for what serde says of the value at `path`, which is empty for a whole entity or file.
pub(crate) fn explain(path: &str, message: &str) -> GazetteerError {
    // serde's path ends so where the text ends early.
    let path = path.trim_end_matches(['?', '.']);
    let place = if path.is_empty() {
        String::new()
    } else {
        format!("{}: ", clip(path))
    };
    let Some(rest) = message
        .strip_prefix("unknown field `")
        .map(|r| ("field", r))
        .or_else(|| {
            message
                .strip_prefix("unknown variant `")
                .map(|r| ("word", r))
        })
    else {
        return GazetteerError::new(ErrorKind::Syntax, format!("{place}{message}"));
    };
    let (what, rest) = rest;
    // The last step of the path is the unknown field itself.
    let place = if what == "field" {
        path.rsplit_once('.')
            .map_or(String::new(), |(above, _)| format!("{above}: "))
    } else {
        place
    };
    let (unknown, expected) = rest.split_once('`').unwrap_or((rest, ""));
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let nearest = known
        .iter()
        .map(|k| (strsim::jaro_winkler(unknown, k), k))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let advice = match nearest {
        Some((likeness, best)) if likeness > 0.75 => format!("did you mean “{best}”?"),
        _ => format!("known here: {}", known.join(", ")),
    };
    GazetteerError::new(
        ErrorKind::Unknown,
        format!("{place}unknown {what} “{}”; {advice}", clip(unknown)),
    )
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
