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
        // What is read of each entity when it is asked for is kept as well.
        assert!(highlighter.entities().all(|e| e.name().len() <= 40));
        highlighter.annotate(&(0..NAMED).map(word).collect::<Vec<_>>().join(", "), None);
    }
    (MEMORY.peak_usage() - before, start.elapsed())
}

/// The content of a pack, put together by hand: numbers in as few bytes as they need.
#[derive(Clone)]
struct Content {
    /// The columns of the entities.
    entities: Vec<u8>,
    /// The columns of the surface forms.
    forms: Vec<u8>,
    /// What is read at once.
    rest: Vec<u8>,
}

/// How many columns the entities have, how many of them are read late, and which have a number for each.
const ENTITY_COLUMNS: usize = 37;
const READ_LATE: usize = 35;
const FOR_EACH: [usize; 9] = [0, 1, 3, 4, 20, 25, 30, 33, 35];

const FORM_COLUMNS: usize = 6;

/// So many entities, and so many patterns, are a block.
const BLOCK: usize = 64;

impl Content {
    fn new() -> Content {
        Content {
            entities: Vec::new(),
            forms: vec![0; FORM_COLUMNS],
            rest: Vec::new(),
        }
    }

    fn with(mut self, numbers: &[usize]) -> Content {
        self.rest.extend(leb(numbers));
        self
    }

    fn column(mut self, bytes: &[u8]) -> Content {
        self.rest.extend(column(bytes));
        self
    }

    /// How much of a column belongs to each block of so many things: sixty-four bytes where it has one for each thing,
    /// else as much as of each other.
    fn blocks(self, count: usize, bytes: &[u8]) -> Content {
        let blocks = count.div_ceil(BLOCK);
        let lengths = (0..blocks).map(|block| match bytes.len() == count {
            true => BLOCK.min(count - block * BLOCK),
            false => bytes.len() / blocks,
        });
        let lengths: Vec<usize> = lengths.collect();
        self.with(&lengths)
    }

    /// With so many cities of which nothing is said but what stands in these columns.
    fn entities(mut self, count: usize, said: &[(usize, Vec<u8>)]) -> Content {
        const CITY: usize = 16;
        let columns =
            (0..ENTITY_COLUMNS).map(
                |number| match said.iter().find(|(said, _)| *said == number) {
                    Some((_, bytes)) => bytes.clone(),
                    None if FOR_EACH.contains(&number) => vec![0; count],
                    None => Vec::new(),
                },
            );
        let columns: Vec<Vec<u8>> = columns.collect();
        let (late, at_once) = columns.split_at(READ_LATE);
        self.entities = late.iter().flat_map(|bytes| column(bytes)).collect();
        let content = self.with(&[count]);
        let content = late.iter().fold(content, |c, bytes| c.blocks(count, bytes));
        let content = at_once.iter().fold(content, |c, bytes| c.column(bytes));
        content.with(&vec![CITY; count]).with(&vec![0; count])
    }

    /// Without entities and references, up to its words.
    fn without_entities() -> Content {
        Content::new().entities(0, &[]).with(&[0])
    }

    /// With so many words of three letters.
    fn words(self, count: usize) -> Content {
        let content = self.with(&[count]).column(&vec![0; count]);
        let letters: String = (0..count).map(word).collect();
        content.column(&vec![3; count]).column(letters.as_bytes())
    }

    /// Patterns of several words: how many words each shares with the one before, and the others.
    fn several(self, all: &[(usize, &[usize])]) -> Content {
        let shared: Vec<usize> = all.iter().map(|(shared, _)| *shared).collect();
        let lengths: Vec<usize> = all.iter().map(|(_, words)| words.len()).collect();
        let words = || all.iter().flat_map(|(_, words)| words.iter());
        let low: Vec<u8> = words().map(|&n| n as u8).collect();
        let high: Vec<usize> = words().map(|n| n >> 8).collect();
        let content = self.with(&[all.len()]).column(&leb(&shared));
        let content = content.column(&leb(&lengths));
        content.column(&low).column(&leb(&high))
    }

    /// So many patterns without forms.
    fn formless(self, patterns: usize) -> Content {
        let columns = [const { Vec::new() }; FORM_COLUMNS - 1];
        self.forms(patterns, &[&[vec![0; patterns]], &columns[..]].concat())
    }

    /// The surface forms of so many patterns.
    fn forms(mut self, patterns: usize, columns: &[Vec<u8>]) -> Content {
        self.forms = columns.iter().flat_map(|bytes| column(bytes)).collect();
        let content = columns
            .iter()
            .fold(self.with(&[patterns]), |c, bytes| c.blocks(patterns, bytes));
        content.column(&vec![0; patterns])
    }

    /// With nothing muted.
    fn muteless(self) -> Content {
        self.with(&[0])
    }

    /// A pack without title, day of checking and shared strings.
    fn pack(self) -> Vec<u8> {
        packed::around(&[vec![0; 3], self.entities, self.forms, self.rest].concat())
    }
}

fn column(bytes: &[u8]) -> Vec<u8> {
    [leb(&[bytes.len()]), bytes.to_vec()].concat()
}

/// Numbers one after another.
fn leb(numbers: &[usize]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for &number in numbers {
        let mut n = number;
        while n >= 0x80 {
            bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        bytes.push(n as u8);
    }
    bytes
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
    let last: Vec<[usize; 1]> = (0..words).map(|n| [n]).collect();
    let mut all: Vec<(usize, &[usize])> = last.iter().map(|n| (199, &n[..])).collect();
    all[0] = (0, &[0; 200]);
    let content = Content::without_entities().words(words).with(&[0, 0]);
    content.several(&all).formless(words).muteless()
}

/// Very many patterns of three words of which the first is the same.
fn beginning_alike() -> Content {
    let words = 1_000;
    let content = Content::without_entities().words(words).with(&[0, 0]);
    let patterns: Vec<[usize; 3]> = (0..MANY).map(|n| [0, n / words, n % words]).collect();
    let several = patterns.iter().map(|p| match p {
        [_, 0, 0] => (0, &p[..]),
        [_, _, 0] => (1, &p[1..]),
        _ => (2, &p[2..]),
    });
    let several: Vec<(usize, &[usize])> = several.collect();
    content.several(&several).formless(MANY).muteless()
}

/// Places of which each lies in sixty-four others, many of them with a name.
fn places_in_places() -> Content {
    const PLACES: usize = 4_096;
    let within: Vec<usize> = (0..64 * PLACES).map(|n| n % PLACES).collect();
    let columns = [(35, vec![64; PLACES]), (36, leb(&within))];
    let content = Content::new().entities(PLACES, &columns).with(&[0]);
    let content = content.words(NAMED).with(&[1, 1, 0, 1]);
    let content = content.with(&[NAMED]).with(&[0; NAMED]);
    let high: Vec<u8> = (0..NAMED).map(|n| (n >> 8) as u8).collect();
    let low: Vec<u8> = (0..NAMED).map(|n| n as u8).collect();
    let columns = [vec![1; NAMED], low, high, vec![0; NAMED], vec![0; NAMED]];
    let columns = [&columns[..], &[Vec::new()]].concat();
    content.several(&[]).forms(NAMED, &columns).muteless()
}

/// Very many entities of which the names, ids and articles are all guessed from the name before.
fn guessed() -> Content {
    const NAME: &[u8] = &[b'a'; 40];
    // The first of each block has nothing to be guessed from.
    let rest = (0..MANY).map(|n| if n % BLOCK == 0 { 40 } else { 0 });
    let columns = [
        (1, rest.collect()),
        (2, NAME.repeat(MANY.div_ceil(BLOCK))),
        (6, vec![0; MANY]),
        (7, vec![0; MANY]),
        (25, vec![1; MANY]),
    ];
    let content = Content::new().entities(MANY, &columns).with(&[0]);
    content
        .words(0)
        .with(&[0, 0])
        .several(&[])
        .formless(0)
        .muteless()
}

/// Very many words that share sixteen letters with the one before.
fn words_alike() -> Content {
    let long = |n: usize| format!("{}{}", "a".repeat(13), word(n));
    let all: Vec<String> = (0..17_000).map(long).collect();
    let mut shared = vec![0];
    let mut rest = all[0].clone();
    for pair in all.windows(2) {
        let alike = pair[0]
            .bytes()
            .zip(pair[1].bytes())
            .take_while(|(a, b)| a == b);
        shared.push(alike.count());
        rest.push_str(&pair[1][shared[shared.len() - 1]..]);
    }
    let lengths: Vec<usize> = shared.iter().map(|n| 16 - n).collect();
    let content = Content::without_entities().with(&[all.len()]);
    let content = content.column(&leb(&shared)).column(&leb(&lengths));
    let content = content.column(rest.as_bytes()).with(&[0, 0]);
    content.several(&[]).formless(0).muteless()
}

#[test]
fn reading_takes_memory_in_proportion_to_the_bytes() {
    // A hundred bytes that claim to be a gigabyte.
    let mut claims = packed::claiming(&[7; 4_000], 1 << 30);
    claims.resize(100, 0);
    let rest = (claims.len() - HEADER_LENGTH) as u32;
    claims[12..16].copy_from_slice(&rest.to_le_bytes());
    let bomb = vec![0; 64 * MEGABYTE];

    let entities = Content::new().entities(MANY, &[]).with(&[0]).words(0);
    let entities = entities.with(&[0, 0]).several(&[]).formless(0).muteless();
    let externals = Content::new().entities(0, &[]).with(&[MANY]);
    let externals = externals.with(&vec![0; MANY]);
    let casings = Content::without_entities().words(0).with(&[MANY]);
    let casings = casings.with(&vec![0; MANY]);
    let mutes = Content::without_entities().words(0).with(&[0, 0]);
    let mutes = mutes.several(&[]).formless(0);
    let mutes = mutes.with(&[MANY]).with(&vec![0; 2 * MANY]);
    let words = Content::without_entities().words(17_000).with(&[0, 0]);
    let words = words.several(&[]).formless(0).muteless();
    let same = Content::without_entities().with(&[MANY]);
    let same = same.column(&vec![0; MANY]).column(&vec![1; MANY]);
    let same = same.column(&vec![b'a'; MANY]);
    let roles = Content::new().entities(1, &[(20, leb(&[MANY])), (12, vec![1; MANY])]);

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
        ("words that begin alike", words_alike().pack(), true),
        ("names guessed from names", guessed().pack(), true),
        ("roles of which little is said", roles.pack(), false),
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
