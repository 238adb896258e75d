//! Tables with a header: CSV of any separator, and TSV. What the columns mean is told by `row`.

use std::{io::BufRead, rc::Rc};

use csv::{ReaderBuilder, StringRecord};

use super::{
    Into, clip,
    error::{ImportError, ImportErrorKind},
    row::{Field, Row, Style},
    source::{Position, Source},
};

/// Separators, of which the one that the header has most is the table's.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a table of one's own.
pub(super) fn read<R: BufRead>(
    source: Source<R>,
    separator: Option<u8>,
    columns: &[(Field, String)],
    into: Into,
) -> Result<(), ImportError> {
    read_styled(source, separator, columns, Style::Own, into)
}

/// Reads a table whose cells are written as its origin writes them.
pub(super) fn read_styled<R: BufRead>(
    mut source: Source<R>,
    separator: Option<u8>,
    columns: &[(Field, String)],
    style: Style,
    into: Into,
) -> Result<(), ImportError> {
    let separator = match separator {
        Some(separator) => separator,
        None => most(source.peek()?),
    };
    let position = source.position();
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(8 << 10)
        .from_reader(source);
    let mut header = StringRecord::new();
    if !next(&mut reader, &mut header, &position)? {
        let message = "the file is empty; a table begins with a header";
        return Err(ImportError::new(ImportErrorKind::Format, message).on_line(1));
    }
    let fields = fields(&header, columns, into.out)?;
    let mut row = StringRecord::new();
    let mut following = StringRecord::new();
    let mut more = next(&mut reader, &mut row, &position)?;
    while more {
        // The line behind the row. Where the row begins is not known to the reader where blank lines stand before it.
        let behind = reader.position().line();
        // Of an error behind a row it is not known that it has to do with the row.
        let after = next(&mut reader, &mut following, &position);
        let last = matches!(after, Ok(false));
        let open = row.iter().next_back().is_some_and(|c| c.ends_with('\n'));
        let open = last && position.within_quotes() && (position.within_line() || open);
        let unended = last && (position.within_line() || open);
        let inside: usize = row.iter().map(|c| c.matches('\n').count()).sum();
        let lines = inside as u64 + u64::from(!unended);
        let line = behind.saturating_sub(lines).max(1);
        if open || unended && row.len() < header.len() {
            let message = format!(
                "the file ends within the row that begins here: it has {} of {} columns, or a quotation that is not closed",
                row.len(),
                header.len()
            );
            into.out.read();
            into.out.skipped(line, "cut short by the end of the file");
            return Err(ImportError::new(ImportErrorKind::Truncated, message).on_line(line));
        }
        into.out.read();
        if row.len() == header.len() {
            let cells = fields.iter().copied().zip(row.iter());
            let cells = cells.filter_map(|(field, cell)| Some((field?, cell.trim())));
            let row = Row::new(cells.filter(|(_, cell)| !cell.is_empty()), style);
            row.take(line, into.default_type, into.drafts, into.out);
        } else {
            let reason = format!(
                "the row has {} columns and the header {}",
                row.len(),
                header.len()
            );
            into.out.skipped(line, reason);
        }
        more = after?;
        core::mem::swap(&mut row, &mut following);
    }
    Ok(())
}

fn next<R: BufRead>(
    reader: &mut csv::Reader<Source<R>>,
    record: &mut StringRecord,
    position: &Rc<Position>,
) -> Result<bool, ImportError> {
    position.begin_row();
    let begins = reader.position().line();
    reader.read_record(record).map_err(|e| {
        let fault = position.fault().unwrap_or_else(|| {
            ImportError::new(ImportErrorKind::Format, e.to_string()).on_line(begins)
        });
        match fault.kind() {
            ImportErrorKind::TooLong => fault.on_line(begins),
            _ => fault,
        }
    })
}

/// The separator that the first line has most.
fn most(begin: &[u8]) -> u8 {
    let header = begin.split(|&b| b == b'\n').next().unwrap_or(begin);
    let count = |s: &u8| header.iter().filter(|b| *b == s).count();
    // Of as many the first.
    let found = SEPARATORS.iter().rev().max_by_key(|s| count(s));
    found.copied().unwrap_or(b',')
}

/// The field of each column.
fn fields(
    header: &StringRecord,
    columns: &[(Field, String)],
    out: &mut super::Reporter,
) -> Result<Vec<Option<Field>>, ImportError> {
    let title = |t: &str| t.trim().trim_start_matches('?').to_lowercase();
    let titles: Vec<String> = header.iter().map(title).collect();
    let mut fields = vec![None; titles.len()];
    let fault =
        |message: String| Err(ImportError::new(ImportErrorKind::Column, message).on_line(1));
    for (field, wanted) in columns {
        let Some(at) = titles.iter().position(|t| *t == title(wanted)) else {
            let there: Vec<String> = header.iter().take(30).map(clip).collect();
            return fault(format!(
                "there is no column “{}”; there are: {}",
                clip(wanted),
                there.join(", ")
            ));
        };
        if let Some(other) = fields[at].replace(*field) {
            let (a, b) = (Field::name(other), field.name());
            return fault(format!(
                "the column “{}” is asked for as {a} and as {b}",
                clip(wanted)
            ));
        }
    }
    // Of a role the label is wanted, which may stand beside its item ("position", "positionLabel").
    let mut order: Vec<usize> = (0..titles.len()).collect();
    order.sort_by_key(|&at| titles[at] != "positionlabel");
    for (at, title) in order.into_iter().map(|at| (at, &titles[at])) {
        let free = |f: &Field| !fields.contains(&Some(*f));
        match Field::titled(title).filter(free) {
            _ if fields[at].is_some() => {}
            Some(field) => fields[at] = Some(field),
            None => out.warning(1, format!("the column “{}” is not read", clip(title))),
        }
    }
    if !fields.contains(&Some(Field::Name)) {
        let there: Vec<String> = header.iter().take(30).map(clip).collect();
        return fault(format!(
            "no column is known to hold names; say which, as in --columns name=TITLE. There are: {}",
            there.join(", ")
        ));
    }
    Ok(fields)
}
