//! Where packs laid over each other meet: what a pack replaces beneath it, what it mutes in vain, and which of its
//! names stand for something else there too. Nothing is decided here; conflicts are told to whoever wrote the pack.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    highlighter::Highlighter,
    layers::{EntityIndex, Layer, Layers},
    lexicon::PatternId,
    pack::{Mute, Reference},
    words::{TokenKind, fold_token, tokenize},
};

/// A place where a pack meets one beneath it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict<'h> {
    /// What meets.
    pub kind: ConflictKind,
    /// The number of the pack among those that are loaded; the lowest is 0.
    pub overlay: usize,
    /// What the pack calls itself; may be empty.
    pub title: &'h str,
    /// The id of its entity, or of the one that it mutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<&'h str>,
    /// The surface form: as the entity has it, or folded where it is muted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'h, str>>,
    /// The id of the other entity that has the surface form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<&'h str>,
}

/// The sort of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// The entity takes the place of one with the same id.
    Replaced,
    /// There is nothing beneath that the mute would silence.
    MutesNothing,
    /// The surface form also stands for another entity beneath.
    SharedName,
}

impl Highlighter {
    /// The conflicts of the packs from number `first` on, each with all that lie beneath it; 1 spares the lowest.
    /// They are in the order of the packs; of one pack what it replaces comes first, then what it mutes in vain,
    /// then the names that it shares, each in the order of the entities. What is muted conflicts with nothing.
    ///
    /// The cost is that of the packs from `first` on: some 100 ms for 100,000 names.
    pub fn conflicts(&self, first: usize) -> Vec<Conflict<'_>> {
        let layers = self.layers();
        let mut all = Vec::new();
        for number in first.max(1)..layers.all.len() {
            let overlay = Overlay { layers, number };
            overlay.replaced(&mut all);
            overlay.mutes_nothing(&mut all);
            overlay.shared_names(&mut all);
        }
        all
    }
}

/// A pack with what lies beneath it.
struct Overlay<'h> {
    layers: &'h Layers,
    number: usize,
}

impl<'h> Overlay<'h> {
    fn layer(&self) -> &'h Layer {
        &self.layers.all[self.number]
    }

    fn beneath(&self) -> &'h [Layer] {
        &self.layers.all[..self.number]
    }

    fn conflict(&self, kind: ConflictKind) -> Conflict<'h> {
        Conflict {
            kind,
            overlay: self.number,
            title: self.layer().pack.title(),
            entity: None,
            text: None,
            other: None,
        }
    }

    fn replaced(&self, all: &mut Vec<Conflict<'h>>) {
        for number in 0..self.layer().pack.entity_count() {
            let id = self.layer().pack.details(number).id();
            if self.beneath().iter().any(|l| l.pack.find(id).is_some()) {
                all.push(Conflict {
                    entity: Some(id),
                    ..self.conflict(ConflictKind::Replaced)
                });
            }
        }
    }

    fn mutes_nothing(&self, all: &mut Vec<Conflict<'h>>) {
        let pack = &self.layer().pack;
        for mute in &pack.mutes {
            let words = mute.pattern.map(|p| pack.lexicon.words(p));
            if !self.silences(mute, words.as_deref()) {
                all.push(Conflict {
                    entity: mute.entity.map(|to| self.layers.id_of(self.layer(), to)),
                    text: words.map(|w| Cow::Owned(w.join(" "))),
                    ..self.conflict(ConflictKind::MutesNothing)
                });
            }
        }
    }

    /// Whether there is something beneath that a mute silences.
    fn silences(&self, mute: &Mute, words: Option<&[String]>) -> bool {
        let Some(words) = words else {
            let own = self.layer().pack.entity_count() as u32;
            let outside = mute.entity.filter(|to| to.0 >= own);
            return outside.is_some_and(|to| self.entity(to).is_some());
        };
        let meant = mute.entity.map(|to| self.entity(to));
        let is_meant = |e: EntityIndex| meant.is_none_or(|m| m == Some(e));
        self.beneath()
            .iter()
            .any(|layer| self.entities_of(layer, words).any(is_meant))
    }

    fn entity(&self, to: Reference) -> Option<EntityIndex> {
        self.layers.resolve(self.layer(), to)
    }

    /// The entities of a layer that count and have a surface form of these words.
    fn entities_of(
        &self,
        layer: &'h Layer,
        words: &[String],
    ) -> impl Iterator<Item = EntityIndex> + use<'h> {
        let layers = self.layers;
        let lexicon = &layer.pack.lexicon;
        let forms = lexicon.pattern(words).map(|p| lexicon.forms_of(p));
        let entity = move |form| EntityIndex(layer.first + lexicon.form(form).entity);
        let all = forms.into_iter().flatten().map(entity);
        all.filter(|&e| !layers.is_silent(e))
    }

    fn shared_names(&self, all: &mut Vec<Conflict<'h>>) {
        let pack = &self.layer().pack;
        for number in 0..pack.entity_count() {
            let entity = EntityIndex(self.layer().first + number as u32);
            if self.layers.is_silent(entity) {
                continue;
            }
            let details = pack.details(number);
            let names = details.clone().names().into_iter().map(|n| n.text);
            for text in core::iter::once(details.clone().name()).chain(names) {
                let words = folded(text);
                let mut others = self.sharing(&words);
                if !others.is_empty() && self.is_muted(self.number, entity, &words) {
                    others.clear();
                }
                all.extend(others.into_iter().map(|other| Conflict {
                    entity: Some(details.clone().id()),
                    text: Some(Cow::Borrowed(text)),
                    other: Some(self.layers.entity(other).id()),
                    ..self.conflict(ConflictKind::SharedName)
                }));
            }
        }
    }

    /// The entities beneath that have a surface form of these words, each once.
    fn sharing(&self, words: &[String]) -> Vec<EntityIndex> {
        let mut all = Vec::new();
        for (number, layer) in self.beneath().iter().enumerate() {
            for other in self.entities_of(layer, words) {
                if !all.contains(&other) && !self.is_muted(number, other, words) {
                    all.push(other);
                }
            }
        }
        all
    }

    /// Whether a pack above that of number `beneath` mutes an entity's surface form of these words.
    fn is_muted(&self, beneath: usize, entity: EntityIndex, words: &[String]) -> bool {
        let mutes = |layer: &Layer, pattern: PatternId| {
            layer.pack.mutes.iter().any(|m| {
                let meant = m.entity.map(|to| self.layers.resolve(layer, to));
                m.pattern == Some(pattern) && meant.is_none_or(|e| e == Some(entity))
            })
        };
        self.layers.all[beneath + 1..].iter().any(|layer| {
            let lexicon = &layer.pack.lexicon;
            let pattern = lexicon.pattern(words);
            pattern.is_some_and(|p| lexicon.is_looked_for(p) && mutes(layer, p))
        })
    }
}

/// The words of a text, folded, as patterns have them.
fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokenize(text, |token| {
        if token.kind != TokenKind::Block {
            let mut word = String::new();
            fold_token(text, &token, &mut word);
            words.push(word);
        }
    });
    words
}
