//! What Wikidata's query service gives: JSON with bindings, the simple JSON of its page, or CSV. Variables are columns,
//! and several rows are about one item.

use std::io::BufRead;

use serde_json::Value;

use super::{
    Into, elements,
    error::ImportError,
    row::{Field, Row, Style},
    source::Source,
    table,
};

/// Reads what the query service gave, in whichever of its forms.
pub(super) fn read<R: BufRead>(
    mut source: Source<R>,
    columns: &[(Field, String)],
    into: Into,
) -> Result<(), ImportError> {
    let begin = source.peek()?.trim_ascii_start();
    let path: &[&str] = match begin.first() {
        Some(b'{') => &["results", "bindings"],
        Some(b'[') => &[],
        _ => return table::read_styled(source, None, columns, Style::Wikidata, into),
    };
    let Into {
        drafts,
        out,
        default_type,
    } = into;
    elements::each(source, path, &mut |line, value| {
        out.read();
        let Value::Object(binding) = value else {
            return out.skipped(line, "a row that is no object");
        };
        let cells = cells(&binding, columns);
        let unread = binding.keys().filter(|v| field(v, columns).is_none());
        out.unread(line, unread.map(String::as_str));
        let filled = cells.iter().filter(|(_, cell)| !cell.is_empty());
        let row = Row::new(filled.map(|(f, cell)| (*f, *cell)), Style::Wikidata);
        row.take(line, default_type, drafts, out);
    })
}

/// The values of a row by field: what columns name first, then what their names tell.
fn cells<'b>(
    binding: &'b serde_json::Map<String, Value>,
    columns: &[(Field, String)],
) -> Vec<(Field, &'b str)> {
    let mut cells: Vec<(Field, &str)> = Vec::new();
    for by_user in [true, false] {
        for (variable, value) in binding {
            let value = value.get("value").unwrap_or(value);
            let Some(text) = value.as_str() else { continue };
            let field =
                field(variable, columns).filter(|_| mapped(variable, columns).is_some() == by_user);
            // Labels come beside items ("position", "positionLabel"), and are what is wanted of both.
            match field.map(|f| (f, cells.iter().position(|(g, _)| *g == f))) {
                Some((field, None)) => cells.push((field, text.trim())),
                Some((field, Some(at))) if labelled(field, variable) && !by_user => {
                    cells[at].1 = text.trim();
                }
                _ => {}
            }
        }
    }
    cells
}

/// The field that a column mapping gives a variable.
fn mapped(variable: &str, columns: &[(Field, String)]) -> Option<Field> {
    let named = columns
        .iter()
        .find(|(_, v)| v.trim_start_matches('?') == variable);
    named.map(|(field, _)| *field)
}

/// The field that a variable gives, by the mapping or by its name.
fn field(variable: &str, columns: &[(Field, String)]) -> Option<Field> {
    mapped(variable, columns).or_else(|| Field::titled(&variable.to_lowercase()))
}

/// Whether a variable gives the words for a field that may also be given as an item.
fn labelled(field: Field, variable: &str) -> bool {
    field == Field::Role && variable.ends_with("Label")
}
