//! Large files are read with the memory that what is kept of them takes. One test, because what others allocate at the
//! same time would count as well.
#![cfg(feature = "cli")]

use std::io::{BufReader, Read};

use namelight::import::{Counts, Format, ImportErrorKind, Importer, Options};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MEGABYTE: usize = 1 << 20;

/// The bytes of a file that is made while it is read.
const LENGTH: usize = 30 * MEGABYTE;

/// Gives a beginning, then rows by their numbers until it is long enough, then an end.
struct Rows {
    row: fn(usize) -> String,
    end: &'static str,
    number: usize,
    given: usize,
    waiting: Vec<u8>,
}

impl Rows {
    fn new(begin: &str, row: fn(usize) -> String, end: &'static str) -> Rows {
        Rows {
            row,
            end,
            number: 0,
            given: 0,
            waiting: begin.into(),
        }
    }
}

impl Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.waiting.is_empty() {
            match (self.given < LENGTH, self.end) {
                (true, _) => self.waiting = (self.row)(self.number).into_bytes(),
                (false, "") => return Ok(0),
                (false, end) => {
                    self.waiting = end.into();
                    self.end = "";
                }
            }
            self.number += 1;
        }
        let count = self.waiting.len().min(into.len());
        into[..count].copy_from_slice(&self.waiting[..count]);
        self.waiting.drain(..count);
        self.given += count;
        Ok(count)
    }
}

/// Roads, which no gazetteer has, and a city among each ten thousand.
fn place(number: usize) -> String {
    let (class, code) = match number.is_multiple_of(10_000) {
        true => ("P", "PPL"),
        false => ("R", "RD"),
    };
    format!(
        "{number}\tExample {number}\tExample\t\t10\t20\t{class}\t{code}\tXA\t\t\t\t\t\t\t\t\tUTC\t2024-01-01\n"
    )
}

fn binding(number: usize) -> String {
    let comma = if number == 0 { "" } else { "," };
    format!(
        "{comma}\n{{\"item\":{{\"value\":\"http://www.wikidata.org/entity/Q99999999998\"}},\"itemLabel\":{{\"value\":\"Ann Example\"}},\"positionLabel\":{{\"value\":\"Minister of Examples\"}},\"start\":{{\"value\":\"2001-02-03T00:00:00Z\"}}}}"
    )
}

fn object(number: usize) -> String {
    let comma = if number == 0 { "" } else { "," };
    format!(
        "{comma}\n{{\"type\":\"indicator\",\"id\":\"indicator--{number}\",\"pattern\":\"[x]\"}}"
    )
}

#[test]
fn a_large_file_takes_the_memory_of_what_is_kept() {
    // The name, the format, the file, the most memory, and the sort of error.
    let rows = [
        (
            "places",
            Format::Geonames,
            Rows::new("", place, ""),
            MEGABYTE,
            None,
        ),
        (
            "one item on many rows",
            Format::Wikidata,
            Rows::new("{\"results\":{\"bindings\":[", binding, "]}}"),
            MEGABYTE,
            None,
        ),
        (
            "objects that are no actors",
            Format::Stix,
            Rows::new("{\"objects\":[", object, "]}"),
            MEGABYTE,
            None,
        ),
        (
            "one person again and again",
            Format::Csv,
            Rows::new("name,type\n", |_| "Ann Example,person\n".into(), ""),
            MEGABYTE,
            None,
        ),
        (
            "lines of JSON that are none",
            Format::Ftm,
            Rows::new("", |n| format!("{{\"id\":\"{n}\"\n"), ""),
            MEGABYTE,
            None,
        ),
        (
            "a quotation without end",
            Format::Csv,
            Rows::new(
                "name,type\nAnn Example,person\n\"",
                |_| "all one\n".into(),
                "",
            ),
            100 * MEGABYTE,
            Some(ImportErrorKind::TooLong),
        ),
        (
            "an element without end",
            Format::Stix,
            Rows::new("{\"objects\":[{\"name\":\"", |_| "all one ".into(), ""),
            100 * MEGABYTE,
            Some(ImportErrorKind::TooLong),
        ),
        (
            "a line without end",
            Format::Ftm,
            Rows::new("", |_| "all one ".into(), ""),
            100 * MEGABYTE,
            Some(ImportErrorKind::TooLong),
        ),
    ];
    for (name, format, rows, most, error) in rows {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let mut told = 0;
        let mut importer = Importer::new(format, Options::default(), |f| told += f.rows).unwrap();
        let input = BufReader::new(rows);
        let failed = importer.read("large", input).err().map(|e| e.kind());
        let (entities, counts) = importer.finish();
        let peak = MEMORY.peak_usage() - before;
        println!("{name}: {peak} bytes at most, {counts:?}");
        assert_eq!(failed, error, "{name}");
        assert!(peak <= most, "{name}: {peak} bytes");
        let Counts {
            read,
            taken,
            skipped,
            ..
        } = counts;
        assert_eq!(read, taken + skipped, "{name}");
        assert!(told >= skipped, "{name}");
        assert!(entities.len() < 100, "{name}");
        assert!(read > 10_000 || error.is_some(), "{name}: {read} rows");
    }
}
