//! What search knows of a pattern before it looks at the forms that are written so, as bits.

/// It is looked for without standing for an entity: a context, or muted.
pub(crate) const LOOKED_FOR: u8 = 1;
/// The same where the text has a capital at first.
pub(crate) const LOOKED_FOR_WITH_CAPITAL: u8 = 2;
/// Many bodies share it, and it is none's alone.
pub(crate) const GENERIC: u8 = 4;
/// It may begin in small letters.
pub(crate) const BEGINS_SMALL: u8 = 8;
