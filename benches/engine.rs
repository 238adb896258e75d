//! How fast the engine is natively: the mentions of 100 KB of text, and an engine made ready from a gazetteer and
//! from a pack. What a reader's browser takes is measured in `www/bench/`, on the same texts.

#[path = "../tests/common/mod.rs"]
mod common;

use std::{hint::black_box, time::Duration};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use namelight::{Date, Highlighter, Pack};

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
        bencher.iter_with_large_drop(|| {
            let mut highlighter = Highlighter::default();
            let pack = Pack::from_bytes(black_box(&pack)).expect("the pack");
            highlighter.lay_over(pack).expect("an engine");
            highlighter
        });
    });
    group.finish();
}

criterion_group! {
    name = engine;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50);
    targets = annotate, ready
}
criterion_main!(engine);
