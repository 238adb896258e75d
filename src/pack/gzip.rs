//! Contents compressed as gzip: natively by libdeflate, which takes a twelfth less than zlib does; by flate2 where the
//! importer runs in a browser, for which there is no C.

/// How small it is to be made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// As small as can be.
    Best,
    /// Not compressed at all.
    None,
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn compressed(content: &[u8], effort: Effort) -> Vec<u8> {
    use libdeflater::{CompressionLvl, Compressor};
    let level = match effort {
        Effort::Best => CompressionLvl::best(),
        Effort::None => CompressionLvl::new(0).expect("libdeflate has a level 0"),
    };
    let mut compressor = Compressor::new(level);
    let mut packed = vec![0; compressor.gzip_compress_bound(content.len())];
    let length = compressor
        .gzip_compress(content, &mut packed)
        .expect("the room is what libdeflate asks for");
    packed.truncate(length);
    packed
}

#[cfg(target_arch = "wasm32")]
pub(super) fn compressed(content: &[u8], effort: Effort) -> Vec<u8> {
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;
    let level = match effort {
        Effort::Best => Compression::best(),
        Effort::None => Compression::none(),
    };
    let mut gzip = GzEncoder::new(Vec::new(), level);
    gzip.write_all(content)
        .and_then(|()| gzip.finish())
        .expect("writing to memory does not fail")
}
