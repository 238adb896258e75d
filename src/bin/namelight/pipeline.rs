//! Batches of lines worked on by several threads, and what they write in the order of the input.
//!
//! Each batch that is taken gets a queue of its own for what is written about it, and the queues stand in the order
//! of the batches: the writer empties one after the other. All queues are bounded, so that a reader of the output who
//! is slow slows the work down and costs no memory.

use std::{
    io::{self, Read, Write},
    mem,
    num::NonZeroUsize,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, SyncSender, sync_channel},
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

/// The batches to take, and the queues of those that were taken.
struct Turns {
    intake: Arc<Intake>,
    queues: SyncSender<Receiver<Piece>>,
}

/// Works on all lines of an input with `jobs` threads, each with a worker of its own, and writes what that gives in the order of the input. At the
/// first fault all that comes before it is written.
///
/// The threads are not waited for: one that waits for input would keep a run from ending at a fault.
pub fn run<W>(
    input: impl Read + Send + 'static,
    jobs: NonZeroUsize,
    worker: impl Fn() -> W,
    out: &mut impl Write,
) -> Result<(), Failure>
where
    W: FnMut(&Batch, &mut Output) -> Result<(), Failure> + Send + 'static,
{
    let intake = Arc::new(Intake::new(jobs.get()));
    let (queues, taken) = sync_channel(2 * jobs.get());
    let turns = Arc::new(Mutex::new(Turns {
        intake: Arc::clone(&intake),
        queues,
    }));
    for _ in 0..jobs.get() {
        let (turns, mut work) = (Arc::clone(&turns), worker());
        thread::spawn(move || while one_turn(&turns, &mut work).is_ok() {});
    }
    drop(turns);
    thread::spawn(move || intake.fill(input));
    for pieces in taken {
        write_all(&pieces, out)?;
    }
    Ok(())
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

/// Nothing more is to be done.
struct Over;

/// Takes a batch and works on it.
fn one_turn(
    turns: &Mutex<Turns>,
    work: &mut impl FnMut(&Batch, &mut Output) -> Result<(), Failure>,
) -> Result<(), Over> {
    let (batch, pieces) = {
        let turns = turns.lock().expect("nobody panics while taking a batch");
        let batch = turns.intake.take().ok_or(Over)?;
        let (pieces, written) = sync_channel(WAITING_PIECES);
        turns.queues.send(written).map_err(|_| Over)?;
        (batch, pieces)
    };
    let mut out = Output {
        bytes: Vec::new(),
        pieces,
    };
    let done = batch
        .map_err(|e| Failure::at("standard input", e))
        .and_then(|batch| work(&batch, &mut out));
    let last = match done {
        Ok(()) => Piece::End,
        Err(failure) => Piece::Failed(failure),
    };
    out.flush()
        .and_then(|()| out.hand_over(last))
        .map_err(|_| Over)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn what_is_written_has_the_order_of_the_input() {
        let text: String = (0..200_000).map(|n| format!("{n}\n")).collect();
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
            assert!(run(input, jobs(count), copy, &mut written).is_ok());
            assert!(written == text.as_bytes());
        }
    }

    #[test]
    fn a_thread_that_panics_is_no_end_of_the_input() {
        let worker = || |_: &Batch, _: &mut Output| panic!("as the test wants it");
        let done = run(&b"a\n"[..], jobs(2), worker, &mut Vec::new());
        assert!(matches!(done, Err(Failure::Fault(m)) if m.contains("a thread ended")));
    }
}
