//! The content of a pack, read and checked: every number that leads somewhere leads to something that is there.
//!
//! It begins with the length of what is kept (u32, little endian) and that. Then, as numbers of `bytes`: title and
//! day of checking; the lengths of the shared strings and of each entity's details; the types, the populations and
//! what each entity belongs to; the ids referred to elsewhere; the words; the cases of words; the patterns of one
//! word and of several; the patterns looked for without standing for an entity; the surface forms of each pattern;
//! what is muted.

use super::{Mute, Pack, Reference};
use crate::{
    automaton::{MOST_WORDS, WordId},
    bytes::Reader,
    date::PartialDate,
    entity::{CaseRule, EntityType, Form},
    fold::Casing,
    gazetteer::{MOST_CHARACTERS, MOST_CONTAINERS},
    lexicon::{Lexicon, Tables},
    pattern::{Contexts, FormEntry, PatternId},
};

/// Patterns that begin alike are written as what tells them apart, and have at most so many words for each byte of the
/// numbers: those of names are far below.
const MOST_WORDS_A_BYTE: usize = 4;

/// The length of what is kept stands in so many bytes.
pub(super) const KEPT_LENGTH: usize = size_of::<u32>();

/// The pack of a content; `None` where it does not hold together.
pub(super) fn read(mut content: Vec<u8>) -> Option<Pack> {
    let kept_length = u32::from_le_bytes(*content.first_chunk::<KEPT_LENGTH>()?) as usize;
    let numbers = content.get(KEPT_LENGTH.checked_add(kept_length)?..)?;
    let mut pack = numbered(&mut Reader::new(numbers), kept_length as u32)?;
    content.truncate(KEPT_LENGTH + kept_length);
    content.shrink_to_fit();
    pack.kept = content;
    Some(pack)
}

fn numbered(r: &mut Reader, kept_length: u32) -> Option<Pack> {
    let title = string(r)?;
    let checked = match r.small() {
        0 => None,
        n => Some(PartialDate::from_number(n)?.whole_day()?),
    };
    let shared_count = r.count();
    let shared = starts(r, shared_count, KEPT_LENGTH as u32)?;
    let entities = r.count();
    let details = starts(r, entities, *shared.last()?)?;
    if *details.last()? != KEPT_LENGTH as u32 + kept_length {
        return None;
    }
    let mut types = Vec::with_capacity(entities);
    for _ in 0..entities {
        types.push(*EntityType::ALL.get(r.small() as usize)?);
    }
    let population = r.small_numbers(entities);
    let mut related = Vec::new();
    let mut related_starts = vec![0];
    let mut within = Vec::with_capacity(entities);
    for _ in 0..entities {
        // First the places, then the bodies.
        for list in 0..2 {
            let count = r.count();
            if list == 0 {
                if count > MOST_CONTAINERS {
                    return None;
                }
                within.push(count as u8);
            }
            for _ in 0..count {
                related.push(Reference(r.small()));
            }
        }
        related_starts.push(related.len() as u32);
    }
    let mut externals = Vec::new();
    for _ in 0..r.count() {
        externals.push(string(r).filter(|id| !id.is_empty())?);
    }
    let is_there = |to: Reference| (to.0 as usize) < entities + externals.len();
    if !related.iter().all(|&to| is_there(to)) {
        return None;
    }
    let tables = tables(r, entities as u32)?;
    let patterns = tables.form_starts.len() as u32 - 1;
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
    if !r.is_sound() {
        return None;
    }
    Some(Pack {
        title,
        checked,
        kept: Vec::new(),
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
    let word_starts = starts(r, words, 0)?;
    let letters = r.take(*word_starts.last()? as usize).to_vec();
    if words >= MOST_WORDS as usize || letters.len() != *word_starts.last()? as usize {
        return None;
    }
    let word = |n: usize| &letters[word_starts[n] as usize..word_starts[n + 1] as usize];
    let mut last: &[u8] = &[];
    for n in 0..words {
        // In their order, so that none is empty and none is there twice.
        if word(n) <= last {
            return None;
        }
        last = word(n);
    }
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
    let other_count = r.count();
    let others = ascending(r, other_count, patterns)?;
    tables.others = others.into_iter().map(PatternId).collect();
    tables.form_starts.push(0);
    for _ in 0..patterns {
        let forms = r.count();
        for _ in 0..forms {
            let form = form(r, &mut tables, patterns)?;
            if form.entity >= entities || form.casing as usize >= tables.casings.len() {
                return None;
            }
            tables.forms.push(form);
        }
        tables.form_starts.push(tables.forms.len() as u32);
    }
    r.is_sound().then_some(tables)
}

/// Patterns of several words, each as how many of its first words it shares with the one before, and the others.
fn several(r: &mut Reader, words: u32, tables: &mut Tables) -> Option<()> {
    let count = r.count();
    tables.sequence_starts.push(0);
    let most = MOST_WORDS_A_BYTE * r.len();
    let mut last = Vec::new();
    for _ in 0..count {
        let shared = r.small() as usize;
        // What followed the words that both have.
        let before = last.get(shared).copied();
        last.truncate(shared);
        for _ in 0..r.count() {
            last.push(WordId(r.small()));
        }
        let in_order = before < last.get(shared).copied();
        if !(2..=MOST_CHARACTERS).contains(&last.len())
            || !in_order
            || !r.is_sound()
            || last.iter().any(|w| w.0 >= words)
            || tables.sequences.len() + last.len() > most
        {
            return None;
        }
        tables.sequences.extend_from_slice(&last);
        tables.sequence_starts.push(tables.sequences.len() as u32);
    }
    Some(())
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

fn form(r: &mut Reader, tables: &mut Tables, patterns: u32) -> Option<FormEntry> {
    let entity = r.small();
    let about = r.small();
    let entry = FormEntry {
        entity,
        form: *Form::ALL.get(about as usize & 7)?,
        case: *CaseRule::ALL.get((about >> CASE_SHIFT) as usize & 3)?,
        weak: about >> WEAK_SHIFT & 1 == 1,
        casing: r.small(),
        contexts: about >> CONTEXTS_SHIFT & 1 == 1,
    };
    if entry.contexts {
        tables.contexts.push(Contexts {
            form: tables.forms.len() as u32,
            needs: context(r, patterns)?,
            not: context(r, patterns)?,
        });
    }
    Some(entry)
}

#[inline(never)]
fn context(r: &mut Reader, patterns: u32) -> Option<Vec<PatternId>> {
    let count = r.count();
    let mut all = Vec::with_capacity(count);
    for _ in 0..count {
        let pattern = r.small();
        if pattern >= patterns {
            return None;
        }
        all.push(PatternId(pattern));
    }
    Some(all)
}

/// Where things begin of which the lengths stand here, and where the last ends.
fn starts(r: &mut Reader, count: usize, first: u32) -> Option<Vec<u32>> {
    let mut all = Vec::with_capacity(count + 1);
    all.push(first);
    let mut at = first;
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
