//! The outside of a pack: sixteen bytes of header, and the content compressed.
//!
//! The letters `NLPK`, the format's version (u16), the compression (u16, 1 is gzip), the length of the content before
//! compression (u32) and of what follows (u32), all little endian. Decompression is left to whoever has it (flate2
//! natively, the browser's own in wasm), and that proves gzip's checksum of the content.

use crate::gazetteer::{ErrorKind, GazetteerError};

pub(super) const MAGIC: [u8; 4] = *b"NLPK";
pub(super) const VERSION: u16 = 4;
pub(super) const GZIP: u16 = 1;
/// No pack holds more than this many bytes before compression; a header that says so is damaged.
pub(super) const MOST_BYTES: u32 = 1 << 30;

/// No content is more than so many times as long as what is left of it in the pack, so that a short pack cannot ask for
/// much memory. Gazetteers are compressed to a half or a third.
pub(super) const MOST_COMPRESSED: u32 = 64;

/// The bytes before a pack's compressed content.
pub const HEADER_LENGTH: usize = 16;

/// What a pack's header says of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackHeader {
    raw_length: u32,
    packed_length: u32,
}

pub(super) fn damaged(what: &str) -> GazetteerError {
    GazetteerError::new(
        ErrorKind::DamagedPack,
        format!("the pack is damaged: {what}; fetch it or make it again"),
    )
}

impl PackHeader {
    /// Reads the header of a pack, of which at least that much must be there.
    ///
    /// # Errors
    /// The bytes begin no pack, or one for a newer engine, or one that claims more than its length can hold.
    pub fn read(pack: &[u8]) -> Result<PackHeader, GazetteerError> {
        if pack.len() < MAGIC.len() || pack[..MAGIC.len()] != MAGIC {
            return Err(GazetteerError::new(
                ErrorKind::NotAPack,
                "these bytes are not a pack: a pack begins with the letters NLPK",
            ));
        }
        let Some(header) = pack.get(..HEADER_LENGTH) else {
            return Err(damaged("it ends within its header"));
        };
        let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
        let long = |at: usize| {
            u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
        };
        let version = short(4);
        if version != VERSION {
            let message = format!(
                "the pack is of format version {version} and this engine reads version {VERSION}; {}",
                if version > VERSION {
                    "use a newer engine"
                } else {
                    "make the pack again"
                }
            );
            return Err(GazetteerError::new(ErrorKind::NewerPack, message));
        }
        if short(6) != GZIP {
            return Err(damaged("its compression is not known"));
        }
        let read = PackHeader {
            raw_length: long(8),
            packed_length: long(12),
        };
        if read.raw_length > MOST_BYTES.min(read.packed_length.saturating_mul(MOST_COMPRESSED)) {
            return Err(damaged("its length is not credible"));
        }
        Ok(read)
    }

    /// Checks that a pack of which so many bytes have come is no longer than its header says.
    ///
    /// # Errors
    /// It is longer.
    #[cfg(not(files))]
    pub(crate) fn check_most(&self, length: usize) -> Result<(), GazetteerError> {
        match length.saturating_sub(HEADER_LENGTH) > self.packed_length as usize {
            true => self.check_length(length),
            false => Ok(()),
        }
    }

    /// The error where there is no room for the content.
    #[cfg(not(files))]
    pub(crate) fn too_large(&self) -> GazetteerError {
        let message = format!("there is no memory for {} bytes", self.raw_length);
        GazetteerError::new(ErrorKind::TooLarge, message)
    }

    /// Checks that the whole pack has as many bytes as its header says.
    ///
    /// # Errors
    /// It has more or fewer.
    pub fn check_length(&self, length: usize) -> Result<(), GazetteerError> {
        let there = length.saturating_sub(HEADER_LENGTH);
        if there == self.packed_length as usize {
            return Ok(());
        }
        Err(damaged(&format!(
            "{there} bytes follow its header, which says {}",
            self.packed_length
        )))
    }

    /// How many bytes the content has once decompressed.
    pub fn raw_length(&self) -> usize {
        self.raw_length as usize
    }

    /// Whether a decompressed content is as long as the header says.
    ///
    /// # Errors
    /// It is not.
    pub fn check_content(&self, content: &[u8]) -> Result<(), GazetteerError> {
        match content.len() == self.raw_length() {
            true => Ok(()),
            false => Err(damaged("its content is not as long as its header says")),
        }
    }
}

/// The content is not what was packed.
pub(super) fn unreadable() -> GazetteerError {
    damaged("its content cannot be read")
}
