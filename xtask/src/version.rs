//! Version numbers of tools: reading them out of what a tool prints, and comparing them.

use std::fmt;

/// Major, minor and patch; what follows ("-nightly", "+dfsg1-1") is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// The first version number in a text such as "v20.19.4" or "rustc 1.96.0 (abc 2026-05-25)".
    pub fn find(text: &str) -> Option<Self> {
        text.split(|c: char| c.is_whitespace() || c == '(' || c == '"')
            .find_map(Self::leading)
    }

    fn leading(word: &str) -> Option<Self> {
        let mut parts = word.trim_start_matches('v').split('.');
        let mut number = || {
            let part = parts.next()?;
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            part[..digits].parse::<u32>().ok()
        };
        let (major, minor) = (number()?, number()?);
        Some(Self(major, minor, number().unwrap_or(0)))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_in_what_tools_print() {
        let rows = [
            ("v20.20.2\n", Some(Version(20, 20, 2))),
            (
                "rustc 1.96.0 (59807616e 2026-04-14)",
                Some(Version(1, 96, 0)),
            ),
            ("1.96.0+dfsg1-1~deb12u2", Some(Version(1, 96, 0))),
            ("rust-version = \"1.85\"", Some(Version(1, 85, 0))),
            ("1.97.0-nightly", Some(Version(1, 97, 0))),
            ("none", None),
            ("(none)", None),
        ];
        for (text, expected) in rows {
            assert_eq!(Version::find(text), expected, "{text}");
        }
    }

    #[test]
    fn compared_as_numbers() {
        assert!(Version(20, 9, 0) < Version(20, 19, 0));
        assert!(Version(1, 100, 0) > Version(1, 96, 5));
    }
}
