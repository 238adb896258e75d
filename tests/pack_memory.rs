//! What reading a pack takes, whatever it claims: memory in proportion to the bytes that are there, and little time.
//! One test, because what others allocate at the same time would count as well.

mod packed;

use std::time::{Duration, Instant};

use namelight::{HEADER_LENGTH, Highlighter, Pack};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MEGABYTE: usize = 1 << 20;

/// The most that reading these bytes takes at any time beyond what was taken before, and how long it takes.
fn cost(bytes: &[u8]) -> (usize, Duration) {
    MEMORY.reset_peak_usage();
    let (before, start) = (MEMORY.current_usage(), Instant::now());
    let pack = Pack::from_bytes(bytes);
    if let Ok(pack) = pack {
        let mut highlighter = Highlighter::default();
        let _ = highlighter.lay_over(pack);
        highlighter.annotate(&(0..NAMED).map(word).collect::<Vec<_>>().join(", "), None);
    }
    (MEMORY.peak_usage() - before, start.elapsed())
}

/// The content of a pack, put together by hand: numbers in as few bytes as they need.
#[derive(Clone)]
struct Content(Vec<u8>);

impl Content {
    /// One that keeps no strings and has no title and no day of checking.
    fn new() -> Content {
        Content(0u32.to_le_bytes().to_vec()).with(&[0, 0])
    }

    fn with(mut self, numbers: &[usize]) -> Content {
        for &number in numbers {
            let mut n = number;
            while n >= 0x80 {
                self.0.push(n as u8 | 0x80);
                n >>= 7;
            }
            self.0.push(n as u8);
        }
        self
    }

    /// Without shared strings, entities and references, up to its words.
    fn without_entities() -> Content {
        Content::new().with(&[0, 0, 0])
    }

    /// With so many words of three letters.
    fn words(self, count: usize) -> Content {
        let mut content = self.with(&[count]).with(&vec![3; count]);
        (0..count).for_each(|n| content.0.extend(word(n).bytes()));
        content
    }

    fn pack(self) -> Vec<u8> {
        packed::around(&self.0)
    }
}

/// A word of three letters, by its number.
fn word(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    [n / 26 / 26, n / 26, n].map(letter).iter().collect()
}

const MANY: usize = 300_000;

/// So many words stand in the text that is annotated.
const NAMED: usize = 1_000;

/// Very many patterns of two hundred words, each of which shares all but the last with the one before.
fn sharing() -> Content {
    let words = 17_000;
    let mut content = Content::without_entities().words(words).with(&[0, 0]);
    content = content.with(&[words, 0, 200]).with(&[0; 200]);
    for n in 1..words {
        content = content.with(&[199, 1, n]);
    }
    content
}

/// Very many patterns of three words of which the first is the same.
fn beginning_alike() -> Content {
    let words = 1_000;
    let mut content = Content::without_entities().words(words).with(&[0, 0]);
    content = content.with(&[MANY]);
    for n in 0..MANY {
        let (second, third) = (n / words, n % words);
        content = match (n, third) {
            (0, _) => content.with(&[0, 3, 0, second, third]),
            (_, 0) => content.with(&[1, 2, second, third]),
            _ => content.with(&[2, 1, third]),
        };
    }
    content.with(&[0]).with(&vec![0; MANY]).with(&[0])
}

/// Places of which each lies in sixty-four others, many of them with a name.
fn places_in_places() -> Content {
    const PLACES: usize = 4_096;
    const CITY: usize = 16;
    let content = Content::new().with(&[0, PLACES]).with(&[0; PLACES]);
    let mut content = content.with(&[CITY; PLACES]).with(&[0; PLACES]);
    for place in 0..PLACES {
        content = content.with(&[64]);
        for n in 0..64 {
            content = content.with(&[(place * 64 + n) % PLACES]);
        }
        content = content.with(&[0]);
    }
    content = content.with(&[0]).words(NAMED).with(&[1, 1, 0, 1]);
    content = content.with(&[NAMED]).with(&[0; NAMED]).with(&[0, 0]);
    for place in 0..NAMED {
        content = content.with(&[1, place, 0, 0]);
    }
    content.with(&[0])
}

#[test]
fn reading_takes_memory_in_proportion_to_the_bytes() {
    // A hundred bytes that claim to be a gigabyte.
    let mut claims = packed::claiming(&[7; 4_000], 1 << 30);
    claims.resize(100, 0);
    let rest = (claims.len() - HEADER_LENGTH) as u32;
    claims[12..16].copy_from_slice(&rest.to_le_bytes());
    let bomb = vec![0; 64 * MEGABYTE];

    let entities = Content::new()
        .with(&[0, MANY])
        .with(&vec![0; 5 * MANY])
        .with(&[0, 0, 0, 0, 0, 0, 0]);
    let externals = Content::new()
        .with(&[0, 0, MANY])
        .with(&vec![0; MANY])
        .with(&[0, 0, 0, 0, 0, 0]);
    let casings = Content::without_entities()
        .with(&[0, MANY])
        .with(&vec![0; MANY])
        .with(&[0, 0, 0, 0]);
    let mutes = Content::without_entities()
        .with(&[0, 0, 0, 0, 0, MANY])
        .with(&vec![0; 2 * MANY]);
    let words = Content::without_entities()
        .words(17_000)
        .with(&[0, 0, 0, 0, 0]);
    let same = Content::without_entities()
        .with(&[MANY])
        .with(&vec![1; MANY]);
    let same = Content([same.0, vec![b'a'; MANY]].concat()).with(&[0, 0, 0, 0, 0]);

    // The name, the bytes, and whether they are a pack.
    let rows = [
        ("a hundred bytes that claim a gigabyte", claims, false),
        (
            "64 megabytes that claim to be a kilobyte",
            packed::claiming(&bomb, 1_000),
            false,
        ),
        (
            "64 megabytes that claim to be a gigabyte",
            packed::claiming(&bomb, 1 << 30),
            false,
        ),
        (
            "64 megabytes that say so",
            packed::claiming(&bomb, bomb.len() as u32),
            false,
        ),
        ("entities of which nothing is said", entities.pack(), true),
        ("references to nameless entities", externals.pack(), false),
        ("cases of no words", casings.pack(), false),
        ("mutes of nothing", mutes.pack(), false),
        ("words without names", words.pack(), true),
        ("the same word again and again", same.pack(), false),
        ("patterns that share their words", sharing().pack(), false),
        ("places in places", places_in_places().pack(), true),
        ("patterns that begin alike", beginning_alike().pack(), true),
    ];
    for (name, bytes, is_pack) in rows {
        let (memory, time) = cost(&bytes);
        println!("{name}: {} bytes take {memory} and {time:?}", bytes.len());
        assert_eq!(Pack::from_bytes(&bytes).is_ok(), is_pack, "{name}");
        assert!(
            memory <= 40 * bytes.len() + MEGABYTE,
            "{name}: {memory} bytes"
        );
        assert!(time <= Duration::from_secs(20), "{name}: {time:?}");
    }
}
