//! Imported entities with their weak names marked, as those of the project's own packs are when they are made.

use crate::{
    entity::Entity,
    gazetteer::{Gazetteer, GazetteerError, WeakWords},
};

/// These entities with the names marked that are also something else. What is distinct is not said to be.
///
/// # Errors
/// They are no gazetteer.
pub fn weighed(entities: Vec<Entity>, words: &WeakWords) -> Result<Vec<Entity>, GazetteerError> {
    let weighed = Gazetteer::new("", None, entities)?.weighed(words);
    let mut entities = weighed.entities().to_vec();
    for entity in &mut entities {
        entity.weak.take_if(|weak| !*weak);
        for name in &mut entity.names {
            name.weak.take_if(|weak| !*weak);
        }
    }
    Ok(entities)
}
