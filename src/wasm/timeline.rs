//! Marks in the browser's performance timeline, where there is one.

use wasm_bindgen::JsCast;
use web_sys::Performance;

/// Does the work and leaves a measure of it in the timeline.
pub(super) fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into())
        .ok()
        .and_then(|p| p.dyn_into::<Performance>().ok());
    let Some(performance) = performance else {
        return work();
    };
    // A timeline that refuses a mark costs the measure and nothing else.
    let marked = performance.mark(name).is_ok();
    let done = work();
    if marked {
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
    done
}
