//! Packs as files: made, and read where the browser does not decompress them.

use std::io::Read as _;

use flate2::read::GzDecoder;

use super::{
    Pack, compile,
    gzip::{Effort, compressed},
    header::{
        GZIP, HEADER_LENGTH, MAGIC, MOST_BYTES, MOST_COMPRESSED, PackHeader, VERSION, damaged,
    },
};
use crate::gazetteer::{ErrorKind, Gazetteer, GazetteerError};

impl Gazetteer {
    /// The bytes of the pack of this gazetteer. The same gazetteer always gives the same bytes. Examples are left
    /// out: they have done their work when a pack is made.
    ///
    /// # Errors
    /// It is larger than a pack can be.
    pub fn to_pack(&self) -> Result<Vec<u8>, GazetteerError> {
        let content = compile::content(self)?;
        let raw_length = u32::try_from(content.len())
            .ok()
            .filter(|&n| n <= MOST_BYTES);
        let Some(raw_length) = raw_length else {
            let message = format!("{} bytes are more than a pack can hold", content.len());
            return Err(GazetteerError::new(ErrorKind::TooLarge, message));
        };
        let mut packed = compressed(&content, Effort::Best);
        if packed.len() * (MOST_COMPRESSED as usize) < content.len() {
            packed = compressed(&content, Effort::None);
        }
        let mut pack = Vec::with_capacity(HEADER_LENGTH + packed.len());
        pack.extend(MAGIC);
        pack.extend(VERSION.to_le_bytes());
        pack.extend(GZIP.to_le_bytes());
        pack.extend(raw_length.to_le_bytes());
        pack.extend((packed.len() as u32).to_le_bytes());
        pack.extend(packed);
        Ok(pack)
    }
}

impl Pack {
    /// The pack of these bytes.
    ///
    /// # Errors
    /// The bytes are no pack, or a newer, damaged or truncated one.
    pub fn from_bytes(pack: &[u8]) -> Result<Pack, GazetteerError> {
        let header = PackHeader::read(pack)?;
        header.check_length(pack.len())?;
        let mut content = Vec::with_capacity(header.raw_length());
        // One byte more than it says would show a wrong length without filling the memory.
        GzDecoder::new(&pack[HEADER_LENGTH..])
            .take(header.raw_length() as u64 + 1)
            .read_to_end(&mut content)
            .map_err(|_| damaged("it does not decompress"))?;
        header.check_content(&content)?;
        Pack::from_content(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Date, PartialDate};

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
        let pack = Pack::from_bytes(&bytes).unwrap();
        assert_eq!(pack.title(), "one");
        assert_eq!(pack.checked(), Date::parse("2025-06-30").ok());
        assert_eq!(pack.find("a"), Some(0));
        assert_eq!(pack.find("b"), None);
        let details = pack.details(0);
        assert_eq!(details.clone().name(), "Idlib");
        assert_eq!(details.clone().at(), Some((35.93, 36.63)));
        assert_eq!(details.clone().links().geonames, Some(169577));
        let names: Vec<&str> = details.clone().names().iter().map(|n| n.text).collect();
        assert_eq!(names, ["إدلب", "Edlib"]);
        let role = details.roles()[0];
        assert_eq!(role.title, "City");
        assert_eq!(role.from, PartialDate::parse("2000").ok());
        assert_eq!(role.to, PartialDate::parse("2024-12").ok());
    }

    #[test]
    fn what_compresses_very_well_is_packed_and_read_all_the_same() {
        let address = format!("https://example.org/{}", "a".repeat(100_000));
        let file = format!(
            r#"{{"entities": [{{"id": "a", "type": "city", "name": "A", "links": {{"website": "{address}"}}}}]}}"#
        );
        let gazetteer = Gazetteer::from_files("", None, [("a.json", &*file)]).unwrap();
        let pack = Pack::from_bytes(&gazetteer.to_pack().unwrap()).unwrap();
        assert_eq!(pack.details(0).links().website, Some(&*address));
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_refused() {
        let bytes = pack();
        for cut in 0..bytes.len() {
            assert!(Pack::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        let content = |bytes: &[u8]| {
            let mut content = Vec::new();
            let read = GzDecoder::new(&bytes[HEADER_LENGTH..]).read_to_end(&mut content);
            read.map(|_| content).ok()
        };
        let honest = content(&bytes);
        for i in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[i] ^= 0x55;
            // Some bytes of gzip's own header mean nothing; the content is never another.
            if Pack::from_bytes(&changed).is_ok() {
                assert_eq!(content(&changed), honest, "byte {i}");
            }
        }
    }

    #[test]
    fn errors_have_their_kinds() {
        let kind = |bytes: &[u8]| Pack::from_bytes(bytes).err().expect("an error").kind();
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
