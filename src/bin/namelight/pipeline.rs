//! Batches of lines worked on by several threads, and what they write in the order of the input.
//!
//! Each batch that is taken gets a queue of its own for what is written about it, and the queues stand in the order
//! of the batches: the writer empties one after the other. All queues are bounded, so that a reader of the output who
//! is slow slows the work down and costs no memory.
//!
//! Long batches are worked on one at a time, by a thread of their own: work takes many times the length of a line, and
//! an allocator keeps for each thread what that thread once needed.

use std::{
    io::{self, Read, Write},
    iter, mem,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
};

use crate::{
    failure::Failure,
    intake::{Batch, Intake},
};

/// Bytes that are handed to the writer at once.
const PIECE: usize = 128 << 10;

/// Pieces that a batch can have waiting for its turn: what a full batch usually makes and some more.
const WAITING_PIECES: usize = 16;

/// Bytes that all threads together may have in batches that are not long.
const NOT_LONG: usize = 4 << 20;

/// The least bytes of a long batch.
const LEAST_LONG: usize = 512 << 10;

/// A part of what is written about a batch.
enum Piece {
    Bytes(Vec<u8>),
    End,
    Failed(Failure),
}

/// What is written about a batch.
pub struct Output {
    bytes: Vec<u8>,
    pieces: SyncSender<Piece>,
}

impl Output {
    fn hand_over(&self, piece: Piece) -> io::Result<()> {
        // The writer goes only when nothing more is to be written.
        let gone = |_| io::ErrorKind::BrokenPipe.into();
        self.pieces.send(piece).map_err(gone)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let next = Vec::with_capacity(self.bytes.capacity());
        let bytes = mem::replace(&mut self.bytes, next);
        self.hand_over(Piece::Bytes(bytes))
    }
}

/// A batch that was taken, and where to write.
struct Task {
    batch: io::Result<Batch>,
    out: Output,
}

/// The batches to take, and where they are to be known in their order.
struct Turns {
    intake: Arc<Intake>,
    queues: SyncSender<Receiver<Piece>>,
    long: Sender<Task>,
    least_long: usize,
}

/// Works on all lines of an input and writes what that gives in the order of the input. Each of the threads has a
/// worker of its own; there are `jobs` of them, and one for long batches. At the first fault all that comes before it
/// is written.
///
/// The threads are not waited for: one that waits for input would keep a run from ending at a fault.
pub fn run<W>(
    input: impl Read + Send + 'static,
    jobs: usize,
    worker: impl Fn() -> W,
    out: &mut impl Write,
) -> Result<(), Failure>
where
    W: FnMut(&Batch, &mut Output) -> Result<(), Failure> + Send + 'static,
{
    let intake = Arc::new(Intake::new(jobs));
    let (queues, taken) = sync_channel(2 * jobs);
    let (long, long_tasks) = channel();
    let turns = Arc::new(Mutex::new(Turns {
        intake: Arc::clone(&intake),
        queues,
        long,
        least_long: LEAST_LONG.max(NOT_LONG / jobs),
    }));
    let start = |mut tasks: Box<dyn Iterator<Item = Task> + Send>| {
        let mut work = worker();
        spawn(move || drop(tasks.try_for_each(|task| task.run(&mut work))))
    };
    for _ in 0..jobs {
        let turns = Arc::clone(&turns);
        start(Box::new(iter::from_fn(move || next(&turns))))?;
    }
    drop(turns);
    start(Box::new(long_tasks.into_iter()))?;
    spawn(move || intake.fill(input))?;
    for pieces in taken {
        write_all(&pieces, out)?;
    }
    Ok(())
}

fn spawn(work: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let thread = thread::Builder::new().spawn(work);
    thread
        .map(drop)
        .map_err(|e| Failure::at("starting a thread", e))
}

/// The next batch that is not long, or `None` where nothing more is to be done. Those that are long find their way.
fn next(turns: &Mutex<Turns>) -> Option<Task> {
    let turns = turns.lock().expect("nobody panics while taking a batch");
    loop {
        let batch = turns.intake.take()?;
        let (pieces, written) = sync_channel(WAITING_PIECES);
        turns.queues.send(written).ok()?;
        let is_long = batch.as_ref().is_ok_and(|b| b.len() >= turns.least_long);
        let bytes = Vec::new();
        let out = Output { bytes, pieces };
        let task = Task { batch, out };
        if !is_long {
            return Some(task);
        }
        turns.long.send(task).ok()?;
    }
}

impl Task {
    /// Works on the batch; fails where nobody wants to know of it any more.
    fn run(
        mut self,
        work: &mut impl FnMut(&Batch, &mut Output) -> Result<(), Failure>,
    ) -> io::Result<()> {
        let done = self
            .batch
            .map_err(|e| Failure::at("standard input", e))
            .and_then(|batch| work(&batch, &mut self.out));
        self.out.flush()?;
        self.out.hand_over(match done {
            Ok(()) => Piece::End,
            Err(failure) => Piece::Failed(failure),
        })
    }
}

/// Writes all about one batch.
fn write_all(pieces: &Receiver<Piece>, out: &mut impl Write) -> Result<(), Failure> {
    loop {
        match pieces.recv() {
            Ok(Piece::Bytes(bytes)) => out.write_all(&bytes)?,
            Ok(Piece::End) => return Ok(out.flush()?),
            Ok(Piece::Failed(failure)) => return out.flush().map_err(Into::into).and(Err(failure)),
            Err(_) => {
                let message = "a thread ended before its work was done";
                return Err(Failure::Fault(message.to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_has_the_order_of_the_input() {
        // Some are long, so that other threads overtake the one that works on them.
        let line = |n: usize| {
            n.to_string()
                .repeat(if n % 50_000 == 7 { LEAST_LONG } else { 1 })
                + "\n"
        };
        let text: String = (0..200_000).map(line).collect();
        for count in [1, 2, 7] {
            let copy = || {
                |batch: &Batch, out: &mut Output| {
                    for (_, line) in batch.lines() {
                        out.write_all(line)?;
                        out.write_all(b"\n")?;
                    }
                    Ok(())
                }
            };
            let input = io::Cursor::new(text.clone());
            let mut written = Vec::new();
            assert!(run(input, count, copy, &mut written).is_ok());
            assert!(written == text.as_bytes());
        }
    }

    #[test]
    fn a_thread_that_panics_is_no_end_of_the_input() {
        let worker = || |_: &Batch, _: &mut Output| panic!("as the test wants it");
        let done = run(&b"a\n"[..], 2, worker, &mut Vec::new());
        assert!(matches!(done, Err(Failure::Fault(m)) if m.contains("a thread ended")));
    }
}
