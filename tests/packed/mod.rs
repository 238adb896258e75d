//! Packs taken apart and put together by hand: the content of one, and a sound outside around any content. What the
//! tests of damaged packs and the fuzz target for packs share.
#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Read as _, Write as _};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use namelight::HEADER_LENGTH;

/// The content of a pack, decompressed.
pub fn content(pack: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    GzDecoder::new(&pack[HEADER_LENGTH..])
        .read_to_end(&mut content)
        .expect("a whole pack");
    content
}

/// A pack of any content, with lengths and a checksum that are right.
pub fn around(content: &[u8]) -> Vec<u8> {
    pack(content, Compression::none(), content.len() as u32)
}

/// A pack of any content, compressed as far as it goes, with a header that claims a length of it.
pub fn claiming(content: &[u8], length: u32) -> Vec<u8> {
    pack(content, Compression::best(), length)
}

fn pack(content: &[u8], level: Compression, length: u32) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), level);
    gzip.write_all(content).expect("memory can be written");
    let packed = gzip.finish().expect("memory can be written");
    let mut pack = b"NLPK".to_vec();
    pack.extend(4u16.to_le_bytes());
    pack.extend(1u16.to_le_bytes());
    pack.extend(length.to_le_bytes());
    pack.extend((packed.len() as u32).to_le_bytes());
    pack.extend(packed);
    pack
}
