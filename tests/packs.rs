//! Packs that are no packs, or damaged, cut short, padded or of another version: each is refused with an error that
//! has a code. Where the damage lets a pack through, whatever it says can be read.

mod common;
mod packed;
mod sound;

use namelight::{EntityIndex, ErrorKind, Gazetteer, HEADER_LENGTH, Highlighter, Pack};

/// A pack with something of everything.
fn whole() -> Vec<u8> {
    let file = r#"{"entities": [
        {"id": "veldania", "type": "country", "name": "Veldania",
         "names": ["Republic of Veldania", {"text": "Veldanian", "form": "demonym"}, {"text": "Велдания", "lang": "ru"}],
         "links": {"wikipedia": "Veldania", "wikidata": "Q7", "geonames": 12, "website": "https://veldania.example"}},
        {"id": "morva", "type": "city", "name": "Morva", "in": ["veldania"], "at": [35.9, -36.6], "population": 900000,
         "names": [{"text": "Morva City", "needs": ["Veldania"], "not": ["Morva City FC"], "case": "any"}]},
        {"id": "ana-bel", "type": "person", "name": "Ana Bel", "names": [{"text": "Bel", "form": "short", "weak": true}],
         "roles": [{"title": "Mayor of Morva", "of": "morva", "from": "2019-05", "to": "2024-12-08", "source": "x"},
                   {"title": "Minister", "of": "elsewhere", "from": "2024-12-08"}]}],
        "mute": [{"entity": "elsewhere", "text": "Nord"}, {"text": "Bel"}, {"entity": "nobody"}]}"#;
    let day = namelight::Date::parse("2026-11-22").ok();
    let gazetteer = Gazetteer::from_files("whole", day, [("whole.json", file)]);
    gazetteer.and_then(|g| g.to_pack()).expect("a pack")
}

/// An engine over which that pack can be laid.
fn base() -> Highlighter {
    let file = r#"{"entities": [{"id": "elsewhere", "type": "igo", "name": "Nord"}]}"#;
    let gazetteer = Gazetteer::from_files("", None, [("base.json", file)]);
    gazetteer.and_then(Highlighter::new).expect("an engine")
}

const TEXT: &str = "President Ana Bel of Veldania, in Morva City. Bel left Morva, Велдания.";

/// The code with which bytes are refused, or none where they are a pack.
fn refused(bytes: &[u8]) -> Option<&'static str> {
    let error = Pack::from_bytes(bytes).err()?;
    assert!(!error.to_string().is_empty());
    Some(error.kind().code())
}

/// Reads all that a pack says and looks for its names, if it is one.
fn read(bytes: &[u8]) -> bool {
    let pack = match Pack::from_bytes(bytes) {
        Ok(pack) => pack,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::DamagedPack, "{error}");
            return false;
        }
    };
    let mut highlighter = base();
    if let Err(error) = highlighter.lay_over(pack) {
        assert_eq!(error.kind(), ErrorKind::Reference, "{error}");
        return false;
    }
    for index in (0..highlighter.index_count()).map(EntityIndex) {
        let view = highlighter.entity_view(index, None);
        highlighter.index_of(view.id);
        sound::annotate(&highlighter, view.name);
    }
    sound::annotate(&highlighter, TEXT);
    sound::candidates(&highlighter, TEXT);
    true
}

#[test]
fn what_is_refused_has_a_code() {
    let whole = whole();
    let with = |at: usize, bytes: &[u8]| {
        let mut changed = whole.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let raw = packed::content(&whole).len() as u32;
    let rows: [(&str, Vec<u8>, &str); 16] = [
        ("nothing", Vec::new(), "not-a-pack"),
        ("three letters", b"NLP".to_vec(), "not-a-pack"),
        (
            "a gazetteer file",
            b"{\"entities\": []}".to_vec(),
            "not-a-pack",
        ),
        ("gzip alone", whole[HEADER_LENGTH..].to_vec(), "not-a-pack"),
        ("its letters alone", whole[..4].to_vec(), "damaged-pack"),
        (
            "its header alone",
            whole[..HEADER_LENGTH].to_vec(),
            "damaged-pack",
        ),
        (
            "half of it",
            whole[..whole.len() / 2].to_vec(),
            "damaged-pack",
        ),
        (
            "all but a byte",
            whole[..whole.len() - 1].to_vec(),
            "damaged-pack",
        ),
        ("a byte more", [&whole[..], b"x"].concat(), "damaged-pack"),
        ("a newer one", with(4, &[5, 0]), "newer-pack"),
        ("a far newer one", with(4, &[0xFF, 0xFF]), "newer-pack"),
        ("an older one", with(4, &[3, 0]), "newer-pack"),
        ("another compression", with(6, &[2, 0]), "damaged-pack"),
        (
            "one that claims four gigabytes",
            with(8, &[0xFF; 4]),
            "damaged-pack",
        ),
        (
            "one that claims a byte more",
            with(8, &(raw + 1).to_le_bytes()),
            "damaged-pack",
        ),
        (
            "one that claims a byte less",
            with(8, &(raw - 1).to_le_bytes()),
            "damaged-pack",
        ),
    ];
    for (name, bytes, code) in rows {
        assert_eq!(refused(&bytes), Some(code), "{name}");
    }
    assert_eq!(refused(&whole), None);
    let content = packed::content(&whole);
    let longer = [&content[..], &[0]].concat();
    assert_eq!(refused(&packed::around(&[])), Some("damaged-pack"));
    assert_eq!(refused(&packed::around(&longer)), Some("damaged-pack"));
}

/// Nothing that the project's gazetteer says is lost or changed on its way through a pack.
#[test]
fn a_pack_says_all_that_its_gazetteer_says() {
    let gazetteer = common::base_gazetteer();
    let bytes = gazetteer.to_pack().expect("a pack");
    assert!(bytes == gazetteer.to_pack().expect("a pack"), "other bytes");
    let mut highlighter = Highlighter::default();
    let pack = Pack::from_bytes(&bytes).expect("the pack");
    highlighter.lay_over(pack).expect("an engine");
    assert_eq!(highlighter.checked(), gazetteer.checked());
    assert_eq!(highlighter.entities().count(), gazetteer.entities().len());
    let id = |index: EntityIndex| highlighter.entity(index).id().to_owned();
    for e in gazetteer.entities() {
        let index = highlighter.index_of(&e.id).expect("the entity");
        let read = highlighter.entity(index);
        assert_eq!(read.name(), e.name);
        assert_eq!(read.entity_type(), e.entity_type);
        assert_eq!(read.at(), e.at, "{}", e.id);
        assert_eq!(read.population(), e.population.filter(|&p| p > 0));
        let within: Vec<String> = read.within().into_iter().map(id).collect();
        assert_eq!(within, e.within, "{}", e.id);
        let names = read.names().into_iter();
        let names = names.map(|n| (n.text, n.form, n.lang));
        let given = e.names.iter();
        let given = given.map(|n| (&*n.text, n.form, n.lang.as_deref()));
        assert!(names.eq(given), "{}", e.id);
        let links = read.links();
        assert_eq!(links.wikipedia, e.links.wikipedia.as_deref());
        let wikidata = links.wikidata.map(|n| format!("Q{n}"));
        assert_eq!(wikidata, e.links.wikidata);
        assert_eq!(links.geonames, e.links.geonames);
        assert_eq!(links.website, e.links.website.as_deref());
        let roles = read.roles().into_iter();
        let roles = roles.map(|r| (r.title, r.of.map(id), r.from, r.to, r.source));
        let given = e.roles.iter().map(|r| {
            let title = r.title.as_str();
            (title, r.of.clone(), r.from, r.to, r.source.as_deref())
        });
        assert!(roles.eq(given), "{}", e.id);
    }
}

#[test]
fn every_cut_of_the_content_is_refused() {
    let content = packed::content(&whole());
    assert!(read(&packed::around(&content)));
    for cut in 0..content.len() {
        assert_eq!(
            refused(&packed::around(&content[..cut])),
            Some("damaged-pack"),
            "cut at {cut}"
        );
    }
}

/// Damage that has come past every checksum: each byte of the content changed in several ways.
#[test]
fn every_changed_byte_of_the_content_is_refused_or_can_be_read() {
    let content = packed::content(&whole());
    let (mut let_through, mut all) = (0, 0);
    for at in 0..content.len() {
        for change in [0x01, 0x02, 0x40, 0x80, 0xFF] {
            let mut changed = content.clone();
            changed[at] ^= change;
            let_through += usize::from(read(&packed::around(&changed)));
            all += 1;
        }
    }
    // Most bytes are letters of names, where damage shows only in the names.
    println!("{let_through} of {all} changes are let through");
    assert!(0 < let_through && let_through < all);
}

#[test]
fn what_is_there_can_be_searched_after_a_pack_was_refused() {
    // The minister's role is of something that is not there.
    let mut highlighter = Highlighter::default();
    let pack = || Pack::from_bytes(&whole()).expect("a pack");
    let error = highlighter
        .lay_over(pack())
        .expect_err("a reference to nothing");
    assert_eq!(error.kind(), ErrorKind::Reference);
    assert_eq!(highlighter.entities().count(), 0);
    assert_eq!(highlighter.annotate(TEXT, None), []);

    highlighter = base();
    highlighter
        .lay_over(pack())
        .expect("what it refers to is there");
    let texts: Vec<&str> = sound::annotate(&highlighter, TEXT)
        .iter()
        .map(|m| &TEXT[m.bytes.range()])
        .collect();
    assert_eq!(
        texts,
        [
            "Ana Bel",
            "Veldania",
            "Morva City",
            "Bel",
            "Morva",
            "Велдания"
        ]
    );
}
