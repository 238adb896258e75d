//! The content of a pack, read and checked: every number that leads somewhere leads to something that is there.
//!
//! It is made of the numbers and strings of `bytes`: title and day of checking; the shared strings; the types and the
//! populations; the columns of the entities (`columns`); the ids referred to elsewhere; the words; the cases of words;
//! the patterns of one word and of several; the surface forms of each pattern; what is muted. Words,
//! patterns of several words and surface forms stand in columns, too.

use core::pin::Pin;

use super::{
    Mute, Pack, Reference,
    columns::{self, Rows},
};
use crate::{
    automaton::{MOST_WORDS, WordId},
    bytes::Reader,
    date::PartialDate,
    entity::{CaseRule, EntityType, Form},
    fold::Casing,
    gazetteer::MOST_CHARACTERS,
    lexicon::Lexicon,
    pattern::{ContextPattern, Contexts, FormEntry, PatternId},
    tables::Tables,
};

/// Patterns that begin alike are written as what tells them apart, and have at most so many words for each byte of the
/// numbers: those of names are far below.
const MOST_WORDS_A_BYTE: usize = 4;

/// A word shares no more of its letters with the one before, so that few bytes of a pack cannot ask for many.
pub(super) const MOST_SHARED: usize = 16;

/// What is waited for between the parts of a long work.
pub(crate) type Pause = fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// The pack of a content; `None` where it does not hold together. `pause` is waited for between the parts of the work,
/// so that others can do theirs.
pub(super) async fn read(content: &[u8], pause: Pause) -> Option<Pack> {
    let r = &mut Reader::new(content);
    let title = string(r)?;
    let checked = match r.small() {
        0 => None,
        n => Some(PartialDate::from_number(n)?.whole_day()?),
    };
    let shared_count = r.count();
    let shared = starts(r, shared_count)?;
    let mut kept = Vec::with_capacity(content.len());
    kept.extend_from_slice(r.take(*shared.last()? as usize));
    let entities = r.count();
    let mut types = Vec::with_capacity(entities);
    for _ in 0..entities {
        types.push(*EntityType::ALL.get(r.small() as usize)?);
    }
    let population = r.small_numbers(entities);
    let rows = columns::rows(r, entities, kept, pause).await?;
    pause().await;
    let mut externals = Vec::new();
    for _ in 0..r.count() {
        externals.push(string(r).filter(|id| !id.is_empty())?);
    }
    let is_there = |to: Reference| (to.0 as usize) < entities + externals.len();
    if !rows.related.iter().all(|&to| is_there(to)) {
        return None;
    }
    let mut tables = tables(r, entities as u32)?;
    pause().await;
    let patterns = tables.form_starts.len() as u32 - 1;
    let mut mutes = Vec::new();
    for _ in 0..r.count() {
        let entity = r.small().checked_sub(1).map(Reference);
        let pattern = r.small().checked_sub(1).map(PatternId);
        let nothing = entity.is_none() && pattern.is_none();
        if nothing || !entity.is_none_or(is_there) || pattern.is_some_and(|p| p.0 >= patterns) {
            return None;
        }
        tables.muted.extend(pattern);
        mutes.push(Mute { entity, pattern });
    }
    if !r.is_sound() || !r.is_at_end() {
        return None;
    }
    let Rows {
        kept,
        starts: details,
        related,
        related_starts,
        within,
    } = rows;
    Some(Pack {
        title,
        checked,
        kept,
        shared,
        details,
        types,
        population,
        related,
        related_starts,
        within,
        externals,
        mutes,
        lexicon: Lexicon::new(tables),
    })
}

fn tables(r: &mut Reader, entities: u32) -> Option<Tables> {
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
    let patterns = (tables.singles.len() + tables.sequence_starts.len() - 1) as u32;
    tables.form_starts.push(0);
    let columns = &mut columns_of(r);
    for _ in 0..patterns {
        for _ in 0..columns[0].small() {
            let form = form(columns, &mut tables, patterns)?;
            if form.entity >= entities || form.casing as usize >= tables.casings.len() {
                return None;
            }
            tables.forms.push(form);
        }
        tables.form_starts.push(tables.forms.len() as u32);
    }
    (r.is_sound() && are_whole(columns)).then_some(tables)
}

/// The readers of the next columns.
fn columns_of<'b, const N: usize>(r: &mut Reader<'b>) -> [Reader<'b>; N] {
    core::array::from_fn(|_| r.column())
}

/// Whether columns held what was asked of them and no more.
pub(super) fn are_whole(columns: &[Reader]) -> bool {
    columns.iter().all(|c| c.is_sound() && c.is_at_end())
}

/// The letters of so many words, and where each begins and the last ends.
fn words_of(r: &mut Reader, count: usize) -> Option<(Vec<u8>, Vec<u32>)> {
    let mut columns: [Reader; 3] = columns_of(r);
    let mut letters: Vec<u8> = Vec::with_capacity(2 * columns[2].len());
    let mut starts = vec![0];
    let mut last = 0;
    for _ in 0..count {
        let start = letters.len();
        let shared = columns[0].small() as usize;
        if shared > MOST_SHARED.min(start - last) {
            return None;
        }
        letters.extend_from_within(last..last + shared);
        let rest = columns[1].small() as usize;
        letters.extend_from_slice(columns[2].take(rest));
        // In their order, so that none is empty and none is there twice.
        if letters[start..] <= letters[last..start] {
            return None;
        }
        starts.push(u32::try_from(letters.len()).ok()?);
        last = start;
    }
    let fits = count < MOST_WORDS as usize && are_whole(&columns);
    letters.shrink_to_fit();
    fits.then_some((letters, starts))
}

/// Patterns of several words, each as how many of its first words it shares with the one before, and the others.
fn several(r: &mut Reader, words: u32, tables: &mut Tables) -> Option<()> {
    let count = r.count();
    tables.sequence_starts.push(0);
    let most = MOST_WORDS_A_BYTE * r.len();
    let mut columns: [Reader; 4] = columns_of(r);
    let [shared, lengths, low, high] = &mut columns;
    let mut last = Vec::new();
    for _ in 0..count {
        let shared = shared.small() as usize;
        // What followed the words that both have.
        let before = last.get(shared).copied();
        last.truncate(shared);
        for _ in 0..lengths.small() {
            last.push(WordId(split(low, high)?));
        }
        let in_order = before < last.get(shared).copied();
        if !(2..=MOST_CHARACTERS).contains(&last.len())
            || !in_order
            || last.iter().any(|w| w.0 >= words)
            || tables.sequences.len() + last.len() > most
        {
            return None;
        }
        tables.sequences.extend_from_slice(&last);
        tables.sequence_starts.push(tables.sequences.len() as u32);
    }
    are_whole(&columns).then_some(())
}

/// A number of which the lowest byte stands in one column and the rest in another.
#[inline(never)]
fn split(low: &mut Reader, high: &mut Reader) -> Option<u32> {
    let n = u32::from(low.byte()) | high.small().checked_mul(256)?;
    (low.is_sound() && high.is_sound()).then_some(n)
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

/// Where the bits of a form's description begin.
pub(super) const CASE_SHIFT: u32 = 3;
pub(super) const WEAK_SHIFT: u32 = 5;
pub(super) const CONTEXTS_SHIFT: u32 = 6;

/// How many forms a pattern has, two for the entity, what the form is, its case and its contexts.
pub(super) const FORM_COLUMNS: usize = 6;

fn form(
    [_, low, high, about, casings, lists]: &mut [Reader; FORM_COLUMNS],
    tables: &mut Tables,
    patterns: u32,
) -> Option<FormEntry> {
    let entity = split(low, high)?;
    let about = about.small();
    let entry = FormEntry {
        entity,
        form: *Form::ALL.get(about as usize & 7)?,
        case: *CaseRule::ALL.get((about >> CASE_SHIFT) as usize & 3)?,
        weak: about >> WEAK_SHIFT & 1 == 1,
        casing: casings.small(),
        contexts: about >> CONTEXTS_SHIFT & 1 == 1,
    };
    if entry.contexts {
        tables.contexts.push(Contexts {
            form: tables.forms.len() as u32,
            needs: context(lists, patterns)?,
            not: context(lists, patterns)?,
        });
    }
    Some(entry)
}

#[inline(never)]
fn context(r: &mut Reader, patterns: u32) -> Option<Vec<ContextPattern>> {
    let count = r.count();
    let mut all = Vec::with_capacity(count);
    for _ in 0..count {
        let context = ContextPattern::from_number(r.small());
        if context.pattern().0 >= patterns {
            return None;
        }
        all.push(context);
    }
    Some(all)
}

/// Where things begin of which the lengths stand here, and where the last ends.
fn starts(r: &mut Reader, count: usize) -> Option<Vec<u32>> {
    let mut all = Vec::with_capacity(count + 1);
    all.push(0);
    let mut at = 0u32;
    for _ in 0..count {
        at = at.checked_add(r.small())?;
        all.push(at);
    }
    Some(all)
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
