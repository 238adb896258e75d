//! Calendar dates: whole days for documents, and days, months or years for facts.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A date as far as it is known: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    /// 0 where unknown.
    month: u8,
    /// 0 where unknown.
    day: u8,
}

/// Why a string is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    text: String,
    reason: &'static str,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "date “{}” {}", self.text, self.reason)
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// The day written `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        PartialDate::parse(text)?
            .whole_day()
            .ok_or_else(|| error(text, "lacks its day; it is written YYYY-MM-DD"))
    }
}

impl PartialDate {
    /// The date written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<PartialDate, DateError> {
        const SHAPE: &str = "is not written YYYY-MM-DD, YYYY-MM or YYYY";
        let mut parts = text.as_bytes().split(|&b| b == b'-');
        let mut number = |digits: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(p) if p.len() == digits && p.iter().all(u8::is_ascii_digit) => {
                    let value = |n, digit: &u8| n * 10 + u16::from(digit - b'0');
                    Ok(Some(p.iter().fold(0, value)))
                }
                Some(_) => Err(error(text, SHAPE)),
            }
        };
        let year = number(4)?.ok_or_else(|| error(text, SHAPE))?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(error(text, SHAPE));
        }
        if year == 0 {
            return Err(error(text, "has the year 0; years begin at 1"));
        }
        if month.is_some_and(|m| !(1..=12).contains(&m)) {
            return Err(error(text, "has a month outside 01 to 12"));
        }
        let month = month.map_or(0, |m| m as u8);
        if day.is_some_and(|d| d < 1 || d > u16::from(days_in(year, month))) {
            return Err(error(text, "has a day that its month does not have"));
        }
        Ok(PartialDate {
            year,
            month,
            day: day.map_or(0, |d| d as u8),
        })
    }

    /// The first day that it can mean.
    pub fn first_day(self) -> Date {
        Date {
            year: self.year,
            month: self.month.max(1),
            day: self.day.max(1),
        }
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 {
            days_in(self.year, month)
        } else {
            self.day
        };
        Date {
            year: self.year,
            month,
            day,
        }
    }

    /// The date as one number, never 0.
    pub(crate) fn to_number(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// The date of a number that `to_number` gave; `None` for others.
    pub(crate) fn from_number(number: u32) -> Option<PartialDate> {
        let date = PartialDate {
            year: u16::try_from(number >> 9).ok()?,
            month: (number >> 5 & 15) as u8,
            day: (number & 31) as u8,
        };
        let known = (1..=9999).contains(&date.year) && date.month <= 12;
        let day = date.day == 0 || (date.month > 0 && date.day <= days_in(date.year, date.month));
        (known && day).then_some(date)
    }

    /// The day, where it is known.
    pub(crate) fn whole_day(self) -> Option<Date> {
        (self.day != 0).then(|| self.first_day())
    }
}

impl From<Date> for PartialDate {
    fn from(d: Date) -> Self {
        PartialDate {
            year: d.year,
            month: d.month,
            day: d.day,
        }
    }
}

fn error(text: &str, reason: &'static str) -> DateError {
    let mut text = text.to_owned();
    if let Some((cut, _)) = text.char_indices().nth(40) {
        text.truncate(cut);
        text.push('…');
    }
    DateError { text, reason }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
}

macro_rules! as_string {
    ($type:ty, $expecting:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl de::Visitor<'_> for Visitor {
                    type Value = $type;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        <$type>::parse(text).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
    };
}

as_string!(Date, "a day written YYYY-MM-DD");
as_string!(
    PartialDate,
    "a date written YYYY-MM-DD, YYYY-MM or YYYY, in quotes"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_gives_first_and_last_day() {
        let days = |t: &str| {
            let d = PartialDate::parse(t).expect("a date");
            (d.first_day().to_string(), d.last_day().to_string())
        };
        assert_eq!(days("2024"), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(days("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(days("2023-02"), ("2023-02-01".into(), "2023-02-28".into()));
        assert_eq!(
            days("2024-12-08"),
            ("2024-12-08".into(), "2024-12-08".into())
        );
    }

    #[test]
    fn what_is_not_a_date_says_why() {
        for (text, reason) in [
            ("2024-13-40", "month"),
            ("2023-02-29", "day that its month"),
            ("2024-12", "lacks its day"),
            ("0000-01-01", "year 0"),
            ("1 December 2024", "not written"),
            ("2024-12-01T00:00", "not written"),
            ("", "not written"),
            ("2024-1-1", "not written"),
        ] {
            let e = Date::parse(text).expect_err(text).to_string();
            assert!(e.contains(reason), "{text}: {e}");
        }
        assert!(Date::parse("1900-02-29").is_err());
        assert!(Date::parse("2000-02-29").is_ok());
    }
}
