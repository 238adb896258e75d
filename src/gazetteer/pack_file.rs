//! Packs as files: made, and read where the browser does not decompress them.

use std::io::{Read as _, Write as _};

use serde::Serialize;

use super::{
    Gazetteer,
    error::{ErrorKind, GazetteerError},
    pack::{GZIP, HEADER_LENGTH, MAGIC, MOST_BYTES, PackHeader, VERSION, damaged},
};
use crate::entity::Entity;

/// What a pack holds, in its order.
#[derive(Serialize)]
struct Content<'g> {
    title: &'g str,
    checked: Option<String>,
    entities: &'g [Entity],
}

impl Gazetteer {
    /// The pack of this gazetteer. The same gazetteer always gives the same bytes.
    ///
    /// # Errors
    /// It is larger than a pack can be.
    pub fn to_pack(&self) -> Result<Vec<u8>, GazetteerError> {
        let entities: Vec<Entity> = self
            .entities
            .iter()
            .cloned()
            .map(|e| Entity {
                // They have done their work when a pack is made.
                examples: Vec::new(),
                ..e
            })
            .collect();
        let content = postcard::to_allocvec(&Content {
            title: &self.title,
            checked: self.checked.map(|d| d.to_string()),
            entities: &entities,
        })
        .map_err(|e| GazetteerError::new(ErrorKind::TooLarge, e.to_string()))?;
        let raw_length = u32::try_from(content.len())
            .ok()
            .filter(|&n| n <= MOST_BYTES);
        let Some(raw_length) = raw_length else {
            let message = format!("{} bytes are more than a pack can hold", content.len());
            return Err(GazetteerError::new(ErrorKind::TooLarge, message));
        };
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let packed = gzip
            .write_all(&content)
            .and_then(|()| gzip.finish())
            .expect("writing to memory does not fail");
        let mut pack = Vec::with_capacity(HEADER_LENGTH + packed.len());
        pack.extend(MAGIC);
        pack.extend(VERSION.to_le_bytes());
        pack.extend(GZIP.to_le_bytes());
        pack.extend(raw_length.to_le_bytes());
        pack.extend((packed.len() as u32).to_le_bytes());
        pack.extend(packed);
        Ok(pack)
    }

    /// The gazetteer of a pack.
    ///
    /// # Errors
    /// The bytes are no pack, or a newer, damaged or truncated one.
    pub fn from_pack(pack: &[u8]) -> Result<Gazetteer, GazetteerError> {
        let header = PackHeader::read(pack)?;
        let mut content = Vec::new();
        // One byte more than it says would show a wrong length without filling the memory.
        flate2::read::GzDecoder::new(&pack[HEADER_LENGTH..])
            .take(header.raw_length() as u64 + 1)
            .read_to_end(&mut content)
            .map_err(|_| damaged("it does not decompress"))?;
        header.gazetteer(&content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn pack() -> Vec<u8> {
        let file = r#"{"entities": [{"id": "a", "type": "city", "name": "Idlib",
            "names": ["إدلب", {"text": "Edlib", "needs": ["Syria"]}], "at": [35.93, 36.63],
            "roles": [{"title": "City", "from": "2000", "to": "2024-12"}], "links": {"geonames": 169577}}]}"#;
        let day = Date::parse("2025-06-30").ok();
        Gazetteer::from_files("one", day, [("a.json", file)])
            .and_then(|g| g.to_pack())
            .expect("a pack")
    }

    #[test]
    fn what_was_packed_comes_out() {
        let bytes = pack();
        assert_eq!(bytes, pack());
        let gazetteer = Gazetteer::from_pack(&bytes).unwrap();
        assert_eq!(gazetteer.title(), "one");
        assert_eq!(gazetteer.checked(), Date::parse("2025-06-30").ok());
        assert_eq!(gazetteer.entities()[0].names[1].needs, ["Syria"]);
        assert_eq!(gazetteer.to_pack().unwrap(), bytes);
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_refused() {
        let bytes = pack();
        for cut in 0..bytes.len() {
            assert!(Gazetteer::from_pack(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        let honest = Gazetteer::from_pack(&bytes).unwrap();
        for i in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[i] ^= 0x55;
            // Some bytes of gzip's own header mean nothing; the content is never another.
            if let Ok(gazetteer) = Gazetteer::from_pack(&changed) {
                assert_eq!(gazetteer, honest, "byte {i}");
            }
        }
    }

    #[test]
    fn errors_have_their_kinds() {
        let kind = |bytes: &[u8]| Gazetteer::from_pack(bytes).unwrap_err().kind();
        assert_eq!(kind(b""), ErrorKind::NotAPack);
        assert_eq!(kind(b"{\"entities\":[]}"), ErrorKind::NotAPack);
        let mut newer = pack();
        newer[4] = 9;
        assert_eq!(kind(&newer), ErrorKind::NewerPack);
        let mut huge = pack();
        huge[8..12].fill(0xFF);
        assert_eq!(kind(&huge), ErrorKind::DamagedPack);
    }
}
