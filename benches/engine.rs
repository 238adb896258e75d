//! How fast the engine is natively: the mentions of 100 KB of text, an engine made ready from a gazetteer and from a
//! pack, and what both cost with a thousand to a million names. What a reader's browser takes is measured in
//! `www/bench/`, on the same texts; `docs/speed.md` has a table of what came out.

#[path = "../tests/common/mod.rs"]
mod common;

use std::{hint::black_box, time::Duration};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use namelight::{Date, Gazetteer, Highlighter, Pack};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const TEXT_LENGTH: usize = 100_000;

/// Whole copies of a text up to about `TEXT_LENGTH` bytes, its paragraphs parted by blank lines.
fn repeated(file: &str) -> String {
    let text = common::read(file);
    let paragraphs: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let copy = paragraphs.join("\n\n") + "\n\n";
    copy.repeat(TEXT_LENGTH.div_ceil(copy.len()))
}

/// The mentions of a text full of names, and of one with few.
fn annotate(criterion: &mut Criterion) {
    let highlighter = common::base();
    let date = Date::parse("2024-12-01").ok();
    let mut group = criterion.benchmark_group("annotate");
    for (name, file) in [
        ("article", "seeds/000_815b1df0a53870d3.txt"),
        ("few names", "benches/prose.txt"),
    ] {
        let text = repeated(file);
        let count = highlighter.annotate(&text, date).len();
        println!("{name}: {} bytes, {count} mentions", text.len());
        group.throughput(Throughput::BytesDecimal(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| highlighter.annotate(black_box(&text), date));
        });
    }
    group.finish();
}

/// An engine for the base gazetteer: from the gazetteer as it lies in memory, and from the bytes of its pack.
fn ready(criterion: &mut Criterion) {
    let gazetteer = common::base_gazetteer();
    let pack = gazetteer.to_pack().expect("a pack");
    let (entities, names) = (gazetteer.entities().len(), gazetteer.name_count());
    println!(
        "base gazetteer: {entities} entities, {names} names, {} bytes as a pack",
        pack.len()
    );
    let mut group = criterion.benchmark_group("ready");
    group.bench_function("from the gazetteer", |bencher| {
        bencher.iter_batched(
            || gazetteer.clone(),
            |gazetteer| Highlighter::new(gazetteer).expect("an engine"),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("from pack bytes", |bencher| {
        bencher.iter_with_large_drop(|| engine(black_box(&pack)));
    });
    group.finish();
}

/// The engine of a pack.
fn engine(pack: &[u8]) -> Highlighter {
    let mut highlighter = Highlighter::default();
    let pack = Pack::from_bytes(pack).expect("the pack");
    highlighter.lay_over(pack).expect("an engine");
    highlighter
}

/// A name that nobody bears: of one word or of two, by its number.
fn invented(number: usize) -> String {
    const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let mut chance = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut draw = |from: &[u8]| {
        chance = (chance ^ chance >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        char::from(from[(chance >> 33) as usize % from.len()])
    };
    let mut word = |syllables: usize| -> String {
        let pairs = (0..syllables).flat_map(|_| [draw(CONSONANTS), draw(VOWELS)]);
        let word: String = pairs.collect();
        word[..1].to_uppercase() + &word[1..]
    };
    match number % 3 {
        0 => word(5),
        _ => word(3) + " " + &word(3),
    }
}

/// The pack of the first so many invented names, each of a city.
fn invented_pack(count: usize) -> Vec<u8> {
    let entities: Vec<String> = (0..count)
        .map(|n| format!(r#"{{"id":"n{n}","type":"city","name":"{}"}}"#, invented(n)))
        .collect();
    let file = format!(r#"{{"entities":[{}]}}"#, entities.join(","));
    let gazetteer = Gazetteer::from_files("invented", None, [("names.json", &*file)]);
    let gazetteer = gazetteer.expect("a gazetteer");
    gazetteer.to_pack().expect("a pack")
}

/// What more names cost on one text, in which every twentieth word is followed by one of the first thousand.
fn names(criterion: &mut Criterion) {
    let prose = repeated("benches/prose.txt");
    let mut words = 0;
    let text: String = prose
        .split_inclusive(' ')
        .map(|word| {
            words += 1;
            match words % 20 {
                0 => format!("{word}{} ", invented(words / 20 % 1_000)),
                _ => word.to_owned(),
            }
        })
        .collect();
    let mut group = criterion.benchmark_group("names");
    group.sample_size(10);
    group.throughput(Throughput::BytesDecimal(text.len() as u64));
    let nameless = Highlighter::default();
    group.bench_function("fold", |bencher| {
        bencher.iter(|| nameless.candidates(black_box(&text)));
    });
    let mut packs = Vec::new();
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let pack = invented_pack(count);
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let highlighter = engine(&pack);
        let peak = MEMORY.peak_usage() - before;
        let ready = MEMORY.current_usage() - before;
        let mentions = highlighter.annotate(&text, None).len();
        let kept = MEMORY.current_usage() - before;
        let length = pack.len();
        println!(
            "{count} names, {length} bytes: {ready} bytes kept when ready, {peak} at most until then, {kept} once {mentions} mentions are found"
        );
        group.bench_function(BenchmarkId::new("search", count), |bencher| {
            bencher.iter(|| highlighter.candidates(black_box(&text)));
        });
        group.bench_function(BenchmarkId::new("whole", count), |bencher| {
            bencher.iter(|| highlighter.annotate(black_box(&text), None));
        });
        packs.push((count, pack));
    }
    group.finish();
    let mut group = criterion.benchmark_group("names ready");
    group.sample_size(10);
    for (count, pack) in &packs {
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter_with_large_drop(|| engine(black_box(pack)));
        });
    }
    group.finish();
}

criterion_group! {
    name = speed;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50);
    targets = annotate, ready, names
}
criterion_main!(speed);
