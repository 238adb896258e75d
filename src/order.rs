//! Sorting. All of it goes through here: the standard library's adds nine kilobytes to the module for each way of
//! comparing, and little is sorted that is not nearly in order already.

use core::cmp::Ordering;

/// The numbers from 0 to `count`, sorted; `compare` says how two of them stand to each other, and equal ones stay as
/// they came. Neighbouring runs that are in order are merged.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    // Where what is in order ends.
    let descents = (1..count).filter(|&i| compare(i - 1, i) == Ordering::Greater);
    let mut ends: Vec<usize> = descents.chain([count]).collect();
    let mut merged = Vec::with_capacity(count);
    while ends.len() > 1 {
        let mut from = 0;
        for pair in ends.chunks(2) {
            let run = &order[from..pair[pair.len() - 1]];
            let (mut left, mut right) = run.split_at(pair[0] - from);
            from += run.len();
            while let (Some(&l), Some(&r)) = (left.last(), right.first()) {
                if compare(l, r) != Ordering::Greater {
                    break;
                }
                if compare(left[0], r) == Ordering::Greater {
                    merged.push(r);
                    right = &right[1..];
                } else {
                    merged.push(left[0]);
                    left = &left[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        core::mem::swap(&mut order, &mut merged);
        merged.clear();
        ends = ends.chunks(2).map(|pair| pair[pair.len() - 1]).collect();
    }
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
        // While they are filled, the place of each number tells where the next thing of the number before it goes.
        let mut starts = vec![0u32; keys + 2];
        for i in 0..count {
            starts[key(i) + 2] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut order = vec![0; count];
        for i in 0..count {
            let at = &mut starts[key(i) + 1];
            order[*at as usize] = i as u32;
            *at += 1;
        }
        starts.pop();
        Buckets { order, starts }
    }

    /// The things of a number; none of one that is too large.
    #[inline]
    pub fn of(&self, key: usize) -> &[u32] {
        self.between(key, key)
    }

    /// The things of the numbers from one to another; none where that is too large.
    #[inline]
    pub fn between(&self, first: usize, last: usize) -> &[u32] {
        match (self.starts.get(first), self.starts.get(last + 1)) {
            (Some(&from), Some(&to)) => &self.order[from as usize..to as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn equals_the_standard_sort(keys in proptest::collection::vec(0u8..20, 0..200)) {
            let mut want: Vec<usize> = (0..keys.len()).collect();
            want.sort_by_key(|&i| keys[i]);
            let got = sorted(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
            proptest::prop_assert_eq!(&got, &want);
            let buckets = Buckets::new(20, keys.len(), &|i| usize::from(keys[i]));
            let all: Vec<usize> = (0..20).flat_map(|key| buckets.of(key).to_vec()).map(|i| i as usize).collect();
            proptest::prop_assert_eq!(all, want);
        }
    }
}
