//! Where in the sources each check of the compiled module stands, erased.
//!
//! A panic would say it; but panics are traps (`traps`), and nobody is told. Beside their size, the paths are those of
//! the machine that the module was compiled on.

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

/// A location: where the path is and how long, line and column, each a number of four bytes.
const LENGTH: usize = 16;

/// No path is longer, and no line or column.
const MOST: usize = 100_000;

/// Overwrites the locations and their paths with zeros; returns how many there were.
pub fn erase(module: &mut Module) -> usize {
    let mut count = 0;
    let all: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in all {
        let data = module.data.get_mut(id);
        if let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } = data.kind
        {
            count += erase_in(&mut data.value, start as usize);
        }
    }
    count
}

/// Does it in data that stand in memory from `start` on.
fn erase_in(data: &mut [u8], start: usize) -> usize {
    let mut found = Vec::new();
    for at in (start.next_multiple_of(4) - start..data.len().saturating_sub(LENGTH - 1)).step_by(4)
    {
        let [path, length, line, column] = [0, 4, 8, 12].map(|i| number(data, at + i));
        let path = path.wrapping_sub(start);
        let text = data.get(path..path.saturating_add(length));
        let is_path = text.is_some_and(|text| text.ends_with(b".rs"));
        if is_path && [length, line, column].iter().all(|n| (1..MOST).contains(n)) {
            found.push((at, LENGTH));
            found.push((path, length));
        }
    }
    for &(at, length) in &found {
        data[at..at + length].fill(0);
    }
    found.len() / 2
}

fn number(data: &[u8], at: usize) -> usize {
    let bytes = data[at..at + 4].first_chunk::<4>();
    bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_and_their_paths_are_erased_and_nothing_else() {
        let start = 0x10_0002;
        let words = |all: [u32; 4]| all.map(u32::to_le_bytes).concat();
        let place = start as u32 + 2;
        let mut data = [b"ab".as_slice(), b"src/x.rs", b"kept.txt"].concat();
        data.extend(words([place, 8, 15_000, 5]));
        data.extend(words([place + 8, 8, 12, 5]));
        let mut expected = data.clone();
        expected[2..10].fill(0);
        expected[18..34].fill(0);
        assert_eq!(erase_in(&mut data, start), 1);
        assert_eq!(data, expected);
        assert_eq!(erase_in(&mut data, start), 0);
    }
}
