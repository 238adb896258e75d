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
/// Annotating takes some fifteen times the length of a text, which bounds what can be worked on at once.
pub const LONGEST_LINE: usize = 16 << 20;

/// Lines on their way from the reader to those who work on them.
pub struct Intake {
    state: Mutex<State>,
    /// Bytes that may be worked on at the same time.
    most_in_work: usize,
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
    /// For `jobs` threads that work on what is taken.
    pub fn new(jobs: usize) -> Intake {
        Intake {
            state: Mutex::default(),
            most_in_work: LONGEST_LINE.max(jobs * BATCH),
            changed: Condvar::new(),
        }
    }

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
            length => s.in_work > 0 && s.in_work + length > self.most_in_work,
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
    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

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

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    /// Gives the bytes of an input in reads of changing length.
    struct Pieces<'a>(&'a [u8]);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = (self.0.len() % 7 + 1).min(self.0.len());
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    /// The lines of an input with their numbers, each batch worked on before the next is taken.
    fn lines(input: impl Read + Send) -> Vec<(usize, Vec<u8>)> {
        let intake = Arc::new(Intake::new(1));
        let mut lines = Vec::new();
        thread::scope(|scope| {
            scope.spawn(|| intake.fill(input));
            while let Some(batch) = intake.take() {
                let batch = batch.unwrap();
                lines.extend(batch.lines().map(|(n, line)| (n, line.to_vec())));
            }
        });
        lines
    }

    #[test]
    fn lines_are_the_same_however_they_come() {
        let texts = [
            "",
            "\n",
            "a",
            "a\n",
            "\n\na\r\n\nbcdefghijklmnopqrstuvwxyz\ny\n\nz",
        ];
        for text in texts {
            let wanted: Vec<(usize, Vec<u8>)> = text
                .split_terminator('\n')
                .zip(1..)
                .map(|(line, number)| (number, line.as_bytes().to_vec()))
                .collect();
            assert_eq!(lines(text.as_bytes()), wanted, "{text:?}");
            assert_eq!(lines(Pieces(text.as_bytes())), wanted, "{text:?}");
        }
    }

    #[test]
    fn of_a_line_that_is_too_long_the_beginning_is_kept() {
        let just = vec![b'x'; LONGEST_LINE];
        let over = vec![b'y'; LONGEST_LINE + 2 * BATCH];
        let input = [&just[..], b"\n", &over, b"\nz"].concat();
        let lines = lines(&input[..]);
        assert!(lines[0] == (1, just));
        assert!(lines[1].1.len() > LONGEST_LINE && over.starts_with(&lines[1].1));
        assert_eq!(lines[2], (3, b"z".to_vec()));
    }

    #[test]
    fn a_fault_of_the_input_comes_behind_its_lines() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let intake = Arc::new(Intake::new(1));
        intake.fill((&b"a\nb"[..]).chain(Broken));
        let batch = intake.take().unwrap().unwrap();
        assert_eq!(batch.lines().count(), 2);
        assert!(intake.take().unwrap().is_err());
        assert!(intake.take().is_none());
    }
}
