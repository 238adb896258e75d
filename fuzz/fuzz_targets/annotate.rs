//! Any gazetteers laid over each other and any text made of their names: what holds of every answer holds.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use namelight_fuzz::{highlighter, sound, text};

fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    let Ok((highlighter, names)) = highlighter(&mut u) else {
        return;
    };
    let Ok(text) = text(&mut u, &names) else {
        return;
    };
    sound::candidates(&highlighter, &text);
    sound::annotate(&highlighter, &text);
    // What stands behind a blank line and names nothing changes nothing.
    let longer = format!("{text}\n\n{}", sound::NO_NAMES);
    if sound::candidates(&highlighter, sound::NO_NAMES) == 0 {
        assert_eq!(
            highlighter.annotate(&text, None),
            highlighter.annotate(&longer, None)
        );
    }
});
