//! Any bytes as a pack, any bytes as the content of one, and contents that were whole before some bytes were
//! changed: each is refused with an error, or can be searched for and read to the last field.
#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use namelight::{EntityIndex, ErrorKind, Highlighter, Pack};
use namelight_fuzz::{gazetteer, packed, sound, text};

fuzz_target!(|data: &[u8]| {
    let _ = run(Unstructured::new(data));
});

fn run(mut u: Unstructured) -> Result<()> {
    match u.int_in_range(0..=7)? {
        0 => read(u.take_rest(), &[], ""),
        1 => {
            let content = u.take_rest();
            read(&packed::around(content), &[], "");
        }
        _ => {
            let gazetteer = gazetteer(&mut u)?;
            let names = gazetteer.entities().iter().flat_map(|e| {
                core::iter::once(e.name.clone()).chain(e.names.iter().map(|n| n.text.clone()))
            });
            let names: Vec<String> = names.collect();
            let pack = gazetteer.to_pack().expect("it is small");
            let mut content = packed::content(&pack);
            change(&mut u, &mut content)?;
            let text = text(&mut u, &names)?;
            read(&packed::around(&content), &names, &text);
        }
    }
    Ok(())
}

/// Changes, adds and takes away a few bytes.
fn change(u: &mut Unstructured, content: &mut Vec<u8>) -> Result<()> {
    for _ in 0..u.int_in_range(0..=6)? {
        let at = u.choose_index(content.len().max(1))?;
        match u.int_in_range(0..=3)? {
            0 => content.insert(at, u8::arbitrary(u)?),
            1 if !content.is_empty() => {
                content.remove(at);
            }
            _ => {
                if let Some(byte) = content.get_mut(at) {
                    *byte = u8::arbitrary(u)?;
                }
            }
        }
    }
    Ok(())
}

fn read(bytes: &[u8], names: &[String], text: &str) {
    let pack = match Pack::from_bytes(bytes) {
        Ok(pack) => pack,
        Err(error) => {
            use ErrorKind::*;
            assert!(
                matches!(error.kind(), NotAPack | NewerPack | DamagedPack),
                "{error}"
            );
            return;
        }
    };
    let entities = pack.entity_count() as u32;
    let mut highlighter = Highlighter::default();
    if highlighter.lay_over(pack).is_err() {
        return;
    }
    for index in (0..entities).map(EntityIndex) {
        let view = highlighter.entity_view(index, None);
        highlighter.index_of(view.id);
        highlighter.role(index, None);
        sound::annotate(&highlighter, view.name);
    }
    for name in names {
        sound::candidates(&highlighter, name);
    }
    sound::candidates(&highlighter, text);
    sound::annotate(&highlighter, text);
}
