//! Importers on files in the formats as they are published: what they take, and what they say of every row. Beside each
//! file in `tests/import/` stand the gazetteer and the report that are expected of it.
#![cfg(feature = "cli")]

mod imported;

use std::{fs, path::Path};

use imported::{SAMPLES, Sample, import};
use namelight::{
    EntityType,
    import::{Format, ImportErrorKind, Importer, Options},
};

#[test]
fn samples_become_what_is_expected() {
    let mut differing = Vec::new();
    for one in Sample::all() {
        let (name, read) = (&one.name, one.read());
        let files: Vec<_> = read.iter().map(|(f, n, b)| (*f, *n, &b[..])).collect();
        let imported = import(&files, one.options());
        assert_eq!(imported.errors, [], "{name}");
        for (found, ending) in [
            (&imported.gazetteer, "expected.json"),
            (&imported.report(), "report.jsonl"),
        ] {
            let file = format!("{name}.{ending}");
            let wanted = fs::read_to_string(Path::new(SAMPLES).join(&file)).unwrap_or_default();
            if *found != wanted {
                let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&file);
                fs::write(&place, found).unwrap();
                differing.push(place);
            }
        }
    }
    assert!(differing.is_empty(), "what was found is in {differing:?}");
}

#[test]
fn every_format_reads_the_same_with_other_encodings_and_line_ends() {
    let encodings: [fn(&str) -> Vec<u8>; 4] = [
        |text| [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        |text| {
            [0xFEFF]
                .into_iter()
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect()
        },
        |text| {
            [0xFEFF]
                .into_iter()
                .chain(text.encode_utf16())
                .flat_map(u16::to_be_bytes)
                .collect()
        },
        |text| text.replace('\n', "\r\n").into_bytes(),
    ];
    for one in Sample::all() {
        let name = &one.name;
        let read = one.read().into_iter();
        let texts: Vec<_> = read
            .map(|(f, n, bytes)| {
                let text = String::from_utf8(bytes).unwrap();
                let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
                (f, n, text)
            })
            .collect();
        let as_is: Vec<_> = texts
            .iter()
            .map(|(f, n, t)| (*f, *n, t.as_bytes()))
            .collect();
        let wanted = import(&as_is, one.options());
        for encoded in encodings {
            let bytes: Vec<_> = texts.iter().map(|(f, n, t)| (*f, *n, encoded(t))).collect();
            let files: Vec<_> = bytes.iter().map(|(f, n, b)| (*f, *n, &b[..])).collect();
            let found = import(&files, one.options());
            assert_eq!(found.errors, [], "{name}");
            assert_eq!(found.gazetteer, wanted.gazetteer, "{name}");
            assert_eq!(found.report(), wanted.report(), "{name}");
        }
    }
}

#[test]
fn a_named_encoding_and_type_are_used() {
    let options = || Options {
        encoding: Some("windows-1252".to_owned()),
        default_type: Some(EntityType::Person),
        ..Options::default()
    };
    let imported = import(&[(Format::Csv, "f", b"name\nEv\xE9 Example\n")], options());
    assert!(
        imported.gazetteer.contains("\"Evé Example\""),
        "{}",
        imported.gazetteer
    );
    assert!(imported.gazetteer.contains("\"eve-example\""));
    assert!(imported.gazetteer.contains("\"person\""));
    let unknown = Options {
        encoding: Some("no-such".to_owned()),
        ..Options::default()
    };
    let refused = Importer::new(Format::Csv, unknown, |_| ())
        .err()
        .expect("an error");
    assert_eq!(refused.kind(), ImportErrorKind::Encoding);
}

#[test]
fn references_lead_to_rows_or_to_what_lies_beneath() {
    let table = b"id,name,type,role,of,in\n\
        a,Ann Example,person,Head,body,\n\
        b,Bob Example,person,Head,syria,\n\
        c,Exampleton,city,,,d\n\
        d,Exampleshire,admin,,,c\n\
        body,Body,igo,,,\n";
    let bare = import(&[(Format::Csv, "f", table)], Options::default());
    assert!(bare.gazetteer.contains("\"of\": \"body\""));
    assert!(!bare.gazetteer.contains("\"of\": \"syria\""));
    assert!(
        bare.report()
            .contains("“syria”, of which it has a role, is not there")
    );
    assert!(
        !bare.gazetteer.contains("\"in\""),
        "neither lies in the other"
    );
    assert!(bare.report().contains("places that contain each other"));

    let mut importer = Importer::new(
        Format::Csv,
        Options {
            known: Some(Box::new(|id| id == "syria")),
            ..Options::default()
        },
        |_| (),
    )
    .unwrap();
    importer.read("f", &table[..]).unwrap();
    let (entities, _) = importer.finish();
    let of: Vec<_> = entities
        .iter()
        .flat_map(|e| &e.roles)
        .map(|r| r.of.as_deref())
        .collect();
    assert_eq!(of, [Some("body"), Some("syria")]);
}
