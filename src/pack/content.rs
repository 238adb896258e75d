//! The content of a pack, read and checked: every number that leads somewhere leads to something that is there.
//!
//! It is made of the numbers and strings of `bytes`: title and day of checking; the shared strings; the types and the
//! populations; the columns of the entities (`columns`); the ids referred to elsewhere; the words; the cases of words;
//! the patterns of one word and of several; the surface forms of each pattern; what is muted. Words,
//! patterns of several words and surface forms stand in columns, too.

use core::{ops::Range, pin::Pin};
use std::sync::Arc;

use super::{
    Mute, Pack, Reference,
    columns::{COLUMNS, KEPT},
    related::Related,
    rows::Rows,
};
use crate::{
    automaton::{MOST_WORDS, WordId},
    bytes::Reader,
    date::PartialDate,
    entity::EntityType,
    fold::Casing,
    forms::{self, FORM_COLUMNS, Forms, Most},
    gazetteer::MOST_CHARACTERS,
    lexicon::Lexicon,
    pattern::PatternId,
    tables::Tables,
};

/// Patterns that begin alike are written as what tells them apart, and have at most so many words for each byte of the
/// numbers: those of names are far below.
const MOST_WORDS_A_BYTE: usize = 3;

/// A word shares no more of its letters with the one before, so that few bytes of a pack cannot ask for many.
pub(super) const MOST_SHARED: usize = 16;

/// What is waited for between the parts of a long work.
pub(crate) type Pause = fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// The pack of a content; `None` where it does not hold together. `pause` is waited for between the parts of the work,
/// so that others can do theirs.
pub(super) async fn read(mut content: Vec<u8>, pause: Pause) -> Option<Pack> {
    let r = &mut Reader::new(&content);
    let title = string(r)?;
    let checked = match r.small() {
        0 => None,
        n => Some(PartialDate::from_number(n)?.whole_day()?),
    };
    let shared_count = r.count();
    let lengths = r.small_numbers(shared_count);
    let mut shared = vec![r.position() as u32];
    for length in lengths {
        r.take(length as usize);
        shared.push(r.position() as u32);
    }
    let mut columns = columns_of(r, KEPT);
    let forms = columns_of(r, FORM_COLUMNS);
    let kept = r.position();
    let entities = r.count();
    let rows = Rows::read(r, entities, &columns)?;
    columns.append(&mut columns_of(r, COLUMNS - KEPT));
    let mut types = Vec::with_capacity(entities);
    for _ in 0..entities {
        types.push(*EntityType::ALL.get(r.small() as usize)?);
    }
    let population = r.small_numbers(entities);
    let related = Related::read(&content, entities, &columns)?;
    let mut externals = Vec::new();
    for _ in 0..r.count() {
        externals.push(string(r).filter(|id| !id.is_empty())?);
    }
    let is_there = |to: Reference| (to.0 as usize) < entities + externals.len();
    if !related.all().iter().all(|&to| is_there(to)) {
        return None;
    }
    let mut tables = tables(r)?;
    let patterns = (tables.singles.len() + tables.sequence_starts.len() - 1) as u32;
    let name_count = r.small();
    let blocks = forms::blocks(r, patterns, &forms)?;
    tables.traits = r.column().rest().to_vec();
    if tables.traits.len() != patterns as usize {
        return None;
    }
    pause().await;
    let most = Most {
        entities: entities as u32,
        patterns,
        casings: tables.casings.len() as u32,
    };
    let mut mutes = Vec::new();
    for _ in 0..r.count() {
        let entity = r.small().checked_sub(1).map(Reference);
        let pattern = r.small().checked_sub(1).map(PatternId);
        let nothing = entity.is_none() && pattern.is_none();
        if nothing || !entity.is_none_or(is_there) || pattern.is_some_and(|p| p.0 >= patterns) {
            return None;
        }
        mutes.push(Mute { entity, pattern });
    }
    if !r.is_sound() || !r.is_at_end() {
        return None;
    }
    content.truncate(kept);
    content.shrink_to_fit();
    let content = Arc::new(content);
    let forms = Forms::new(content.clone(), blocks, most);
    Some(Pack {
        title,
        checked,
        kept: content,
        shared,
        rows,
        types,
        population,
        related,
        name_count,
        externals,
        mutes,
        lexicon: Lexicon::new(tables, forms),
    })
}

fn tables(r: &mut Reader) -> Option<Tables> {
    let words = r.count();
    let (letters, word_starts) = words_of(r, words)?;
    let casing_count = r.count();
    let mut casings = Vec::with_capacity(casing_count);
    for _ in 0..casing_count {
        let words = casing(r);
        if words.is_empty() {
            return None;
        }
        casings.push(words);
    }
    let single_count = r.count();
    let singles = ascending(r, single_count, words as u32)?;
    let mut tables = Tables {
        letters,
        word_starts,
        singles,
        casings,
        ..Tables::default()
    };
    several(r, words as u32, &mut tables)?;
    Some(tables)
}

/// Where the next columns are.
fn columns_of(r: &mut Reader, count: usize) -> Vec<Range<usize>> {
    let column = |_| {
        let length = r.column().len();
        r.position() - length..r.position()
    };
    (0..count).map(column).collect()
}

/// The readers of the next columns.
fn readers_of<'b, const N: usize>(r: &mut Reader<'b>) -> [Reader<'b>; N] {
    core::array::from_fn(|_| r.column())
}

/// The letters of so many words, and where each begins and the last ends.
fn words_of(r: &mut Reader, count: usize) -> Option<(Vec<u8>, Vec<u32>)> {
    let mut columns: [Reader; 3] = readers_of(r);
    let mut letters: Vec<u8> = Vec::with_capacity(2 * columns[2].len());
    let mut starts = Vec::with_capacity(count + 1);
    starts.push(0);
    let mut last = 0;
    for _ in 0..count {
        last = word(&mut columns, &mut letters, last)?;
        starts.push(u32::try_from(letters.len()).ok()?);
    }
    let fits = count < MOST_WORDS as usize && Reader::are_whole(&columns);
    letters.shrink_to_fit();
    fits.then_some((letters, starts))
}

// Browsers make what is called often fast before it has ended for the last time, and a loop only when it is entered
// again: so what is done with each of many things is a function.

/// Reads a word and tells where it begins, `last` being where the one before does.
#[inline(never)]
fn word(
    [shared, rest, ends]: &mut [Reader; 3],
    letters: &mut Vec<u8>,
    last: usize,
) -> Option<usize> {
    let start = letters.len();
    let shared = shared.small() as usize;
    if shared > MOST_SHARED.min(start - last) {
        return None;
    }
    letters.extend_from_within(last..last + shared);
    let rest = ends.take(rest.small() as usize);
    letters.extend_from_slice(rest);
    // In their order, so that none is empty and none is there twice.
    let before = &letters[last + shared..start];
    (rest > before).then_some(start)
}

/// Patterns of several words, each as how many of its first words it shares with the one before, and the others.
fn several(r: &mut Reader, words: u32, tables: &mut Tables) -> Option<()> {
    let count = r.count();
    tables.sequence_starts.reserve_exact(count + 1);
    tables.sequence_starts.push(0);
    let most = MOST_WORDS_A_BYTE * r.len();
    let mut columns: [Reader; 4] = readers_of(r);
    let mut last = Vec::new();
    for _ in 0..count {
        sequence(&mut columns, &mut last, words)?;
        if tables.sequences.len() + last.len() > most {
            return None;
        }
        tables.sequences.extend_from_slice(&last);
        tables.sequence_starts.push(tables.sequences.len() as u32);
    }
    tables.sequences.shrink_to_fit();
    Reader::are_whole(&columns).then_some(())
}

/// Reads the words of a pattern; in `last` are those of the one before.
#[inline(never)]
fn sequence(
    [shared, lengths, low, high]: &mut [Reader; 4],
    last: &mut Vec<WordId>,
    words: u32,
) -> Option<()> {
    let shared = shared.small() as usize;
    // What followed the words that both have.
    let before = last.get(shared).copied();
    last.truncate(shared);
    for _ in 0..lengths.small() {
        last.push(WordId(Reader::split(low, high).filter(|&w| w < words)?));
    }
    let in_order = before < last.get(shared).copied();
    (in_order && (2..=MOST_CHARACTERS).contains(&last.len())).then_some(())
}

fn casing(r: &mut Reader) -> Vec<Casing> {
    let count = r.count();
    let mut words = Vec::with_capacity(count);
    for _ in 0..count {
        let capitals = r.number();
        words.push(Casing::from_parts(capitals, r.number() == 1));
    }
    words
}

/// Numbers that rise and are below `end`, each as how much it is above the least that it can be.
fn ascending(r: &mut Reader, count: usize, end: u32) -> Option<Vec<u32>> {
    let mut all = Vec::with_capacity(count);
    let mut least = 0u32;
    for _ in 0..count {
        let n = least.checked_add(r.small()).filter(|&n| n < end)?;
        all.push(n);
        least = n + 1;
    }
    Some(all)
}

fn string(r: &mut Reader) -> Option<String> {
    let length = r.count();
    core::str::from_utf8(r.take(length)).ok().map(str::to_owned)
}
