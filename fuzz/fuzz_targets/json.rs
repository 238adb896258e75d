//! Any text as a gazetteer file: it is read, or refused with an error that names the file; what is read can be packed
//! and searched for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use namelight::{ErrorKind, Gazetteer, Highlighter, Pack};
use namelight_fuzz::sound;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let gazetteer = match Gazetteer::from_files("fuzz", None, [("a.json", &*text)]) {
        Ok(gazetteer) => gazetteer,
        Err(error) => {
            // An id that is written with escapes is not looked for in the text.
            let placed = error.to_string().contains("a.json") || text.contains('\\');
            assert!(placed, "{error}");
            return;
        }
    };
    let mut highlighter = Highlighter::default();
    let laid = Pack::compile(&gazetteer).and_then(|pack| highlighter.lay_over(pack));
    if let Err(error) = laid {
        assert_eq!(error.kind(), ErrorKind::Reference, "{error}");
        return;
    }
    assert_eq!(highlighter.name_count(), gazetteer.name_count());
    // What was written in the file is what is shown.
    for entity in gazetteer.entities() {
        let index = highlighter.index_of(&entity.id).expect("the entity");
        let shown = highlighter.entity(index);
        assert_eq!(shown.name(), entity.name);
        assert_eq!(shown.entity_type(), entity.entity_type);
        let names: Vec<&str> = shown.names().iter().map(|n| n.text).collect();
        let given: Vec<&str> = entity.names.iter().map(|n| n.text.as_str()).collect();
        assert_eq!(names, given);
        assert_eq!(shown.roles().len(), entity.roles.len());
        let within: std::collections::HashSet<&String> = entity.within.iter().collect();
        assert_eq!(shown.within().len(), within.len());
        highlighter.entity_view(index, None);
        sound::annotate(&highlighter, &entity.name);
    }
    sound::annotate(&highlighter, &text);
});
