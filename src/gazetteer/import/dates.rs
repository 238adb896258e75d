//! Dates as other formats write them.

use super::report::Reporter;
use crate::date::{Date, PartialDate};

/// A date of ISO 8601, with or without a time; months and days of `00` are unknown.
pub(super) fn iso(text: &str) -> Result<PartialDate, String> {
    let text = text.trim();
    let day = text.strip_prefix('+').unwrap_or(text);
    let day = day.split(['T', ' ']).next().unwrap_or(day);
    let day = day.strip_suffix("-00").unwrap_or(day);
    let day = day.strip_suffix("-00").unwrap_or(day);
    PartialDate::parse(day).map_err(|_| {
        let text = super::clip(text);
        format!("date “{text}” is not written YYYY-MM-DD, YYYY-MM or YYYY, or is no day")
    })
}

/// The days between which something held, as written. One that began on a day that cannot be read has an unknown
/// beginning.
///
/// # Errors
/// An end that cannot be read: without it what has ended would seem to last.
pub(super) fn between(
    from: Option<&str>,
    to: Option<&str>,
    read: fn(&str) -> Result<PartialDate, String>,
    line: u64,
    out: &mut Reporter,
) -> Result<(Option<PartialDate>, Option<PartialDate>), String> {
    let to = to.map(read).transpose();
    let to = to.map_err(|e| format!("a role left out because of its end: {e}"))?;
    let from = from.and_then(|text| {
        let told = |e| out.warning(line, format!("a beginning left out: {e}"));
        read(text).map_err(told).ok()
    });
    Ok((from, to))
}

/// A date of Wikidata's query service, which writes a year alone as its first of January: that day is read as the
/// year, so that no day is made up.
pub(super) fn wikidata(text: &str) -> Result<PartialDate, String> {
    let year = |t: &str| t.split_once("-01-01T00:00:00").map(|(y, _)| y.to_owned());
    match year(text) {
        Some(year) => iso(&year),
        None => iso(text),
    }
}

/// A day of PETRARCH's dictionaries: YYMMDD with years from 1931 to 2030, or YYYYMMDD.
pub(super) fn petrarch(text: &str) -> Result<Date, String> {
    let odd = || format!("date “{}” is not YYMMDD or YYYYMMDD", super::clip(text));
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(odd());
    }
    let (century, rest) = match text.len() {
        8 => ("", text),
        6 if &text[..2] <= "30" => ("20", text),
        6 => ("19", text),
        _ => return Err(odd()),
    };
    let digits = format!("{century}{rest}");
    Date::parse(&format!(
        "{}-{}-{}",
        &digits[..4],
        &digits[4..6],
        &digits[6..]
    ))
    .map_err(|e| e.to_string())
}

/// The day after, which ends what still held on a day.
pub(super) fn day_after(day: Date) -> Option<Date> {
    let text = day.to_string();
    let mut parts = text.split('-').map(|p| p.parse::<u32>().unwrap_or(1));
    let mut part = || parts.next().unwrap_or(1);
    let (year, month, day) = (part(), part(), part());
    [
        (year, month, day + 1),
        (year, month + 1, 1),
        (year + 1, 1, 1),
    ]
    .iter()
    .find_map(|(y, m, d)| Date::parse(&format!("{y:04}-{m:02}-{d:02}")).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_they_are_written() {
        for (text, read) in [
            ("2000-07-17T00:00:00Z", "2000-07-17"),
            ("+2000-07-00T00:00:00Z", "2000-07"),
            ("2000", "2000"),
            ("2000-00-00", "2000"),
        ] {
            assert_eq!(iso(text).unwrap().to_string(), read);
        }
        assert!(iso("17/07/2000").is_err());
        assert_eq!(
            wikidata("2017-01-01T00:00:00Z").unwrap().to_string(),
            "2017"
        );
        assert_eq!(
            wikidata("2017-05-14T00:00:00Z").unwrap().to_string(),
            "2017-05-14"
        );
    }

    #[test]
    fn days_of_petrarch() {
        let read = |t: &str| petrarch(t).map(|d| d.to_string());
        assert_eq!(read("991231").unwrap(), "1999-12-31");
        assert_eq!(read("300101").unwrap(), "2030-01-01");
        assert_eq!(read("310101").unwrap(), "1931-01-01");
        assert_eq!(read("20080507").unwrap(), "2008-05-07");
        for bad in ["9912", "99123１", "20081301", ""] {
            assert!(read(bad).is_err(), "{bad}");
        }
        let after = |t: &str| day_after(Date::parse(t).unwrap()).map(|d| d.to_string());
        assert_eq!(after("2000-02-28").as_deref(), Some("2000-02-29"));
        assert_eq!(after("2001-02-28").as_deref(), Some("2001-03-01"));
        assert_eq!(after("1999-12-31").as_deref(), Some("2000-01-01"));
        assert_eq!(after("9999-12-31"), None);
    }
}
