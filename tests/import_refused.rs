//! Importers on what is not as it should be: files cut short, wrongly encoded, of another format, and any bytes.
#![cfg(feature = "cli")]

mod imported;

use imported::{Sample, import, sample};
use namelight::import::{Format, ImportErrorKind, Options};
use proptest::prelude::*;

#[test]
fn what_keeps_a_file_from_being_read_has_its_place_and_what_was_before_is_kept() {
    use ImportErrorKind as Kind;
    let (places, ftm) = (sample("places.txt"), sample("entities.ftm.json"));
    let cut = |bytes: &[u8], at: &str| {
        let text = std::str::from_utf8(bytes).unwrap();
        text.as_bytes()[..text.find(at).unwrap()].to_vec()
    };
    let json = sample("wikidata.json");
    let unclosed = b"name,type\nAnn,person\nBob,\"person\nEve,person\n".to_vec();
    // The format, the bytes, the sort of error, its line and column, what it says, and how many rows are taken.
    type Row = (
        Format,
        Vec<u8>,
        ImportErrorKind,
        Option<u64>,
        Option<u64>,
        &'static str,
        u64,
    );
    let rows: Vec<Row> = vec![
        (
            Format::Csv,
            b"name,type\nAnn,person\nEv\xE9,person\n".to_vec(),
            Kind::Encoding,
            Some(3),
            Some(3),
            "0xE9 is not UTF-8",
            1,
        ),
        (
            Format::Geonames,
            [&places[..], b"9\xFF"].concat(),
            Kind::Encoding,
            Some(9),
            Some(2),
            "0xFF is not UTF-8",
            5,
        ),
        (
            Format::Ftm,
            [&ftm[..], b"\"\xC3"].concat(),
            Kind::Truncated,
            Some(12),
            Some(2),
            "within a character",
            6,
        ),
        (
            Format::Stix,
            b"{\"objects\":[\n\"\xFF\"]}".to_vec(),
            Kind::Encoding,
            Some(2),
            Some(2),
            "0xFF",
            0,
        ),
        (
            Format::Csv,
            b"n\0a\0m\0e\0".to_vec(),
            Kind::Encoding,
            Some(1),
            None,
            "UTF-16",
            0,
        ),
        (
            Format::Csv,
            b"PK\x03\x04".to_vec(),
            Kind::Format,
            Some(1),
            None,
            "spreadsheet",
            0,
        ),
        (
            Format::Stix,
            b"\x1F\x8B\x08".to_vec(),
            Kind::Format,
            Some(1),
            None,
            "gzip",
            0,
        ),
        (
            Format::Csv,
            b"name,type\nAnn,person\nBob".to_vec(),
            Kind::Truncated,
            Some(3),
            None,
            "1 of 2 columns",
            1,
        ),
        (
            Format::Csv,
            unclosed,
            Kind::Truncated,
            Some(3),
            None,
            "not closed",
            1,
        ),
        (
            Format::Csv,
            Vec::new(),
            Kind::Format,
            Some(1),
            None,
            "empty",
            0,
        ),
        (
            Format::Csv,
            b"a,b\n1,2\n".to_vec(),
            Kind::Column,
            Some(1),
            None,
            "There are: a, b",
            0,
        ),
        (
            Format::Geonames,
            cut(&places, "\tP\tPPL\t"),
            Kind::Truncated,
            Some(4),
            None,
            "has 6 columns",
            3,
        ),
        (
            Format::Wikidata,
            cut(&json, "Q41183"),
            Kind::Truncated,
            Some(9),
            None,
            "within its JSON",
            4,
        ),
        (
            Format::Wikidata,
            b"{\"results\":{}}".to_vec(),
            Kind::Format,
            None,
            None,
            "no “results.bindings”",
            0,
        ),
        (
            Format::Stix,
            b"[]".to_vec(),
            Kind::Format,
            Some(1),
            None,
            "an object with “objects”",
            0,
        ),
        (
            Format::Stix,
            b"{\"objects\":[]} x".to_vec(),
            Kind::Format,
            Some(1),
            None,
            "trailing",
            0,
        ),
        (
            Format::Ftm,
            cut(&ftm, "Minister"),
            Kind::Truncated,
            Some(3),
            None,
            "within the entity",
            1,
        ),
        (
            Format::Petrarch,
            b"A_ [XYZGOV]\n<!-- open\nB_".to_vec(),
            Kind::Truncated,
            Some(2),
            None,
            "comment",
            1,
        ),
        (
            Format::Petrarch,
            b"A_ [XYZGOV]\nB_".to_vec(),
            Kind::Truncated,
            Some(2),
            None,
            "without its codes",
            1,
        ),
    ];
    for (format, bytes, kind, line, column, says, taken) in rows {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let imported = import(&[(format, "file", &bytes)], Options::default());
        let [error] = &imported.errors[..] else {
            panic!("{shown}: {:?}", imported.errors);
        };
        let found = (error.kind(), error.line(), error.column());
        assert_eq!(found, (kind, line, column), "{shown}: {error}");
        assert!(error.to_string().contains(says), "{shown}: {error}");
        assert!(error.to_string().starts_with("file:"), "{error}");
        assert_eq!(
            imported.counts.taken,
            taken,
            "{shown}: {}",
            imported.report()
        );
    }
}

#[test]
fn a_file_of_another_format_is_skipped_row_by_row_or_refused() {
    for one in Sample::all() {
        let (format, name) = (one.files[0].format(), &*one.files[0].file);
        let bytes = sample(name);
        for other in Format::ALL.into_iter().filter(|f| *f != format) {
            let related = [format, other]
                .iter()
                .all(|f| matches!(f, Format::Csv | Format::Tsv | Format::Wikidata));
            let imported = import(&[(other, name, &bytes)], Options::default());
            if !related {
                assert_eq!(imported.counts.taken, 0, "{name} as {}", other.name());
                let told = imported.counts.skipped + imported.errors.len() as u64;
                assert!(told > 0, "{name} as {}", other.name());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in Format::ALL {
            import(&[(format, "any", &bytes)], Options::default());
        }
    }

    #[test]
    fn damaged_samples_are_read_or_refused(
        which in 0..Sample::all().len(),
        cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let one = Sample::all().swap_remove(which);
        let mut read = one.read();
        for (_, _, bytes) in &mut read {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            let length = cut.index(bytes.len() + 1);
            bytes.truncate(length);
        }
        let files: Vec<_> = read.iter().map(|(f, n, b)| (*f, *n, &b[..])).collect();
        // Columns that are asked for may be gone.
        let options = if changes.is_empty() { one.options() } else { Options::default() };
        import(&files, options);
    }
}
