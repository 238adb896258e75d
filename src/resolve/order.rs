//! The order of things by a number. All sorting of the engine goes through here, because every type that is sorted
//! by itself adds five kilobytes to the module.

/// The indices of these keys in the order of the keys; equal keys stay as they came.
pub(super) fn order(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = keys.enumerate().map(|(i, k)| (k, i)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, i)| i).collect()
}

/// A key that orders by one number and then by another; both are places in one document.
pub(super) fn key(first: usize, second: usize) -> u64 {
    ((first as u64) << 32) | (second as u64 & 0xFFFF_FFFF)
}
