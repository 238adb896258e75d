//! Which of an entity's roles it held on a day.

use std::borrow::Cow;

use crate::{
    date::{Date, PartialDate},
    entity_ref::RoleRef,
    layers::EntityIndex,
};

/// The role on a day, and the role known last where that is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleAt<'h> {
    /// The title. On a day of which the sources do not say before or after a change, both titles, and that it is so.
    pub title: Cow<'h, str>,
    /// The entity that the role belongs to.
    pub of: Option<EntityIndex>,
    /// When it began, as far as known.
    pub from: Option<PartialDate>,
    /// When it ended, as far as known.
    pub to: Option<PartialDate>,
    /// The role known last, where it differs.
    pub now: Option<LatestRole<'h>>,
}

/// The role known last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestRole<'h> {
    /// The title.
    pub title: &'h str,
    /// When it began, as far as known.
    pub from: Option<PartialDate>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    No,
    /// The day lies in a year or month at which the role began or ended.
    Perhaps,
    Yes,
}

fn held(role: &RoleRef, day: Date) -> Held {
    let after_start = match role.from {
        None => Held::Yes,
        Some(from) if day >= from.last_day() => Held::Yes,
        Some(from) if day >= from.first_day() => Held::Perhaps,
        Some(_) => Held::No,
    };
    let before_end = match role.to {
        None => Held::Yes,
        Some(to) if day < to.first_day() => Held::Yes,
        Some(to) if day < to.last_day() => Held::Perhaps,
        Some(_) => Held::No,
    };
    match (after_start, before_end) {
        (Held::No, _) | (_, Held::No) => Held::No,
        (Held::Yes, Held::Yes) => Held::Yes,
        _ => Held::Perhaps,
    }
}

/// The role on `day`; `None` where none is known. `checked` is the day as of which the role known last is known;
/// without a day of either kind, the role that is listed first among those that have not ended is given.
pub fn role_at<'h>(
    roles: &[RoleRef<'h>],
    day: Option<Date>,
    checked: Option<Date>,
) -> Option<RoleAt<'h>> {
    let latest = match checked {
        // A role that is known to begin later is known last.
        Some(checked) => {
            let begun = roles
                .iter()
                .filter_map(|r| r.from)
                .map(PartialDate::last_day);
            let last = begun.fold(checked, Date::max);
            roles.iter().find(|r| held(r, last) != Held::No)
        }
        None => roles.iter().find(|r| r.to.is_none()),
    };
    let Some(day) = day.or(checked) else {
        return latest.map(shown);
    };
    let first = roles.iter().find(|r| held(r, day) != Held::No)?;
    let mut role = shown(first);
    let mut doubtful = false;
    if held(first, day) == Held::Perhaps {
        let others = roles
            .iter()
            .filter(|r| *r != first && held(r, day) == Held::Perhaps);
        for other in others {
            role.title.to_mut().push_str(" or ");
            role.title.to_mut().push_str(other.title);
            doubtful = true;
        }
        role.title.to_mut().push_str(if doubtful {
            " (changed about then; the day is not known)"
        } else {
            " (about then; the day is not known)"
        });
    }
    role.now = latest
        .filter(|l| l.title != first.title || doubtful)
        .map(|l| LatestRole {
            title: l.title,
            from: l.from,
        });
    Some(role)
}

fn shown<'h>(role: &RoleRef<'h>) -> RoleAt<'h> {
    RoleAt {
        title: Cow::Borrowed(role.title),
        of: role.of,
        from: role.from,
        to: role.to,
        now: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(title: &'static str, from: &str, to: &str) -> RoleRef<'static> {
        let date = |t: &str| (!t.is_empty()).then(|| PartialDate::parse(t).unwrap());
        RoleRef {
            title,
            of: None,
            from: date(from),
            to: date(to),
            source: None,
        }
    }

    #[test]
    fn the_role_on_a_day() {
        let assad = [
            role("President", "2000-07-17", "2024-12-08"),
            role("Former president", "2024-12-08", ""),
        ];
        let vague = [
            role("Minister", "2019", "2021-03"),
            role("Envoy", "2021-03", ""),
        ];
        let two = [role("Chair", "2010", ""), role("Member", "2005", "")];
        let undated = [role("News agency", "", "")];
        let coming = [
            role("Minister", "2020-01-01", "2025-09-09"),
            role("Premier", "2025-09-09", ""),
        ];
        let about = " (changed about then; the day is not known)";
        for (roles, day, want, now) in [
            (
                &assad[..],
                "2024-12-01",
                Some("President".to_owned()),
                Some("Former president"),
            ),
            (
                &assad,
                "2024-12-07",
                Some("President".into()),
                Some("Former president"),
            ),
            (&assad, "2024-12-08", Some("Former president".into()), None),
            (&assad, "2025-06-01", Some("Former president".into()), None),
            (&assad, "2000-07-16", None, None),
            (
                &vague,
                "2019-05-05",
                Some("Minister (about then; the day is not known)".into()),
                Some("Envoy"),
            ),
            (&vague, "2020-05-05", Some("Minister".into()), Some("Envoy")),
            (
                &vague,
                "2021-03-15",
                Some(format!("Minister or Envoy{about}")),
                Some("Envoy"),
            ),
            (&vague, "2021-03-31", Some("Envoy".into()), None),
            (&vague, "2021-04-01", Some("Envoy".into()), None),
            (&two, "2012-01-01", Some("Chair".into()), None),
            (&two, "2007-01-01", Some("Member".into()), Some("Chair")),
            (
                &coming,
                "2025-06-01",
                Some("Minister".into()),
                Some("Premier"),
            ),
            (&coming, "2025-10-01", Some("Premier".into()), None),
            (&undated, "1990-01-01", Some("News agency".into()), None),
        ] {
            let checked = Date::parse("2025-06-30").ok();
            let got = role_at(roles, Date::parse(day).ok(), checked);
            assert_eq!(got.as_ref().map(|r| r.title.to_string()), want, "{day}");
            let got_now = got.and_then(|r| r.now).map(|n| n.title);
            assert_eq!(got_now, now, "{day}");
        }
    }

    #[test]
    fn without_any_day_the_open_role_is_given() {
        let roles = [
            role("President", "2000", "2024"),
            role("Former", "2024", ""),
        ];
        assert_eq!(role_at(&roles, None, None).unwrap().title, "Former");
        let ended = [role("President", "2000", "2024")];
        assert_eq!(role_at(&ended, None, None), None);
    }
}
