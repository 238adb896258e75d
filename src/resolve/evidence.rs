//! What a document says apart from its short forms: whom and where it names in full, and so what it is about.

use super::{Scene, select::Group, type_words::TypeEvidence};
use crate::{lexicon::EntityIndex, span::TokenSpan};

pub(super) struct Evidence {
    /// What type words say.
    pub types: TypeEvidence,
    /// For each entity whether it is named in full and without doubt.
    named: Vec<bool>,
    /// The same for what the named ones belong to or lie in: a document that names Aleppo is about Syria.
    about: Vec<bool>,
    /// Where full forms stand, disjoint and in order.
    full: Vec<TokenSpan>,
    /// Which entities full forms can stand for, and where these start, in the order of the text.
    starting: Vec<(usize, EntityIndex)>,
}

impl Evidence {
    /// The evidence of the full forms of a document.
    pub fn of(scene: &Scene, types: TypeEvidence, firm: &[Group]) -> Evidence {
        let mut named = vec![false; scene.gazetteer.entities().len()];
        let mut starting = Vec::with_capacity(firm.len());
        for group in firm {
            starting.extend(group.candidates.iter().map(|c| (c.span.first, c.entity)));
            if let [c] = &group.candidates[..] {
                named[c.entity.index()] = true;
            }
        }
        let mut about = named.clone();
        for i in (0..named.len()).filter(|&i| named[i]) {
            for related in scene.graph.related(EntityIndex(i as u32)) {
                about[related.index()] = true;
            }
        }
        Evidence {
            types,
            named,
            about,
            full: firm.iter().map(|g| g.span).collect(),
            starting,
        }
    }

    /// Whether the document names the entity in full and without doubt.
    pub fn names(&self, entity: EntityIndex) -> bool {
        self.named[entity.index()]
    }

    /// Whether the document is about something that the entity belongs to or lies in.
    pub fn is_about_what_holds(&self, scene: &Scene, entity: EntityIndex) -> bool {
        scene.graph.related(entity).any(|r| self.about[r.index()])
    }

    /// Whether a full form stands at a span.
    pub fn full_at(&self, span: TokenSpan) -> bool {
        self.full.binary_search(&span).is_ok()
    }

    /// The entities that a full form which starts at a token can stand for.
    pub fn full_forms_from(&self, token: usize) -> impl Iterator<Item = EntityIndex> {
        let first = self.starting.partition_point(|&(t, _)| t < token);
        let from = self.starting[first..].iter();
        from.take_while(move |&&(t, _)| t == token).map(|&(_, e)| e)
    }
}
