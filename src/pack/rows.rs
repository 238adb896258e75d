//! The columns of the entities stay as they stand in the content. They are put together to rows, which `details` reads,
//! a block of entities at a time and when somebody asks for one of it: few are ever asked for.

use core::ops::Range;

use super::{
    columns::{
        BLOCK, FORM_COUNT, FORM_KIND, FORM_TEXT, FROM, GEONAMES, HAS_GEONAMES, HAS_LINKS,
        HAS_PLACE, HAS_SOURCE, HAS_WEBSITE, HAS_WIKIDATA, HAS_WIKIPEDIA, ID, LANGUAGE, LATITUDE,
        LONGITUDE, Last, NAME, OF, ROLE_COUNT, SOURCE, TITLE, TO, WEBSITE, WIKIDATA, WIKIPEDIA,
        clipped, slug, underscored,
    },
    details::Row,
};
use crate::{blocks::Blocks, bytes::Reader, once::Once};

/// What is written down of the entities of a pack.
pub(super) struct Rows {
    blocks: Blocks,
    made: Vec<Once<Block>>,
    count: usize,
}

/// The rows of some neighbouring entities.
#[derive(Default)]
struct Block {
    rows: Vec<u8>,
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
}

impl Rows {
    /// The rows of so many entities in these columns, with `r` at how much of each column belongs to each block; `None`
    /// where that is not all of it.
    pub fn read(r: &mut Reader, count: usize, columns: &[Range<usize>]) -> Option<Rows> {
        let blocks = count.div_ceil(BLOCK);
        Some(Rows {
            blocks: Blocks::read(r, blocks, columns)?,
            made: (0..blocks).map(|_| Once::new()).collect(),
            count,
        })
    }

    /// The row of an entity; empty where its block does not hold together.
    #[inline(never)]
    pub fn row(&self, content: &[u8], entity: usize) -> &[u8] {
        let number = entity / BLOCK;
        let made = || self.block(content, number).unwrap_or_default();
        let block = self.made[number].get_or_init(made);
        let bounds = block.starts.get(entity % BLOCK..).unwrap_or_default();
        match bounds {
            [from, to, ..] => &block.rows[*from as usize..*to as usize],
            _ => &[],
        }
    }

    #[inline(never)]
    fn block(&self, content: &[u8], number: usize) -> Option<Block> {
        let mut reading = Reading {
            all: self.blocks.readers(content, number),
            rows: Row::default(),
        };
        let mut last = Last::default();
        let mut starts = vec![0];
        for _ in number * BLOCK..self.count.min((number + 1) * BLOCK) {
            reading.entity(&mut last)?;
            starts.push(reading.rows.0.0.len() as u32);
        }
        let mut rows = reading.rows.0.0;
        rows.shrink_to_fit();
        Reader::are_whole(&reading.all).then_some(Block { rows, starts })
    }

    /// The bytes that they take, with the blocks that were asked for.
    pub fn memory(&self) -> usize {
        let made = self.made.iter().filter_map(Once::get);
        self.blocks.memory()
            + self.made.capacity() * size_of::<Once<Block>>()
            + made
                .map(|b| b.rows.capacity() + 4 * b.starts.capacity())
                .sum::<usize>()
    }
}

/// The columns of a block, and the rows that they make.
struct Reading<'b> {
    all: Vec<Reader<'b>>,
    rows: Row,
}

impl Reading<'_> {
    /// The next entity.
    fn entity(&mut self, last: &mut Last) -> Option<()> {
        last.name = self.guessed(NAME, &last.name)?;
        let name = &last.name;
        let id = self.guessed(ID, slug(name).as_bytes())?;
        self.rows.text(&id);
        self.rows.text(name);
        for _ in 0..self.count(ROLE_COUNT, TITLE)? {
            self.text(TITLE);
            self.number(OF);
            self.number(FROM);
            self.number(TO);
            if self.number(HAS_SOURCE) == 1 {
                self.text(SOURCE);
            }
        }
        let links = self.number(HAS_LINKS);
        if links & HAS_WIKIPEDIA != 0 {
            let title = self.guessed(WIKIPEDIA, &underscored(name))?;
            self.rows.text(&title);
        }
        if links & HAS_WIKIDATA != 0 {
            self.number(WIKIDATA);
        }
        if links & HAS_GEONAMES != 0 {
            let n = u64::from(self.all[GEONAMES].byte())
                | u64::from(self.all[GEONAMES + 1].byte()) << 8
                | u64::from(self.all[GEONAMES + 2].small()) << 16;
            self.rows.0.number(n);
        }
        if links & HAS_WEBSITE != 0 {
            last.website = self.guessed(WEBSITE, &last.website)?;
            self.rows.text(&last.website);
        }
        if self.number(HAS_PLACE) == 1 {
            self.number(LATITUDE);
            self.number(LONGITUDE);
        }
        for _ in 0..self.count(FORM_COUNT, FORM_TEXT)? {
            self.text(FORM_TEXT);
            if self.number(FORM_KIND) & 1 == 1 {
                self.text(LANGUAGE);
            }
        }
        Some(())
    }

    /// How many things follow of which each has a number in another column.
    fn count(&mut self, column: usize, things: usize) -> Option<u64> {
        let count = self.number(column);
        (count <= self.all[things].left() as u64).then_some(count)
    }

    /// Takes a number into the row.
    #[inline(never)]
    fn number(&mut self, column: usize) -> u64 {
        let n = self.all[column].number();
        self.rows.0.number(n);
        n
    }

    /// Takes a text into the row.
    #[inline(never)]
    fn text(&mut self, column: usize) {
        let n = self.number(column);
        if n & 1 == 0 {
            let letters = self.all[column + 1].take((n >> 1) as usize);
            self.rows.0.0.extend_from_slice(letters);
        }
    }

    #[inline(never)]
    fn guessed(&mut self, column: usize, guess: &[u8]) -> Option<Vec<u8>> {
        let guess = clipped(guess);
        let right = guess.len().checked_sub(self.all[column].small() as usize)?;
        let rest = self.all[column + 1].small() as usize;
        Some([&guess[..right], self.all[column + 2].take(rest)].concat())
    }
}
