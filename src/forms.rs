//! The surface forms, in the order of their patterns. Their columns stay as they stand in the content, and a block of
//! patterns is read when a text has one of them.

use core::ops::Range;
use std::sync::Arc;

use crate::{
    blocks::Blocks,
    bytes::Reader,
    entity::{CaseRule, Form},
    once::Once,
    pattern::{ContextPattern, Contexts, FormEntry, FormId, PatternId},
};

/// How many forms a pattern has, two for the entity, what the form is, its case and its contexts.
pub(crate) const FORM_COLUMNS: usize = 6;

// Where the bits of a form's description begin.
pub(crate) const CASE_SHIFT: u32 = 3;
pub(crate) const WEAK_SHIFT: u32 = 5;
pub(crate) const CONTEXTS_SHIFT: u32 = 6;

/// So many patterns are read together.
pub(crate) const PATTERNS: usize = 64;

/// The surface forms of a pack.
pub(crate) struct Forms {
    content: Arc<Vec<u8>>,
    blocks: Blocks,
    made: Vec<Once<Block>>,
    most: Most,
}

/// How many there are of what forms refer to.
#[derive(Clone, Copy)]
pub(crate) struct Most {
    pub entities: u32,
    pub patterns: u32,
    pub casings: u32,
}

/// The forms of some neighbouring patterns.
#[derive(Default)]
struct Block {
    forms: Vec<FormEntry>,
    contexts: Vec<Contexts>,
    /// Where those of each pattern begin, and where the last end.
    starts: Vec<u32>,
}

/// Where the blocks of a pack's forms are.
pub(crate) fn blocks(r: &mut Reader, patterns: u32, columns: &[Range<usize>]) -> Option<Blocks> {
    Blocks::read(r, (patterns as usize).div_ceil(PATTERNS), columns)
}

impl Forms {
    pub(crate) fn new(content: Arc<Vec<u8>>, blocks: Blocks, most: Most) -> Forms {
        let count = (most.patterns as usize).div_ceil(PATTERNS);
        Forms {
            content,
            blocks,
            made: (0..count).map(|_| Once::new()).collect(),
            most,
        }
    }

    /// Those that are written as a pattern.
    pub fn of(&self, pattern: PatternId) -> impl Iterator<Item = FormId> + use<> {
        let forms = self.block(pattern).range(pattern);
        (0..forms.len() as u32).map(move |nth| FormId { pattern, nth })
    }

    #[inline(never)]
    pub fn get(&self, id: FormId) -> FormEntry {
        let block = self.block(id.pattern);
        block.forms[block.range(id.pattern)][id.nth as usize]
    }

    /// The contexts of a form that has some.
    pub fn contexts(&self, form: &FormEntry, id: FormId) -> Option<&Contexts> {
        let number = form.contexts.checked_sub(1)?;
        self.block(id.pattern).contexts.get(number as usize)
    }

    /// Empty where it does not hold together.
    #[inline(never)]
    fn block(&self, pattern: PatternId) -> &Block {
        let number = pattern.0 as usize / PATTERNS;
        self.made[number].get_or_init(|| self.read(number).unwrap_or_default())
    }

    #[inline(never)]
    fn read(&self, number: usize) -> Option<Block> {
        let mut columns = self.blocks.readers(&self.content, number);
        let mut block = Block::default();
        block.starts.push(0);
        let end = self.most.patterns.min(((number + 1) * PATTERNS) as u32);
        for _ in (number * PATTERNS) as u32..end {
            for _ in 0..columns[0].small() {
                self.form(&mut columns, &mut block)?;
            }
            block.starts.push(block.forms.len() as u32);
        }
        Reader::are_whole(&columns).then_some(block)
    }

    fn form(&self, columns: &mut [Reader], block: &mut Block) -> Option<()> {
        let [_, low, high, about, casings, lists] = columns else {
            return None;
        };
        let (most, about) = (&self.most, about.small());
        let mut form = FormEntry {
            entity: Reader::split(low, high).filter(|&e| e < most.entities)?,
            form: *Form::ALL.get(about as usize & 7)?,
            case: *CaseRule::ALL.get((about >> CASE_SHIFT) as usize & 3)?,
            weak: about >> WEAK_SHIFT & 1 == 1,
            casing: Some(casings.small()).filter(|&c| c < most.casings)?,
            contexts: 0,
        };
        if about >> CONTEXTS_SHIFT & 1 == 1 {
            block.contexts.push(Contexts {
                needs: self.context(lists)?,
                not: self.context(lists)?,
            });
            form.contexts = block.contexts.len() as u32;
        }
        block.forms.push(form);
        Some(())
    }

    #[inline(never)]
    fn context(&self, r: &mut Reader) -> Option<Vec<ContextPattern>> {
        let numbers = r.count();
        let mut all = Vec::with_capacity(numbers);
        for _ in 0..numbers {
            let context = ContextPattern::from_number(r.small());
            if context.pattern().0 >= self.most.patterns {
                return None;
            }
            all.push(context);
        }
        Some(all)
    }

    /// The bytes that they take without the content, with the blocks that were asked for.
    pub fn memory(&self) -> usize {
        let made = self.made.iter().filter_map(Once::get);
        let made =
            made.map(|b| b.forms.capacity() * size_of::<FormEntry>() + 4 * b.starts.capacity());
        self.blocks.memory() + self.made.capacity() * size_of::<Once<Block>>() + made.sum::<usize>()
    }
}

impl Block {
    /// Where the forms of a pattern are.
    #[inline]
    fn range(&self, pattern: PatternId) -> Range<usize> {
        let bounds = self.starts.get(pattern.0 as usize % PATTERNS..);
        match bounds.unwrap_or_default() {
            [from, to, ..] => *from as usize..*to as usize,
            _ => 0..0,
        }
    }
}
