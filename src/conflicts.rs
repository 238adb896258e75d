//! Where packs laid over each other meet: what a pack replaces beneath it, what it mutes in vain, and which of its
//! names stand for something else there too. Nothing is decided here; conflicts are told to whoever wrote the pack.

use serde::Serialize;

use crate::{
    highlighter::Highlighter,
    layers::{EntityIndex, Layer},
    pack::Reference,
    span::ByteSpan,
};

/// A place where a pack meets one beneath it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict<'c> {
    /// What meets.
    pub kind: ConflictKind,
    /// The number of the pack among those that are loaded; the lowest is 0.
    pub overlay: u32,
    /// The id of its entity, or of the one that it mutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<&'c str>,
    /// The surface form: as the entity has it, or folded where it is muted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'c str>,
    /// The id of the other entity that has the surface form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<&'c str>,
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

impl ConflictKind {
    /// Its word in output.
    pub fn name(self) -> &'static str {
        match self {
            ConflictKind::Replaced => "replaced",
            ConflictKind::MutesNothing => "mutes-nothing",
            ConflictKind::SharedName => "shared-name",
        }
    }
}

impl Highlighter {
    /// Tells the conflicts of the packs from number `first` on, each with all that lie beneath it; 1 spares the
    /// lowest. They come in the order of the packs: what one replaces, what it mutes in vain, and the names that it
    /// shares. A name is shared where both count, as it is written: what is muted is not.
    ///
    /// Each name of these packs is looked for, so the cost is that of annotating a text of them all.
    pub fn conflicts(&self, first: u32, tell: &mut dyn FnMut(Conflict)) {
        for number in first.max(1)..self.layers().all.len() as u32 {
            let mut overlay = Overlay {
                highlighter: self,
                layer: &self.layers().all[number as usize],
                number,
                tell,
            };
            overlay.replaced();
            overlay.mutes_nothing();
            overlay.shared_names();
        }
    }
}

/// A pack that lies over others.
struct Overlay<'h, 't> {
    highlighter: &'h Highlighter,
    layer: &'h Layer,
    number: u32,
    tell: &'t mut dyn FnMut(Conflict),
}

impl Overlay<'_, '_> {
    fn tell(
        &mut self,
        kind: ConflictKind,
        entity: Option<&str>,
        text: Option<&str>,
        other: Option<&str>,
    ) {
        (self.tell)(Conflict {
            kind,
            overlay: self.number,
            entity,
            text,
            other,
        });
    }

    fn replaced(&mut self) {
        let pack = &self.layer.pack;
        for &(_, by) in &self.highlighter.layers().replaced {
            let own = by.0.wrapping_sub(self.layer.first) as usize;
            if own < pack.entity_count() {
                let id = pack.details(own).id();
                self.tell(ConflictKind::Replaced, Some(id), None, None);
            }
        }
    }

    fn mutes_nothing(&mut self) {
        let layers = self.highlighter.layers();
        for mute in &self.layer.pack.mutes {
            let text = mute.pattern.map(|p| self.layer.pack.lexicon.text(p));
            if !self.silences(mute.entity, text.as_deref()) {
                let entity = mute.entity.map(|to| layers.id_of(self.layer, to));
                self.tell(ConflictKind::MutesNothing, entity, text.as_deref(), None);
            }
        }
    }

    /// Whether there is something beneath that a mute of an entity, a folded text or both silences.
    fn silences(&self, entity: Option<Reference>, text: Option<&str>) -> bool {
        let layers = self.highlighter.layers();
        let entity = entity.map(|to| layers.resolve(self.layer, to));
        let Some(text) = text else {
            return entity.flatten().is_some_and(|e| e.0 < self.layer.first);
        };
        for beneath in &layers.all[..self.number as usize] {
            let lexicon = &beneath.pack.lexicon;
            let Some(pattern) = lexicon.pattern(text) else {
                continue;
            };
            for form in lexicon.forms_of(pattern) {
                let index = EntityIndex(beneath.first + lexicon.form(form).entity);
                if !layers.is_silent(index) && entity.is_none_or(|e| e == Some(index)) {
                    return true;
                }
            }
        }
        false
    }

    fn shared_names(&mut self) {
        let pack = &self.layer.pack;
        for number in 0..pack.entity_count() {
            let entity = EntityIndex(self.layer.first + number as u32);
            if !self.highlighter.layers().is_silent(entity) {
                self.shares(entity, pack.details(number).name());
                for name in pack.details(number).names() {
                    self.shares(entity, name.text);
                }
            }
        }
    }

    #[inline(never)]
    fn shares(&mut self, entity: EntityIndex, name: &str) {
        let found = self.highlighter.candidates(name);
        let mut own = None;
        for f in found.iter().filter(|f| f.entity == entity) {
            // They are in order, so the last of those that begin first is the longest.
            own = own
                .filter(|o: &ByteSpan| o.start < f.bytes.start)
                .or(Some(f.bytes));
        }
        let mut last = entity;
        for f in found.iter().filter(|f| Some(f.bytes) == own) {
            if f.entity.0 < self.layer.first && f.entity != last {
                last = f.entity;
                let [entity, other] = [entity, last].map(|e| Some(self.highlighter.entity(e).id()));
                self.tell(ConflictKind::SharedName, entity, Some(name), other);
            }
        }
    }
}
