//! Sorting. All of it goes through here, because every way of sorting by itself adds some kilobytes to the module.

use core::cmp::Ordering;

/// The numbers from 0 to `count`, sorted; `compare` says how two of them stand to each other.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    // Equal ones stay as they came.
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}

/// Things by a small number that each has: for every number those that have it, in the order in which they came.
pub(crate) struct Buckets {
    order: Vec<u32>,
    /// Where those of each number begin in `order`, and where those of the last end.
    starts: Vec<u32>,
}

impl Buckets {
    /// The buckets of `count` things of which `key` gives the numbers, all below `keys`.
    pub fn new(keys: usize, count: usize, key: &dyn Fn(usize) -> usize) -> Buckets {
        let mut starts = vec![0u32; keys + 1];
        for i in 0..count {
            starts[key(i) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut order = vec![0; count];
        let mut next = starts.clone();
        for i in 0..count {
            let at = &mut next[key(i)];
            order[*at as usize] = i as u32;
            *at += 1;
        }
        Buckets { order, starts }
    }

    /// The things of a number; none of one that is too large.
    pub fn of(&self, key: usize) -> &[u32] {
        match self.starts.get(key..key + 2) {
            Some(&[from, to]) => &self.order[from as usize..to as usize],
            _ => &[],
        }
    }

    /// All things, by their numbers.
    pub fn all(&self) -> &[u32] {
        &self.order
    }
}
