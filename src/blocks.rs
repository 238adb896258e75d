//! Columns of which blocks are read by themselves, when somebody asks: how much of each belongs to each block.

use core::ops::Range;

use crate::bytes::{Reader, Writer};

/// Where blocks begin in columns.
pub(crate) struct Blocks {
    columns: usize,
    /// For each block where it begins in each column, counted from the beginning of the content, and the same of where
    /// the last ends.
    bounds: Vec<u32>,
}

impl Blocks {
    /// Notes that a block ends here.
    #[inline(never)]
    pub fn end(ends: &mut Vec<usize>, columns: &[Writer]) {
        ends.extend(columns.iter().map(|column| column.0.len()));
    }

    /// Writes how much of each of so many columns belongs to each block; `ends` was noted at the end of each.
    #[inline(never)]
    pub fn write(w: &mut Writer, columns: usize, ends: &[usize]) {
        for column in 0..columns {
            let mut from = 0;
            for &to in ends.iter().skip(column).step_by(columns) {
                w.count(to - from);
                from = to;
            }
        }
    }

    /// So many blocks of these columns; `None` where they are not all of each column.
    pub fn read(r: &mut Reader, count: usize, columns: &[Range<usize>]) -> Option<Blocks> {
        let width = columns.len();
        let mut bounds = vec![0; (count + 1) * width];
        for (number, column) in columns.iter().enumerate() {
            let mut at = column.start as u32;
            for block in 0..count {
                bounds[block * width + number] = at;
                at = at.checked_add(r.small())?;
            }
            bounds[count * width + number] = at;
            if at as usize != column.end {
                return None;
            }
        }
        Some(Blocks {
            columns: width,
            bounds,
        })
    }

    /// The readers of a block's part of each column.
    pub fn readers<'b>(&self, content: &'b [u8], block: usize) -> Vec<Reader<'b>> {
        let from = &self.bounds[block * self.columns..];
        let bounds = from[..self.columns].iter().zip(&from[self.columns..]);
        bounds
            .map(|(&from, &to)| Reader::new(&content[from as usize..to as usize]))
            .collect()
    }

    /// The bytes that they take.
    pub fn memory(&self) -> usize {
        self.bounds.capacity() * 4
    }
}
