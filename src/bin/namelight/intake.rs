//! Lines as they come: one thread reads, others take what has come in batches of whole lines.
//!
//! What has come is there to be taken at once, however little it is, so that whoever waits for an answer before
//! writing the next line gets it. When much has come the reader waits, so that memory stays bounded, whatever the
//! length of the input and of its lines. What the lines mean is not known here.

use std::{
    io::{self, Read},
    mem,
    sync::{Arc, Condvar, Mutex, MutexGuard},
};

/// Bytes that are read at once, and about as many that are taken at once: enough for handing over to cost nothing,
/// and few enough to stay in a core's cache.
const BATCH: usize = 256 << 10;

/// The longest line that is kept whole, without its end. Of a longer one a beginning is kept that is longer than this.
pub const LONGEST_LINE: usize = 32 << 20;

/// Bytes that are worked on at the same time; a longer batch is worked on alone.
const IN_WORK: usize = 32 << 20;

/// Lines on their way from the reader to those who work on them.
#[derive(Default)]
pub struct Intake {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Whole lines that nobody has taken.
    arrived: Vec<u8>,
    /// Lines that were taken.
    taken: usize,
    /// Bytes of batches that still exist.
    in_work: usize,
    end: Option<io::Result<()>>,
}

/// Whole lines; the last one of the input may lack its end.
pub struct Batch {
    bytes: Vec<u8>,
    lines_before: usize,
    intake: Arc<Intake>,
}

impl Intake {
    /// Reads all of an input.
    pub fn fill(&self, mut input: impl Read) {
        let mut buffer = vec![0; BATCH];
        let mut begun = Vec::new();
        let end = loop {
            let read = match input.read(&mut buffer) {
                Ok(0) => break Ok(()),
                Ok(length) => &buffer[..length],
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => break Err(e),
            };
            let whole = memchr::memrchr(b'\n', read).map_or(0, |last| last + 1);
            let (whole, next) = read.split_at(whole);
            if !whole.is_empty() {
                self.put(mem::take(&mut begun), whole);
            }
            begun.extend_from_slice(next);
            begun.truncate(LONGEST_LINE + 1);
        };
        self.put(begun, b"");
        self.lock().end = Some(end);
        self.changed.notify_all();
    }

    /// Adds the beginning of a line and what comes behind it, as soon as there is room.
    fn put(&self, begun: Vec<u8>, more: &[u8]) {
        let coming = begun.len() + more.len();
        let full = |s: &mut State| !s.arrived.is_empty() && s.arrived.len() + coming > BATCH;
        let state = self.changed.wait_while(self.lock(), full);
        let mut state = state.expect(WHOLE);
        if state.arrived.is_empty() {
            state.arrived = begun;
        } else {
            state.arrived.extend_from_slice(&begun);
        }
        state.arrived.extend_from_slice(more);
        self.changed.notify_all();
    }

    /// What has come since the last time, as soon as there is something; `None` behind the end of the input. For one
    /// thread at a time.
    pub fn take(self: &Arc<Self>) -> Option<io::Result<Batch>> {
        let wait = |s: &mut State| match s.arrived.len() {
            0 => s.end.is_none(),
            length => s.in_work > 0 && s.in_work + length > IN_WORK,
        };
        let state = self.changed.wait_while(self.lock(), wait);
        let mut state = state.expect(WHOLE);
        if state.arrived.is_empty() {
            return match state.end.replace(Ok(())) {
                Some(Err(e)) => Some(Err(e)),
                _ => None,
            };
        }
        let bytes = mem::take(&mut state.arrived);
        let lines_before = state.taken;
        state.taken += memchr::memchr_iter(b'\n', &bytes).count();
        state.in_work += bytes.len();
        self.changed.notify_all();
        drop(state);
        Some(Ok(Batch {
            bytes,
            lines_before,
            intake: Arc::clone(self),
        }))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect(WHOLE)
    }
}

const WHOLE: &str = "nobody panics while holding the lock";

impl Batch {
    /// The lines without their ends, each with its number in the input, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let mut rest = self.bytes.as_slice();
        let mut number = self.lines_before;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            number += 1;
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            Some((number, line))
        })
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        self.intake.lock().in_work -= self.bytes.len();
        self.intake.changed.notify_all();
    }
}
