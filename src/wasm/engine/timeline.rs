//! Marks in the browser's performance timeline, where there is one.

use wasm_bindgen::prelude::*;
use web_sys::Performance;

#[wasm_bindgen]
extern "C" {
    /// What the page or worker calls so; null where nothing is.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: JsValue;
}

/// Work that is under way, for the timeline.
pub(super) struct Work {
    name: &'static str,
    performance: Option<Performance>,
}

/// Begins work of this name. A timeline that refuses a mark costs the measure and nothing else.
pub(super) fn begin(name: &'static str) -> Work {
    let performance = PERFORMANCE.with(|p| p.dyn_ref::<Performance>().cloned());
    let performance = performance.filter(|p| p.mark(name).is_ok());
    Work { name, performance }
}

impl Work {
    /// Leaves a measure of the work in the timeline.
    pub fn end(self) {
        if let Some(performance) = self.performance {
            let _ = performance.measure_with_start_mark(self.name, self.name);
            performance.clear_marks_with_mark_name(self.name);
        }
    }
}

/// Does the work and leaves a measure of it.
pub(super) fn measured<T>(name: &'static str, work: impl FnOnce() -> T) -> T {
    let under_way = begin(name);
    let done = work();
    under_way.end();
    done
}
