//! From a gazetteer to the content of its pack. The same gazetteer always gives the same bytes.

use super::{
    columns,
    patterns::{Numbered, PatternNumber, Patterns, each_token},
};
use crate::{
    blocks::Blocks,
    bytes::Writer,
    date::PartialDate,
    entity::{CaseRule, Entity, EntityType, Form, SurfaceForm},
    fold::Casing,
    forms::{CASE_SHIFT, CONTEXTS_SHIFT, FORM_COLUMNS, PATTERNS, WEAK_SHIFT},
    gazetteer::{ErrorKind, Gazetteer, GazetteerError, MOST_CONTAINERS},
    order::sorted,
    pattern::{ContextPattern, PatternId},
    starts::is_mark,
    traits,
    word_index::{WordHash, WordIndex},
    words::TokenKind,
};

/// A word of more bodies than this is generic.
const FEW: usize = 4;

/// A form on its way into the pack.
struct PackedForm<'g> {
    pattern: PatternNumber,
    entity: u32,
    form: &'g SurfaceForm,
    casing: u32,
    needs: Vec<PatternNumber>,
    not: Vec<PatternNumber>,
}

impl PackedForm<'_> {
    /// What it needs, and what forbids it.
    #[inline(never)]
    fn contexts(&self, numbered: &Numbered) -> [Vec<ContextPattern>; 2] {
        let lists = [(&self.needs, &self.form.needs), (&self.not, &self.form.not)];
        lists.map(|(patterns, texts)| {
            let all = patterns.iter().zip(texts);
            all.map(|(&p, text)| {
                ContextPattern::new(PatternId(numbered.of(p)), begins_with_capital(text))
            })
            .collect()
        })
    }
}

/// Strings by the order in which they came.
#[derive(Default)]
struct Strings<'s> {
    all: Vec<&'s str>,
    times: Vec<u32>,
    index: WordIndex,
}

impl<'s> Strings<'s> {
    #[inline(never)]
    fn find(&self, text: &str) -> Option<u32> {
        let hash = WordHash::of(text.as_bytes());
        self.index.find(hash, |n| self.all[n as usize] == text)
    }

    #[inline(never)]
    fn add(&mut self, text: &'s str) -> u32 {
        let number = self.find(text).unwrap_or_else(|| {
            let number = self.all.len() as u32;
            self.index.insert(WordHash::of(text.as_bytes()), number);
            self.all.push(text);
            self.times.push(0);
            number
        });
        self.times[number as usize] += 1;
        number
    }

    /// Those that came more than once.
    fn repeated(&self) -> Strings<'s> {
        let mut repeated = Strings::default();
        let several = self.all.iter().zip(&self.times).filter(|(_, n)| **n > 1);
        several.for_each(|(text, _)| {
            repeated.add(text);
        });
        repeated
    }
}

/// The content of the pack of a gazetteer.
pub(super) fn content(gazetteer: &Gazetteer) -> Result<Vec<u8>, GazetteerError> {
    let all = gazetteer.entities();
    let by_id = sorted(all.len(), &|a, b| all[a].id.cmp(&all[b].id));
    let entities: Vec<&Entity> = by_id.into_iter().map(|i| &all[i]).collect();
    let find = |id: &str| entities.binary_search_by(|e| e.id.as_str().cmp(id)).ok();

    let mut externals = Strings::default();
    let muted = gazetteer.mutes().iter().filter_map(|m| m.entity.as_deref());
    for id in entities.iter().flat_map(|e| references(e)).chain(muted) {
        if find(id).is_none() {
            externals.add(id);
        }
    }
    let refer = |id: &str| match find(id) {
        Some(entity) => entity as u32,
        None => entities.len() as u32 + externals.find(id).expect("all references were looked at"),
    };

    check_containers(&entities, &find)?;

    let (mut kept, mut w) = (Writer::default(), Writer::default());
    kept.bytes(gazetteer.title().as_bytes());
    let checked = gazetteer.checked().map(PartialDate::from);
    kept.number(checked.map_or(0, |d| u64::from(d.to_number())));
    write_entities(&entities, &refer, &mut kept, &mut w);
    w.count(externals.all.len());
    externals.all.iter().for_each(|id| w.bytes(id.as_bytes()));
    write_names(&entities, gazetteer, &refer, &mut kept, &mut w)?;
    kept.0.append(&mut w.0);
    Ok(kept.0)
}

fn references(e: &Entity) -> impl Iterator<Item = &str> {
    let of = e.roles.iter().filter_map(|r| r.of.as_deref());
    e.within.iter().map(String::as_str).chain(of)
}

/// Checks that no place of the gazetteer lies in itself or in very many others of it.
fn check_containers(
    entities: &[&Entity],
    find: &dyn Fn(&str) -> Option<usize>,
) -> Result<(), GazetteerError> {
    let within = |e: &Entity| -> Vec<usize> { e.within.iter().filter_map(|id| find(id)).collect() };
    let direct: Vec<Vec<usize>> = entities.iter().map(|e| within(e)).collect();
    for (number, e) in entities.iter().enumerate() {
        let mut above = direct[number].clone();
        let mut next = 0;
        let fault = loop {
            let Some(&place) = above.get(next) else {
                break None;
            };
            if place == number {
                break Some("the place contains itself through its “in”".to_owned());
            }
            for further in &direct[place] {
                if !above.contains(further) {
                    above.push(*further);
                }
            }
            if above.len() > MOST_CONTAINERS {
                break Some(format!(
                    "the place lies in more than {MOST_CONTAINERS} others through its “in”"
                ));
            }
            next += 1;
        };
        if let Some(message) = fault {
            let error = GazetteerError::new(ErrorKind::Reference, message);
            return Err(error.in_entity(&e.id));
        }
    }
    Ok(())
}

fn write_entities(
    entities: &[&Entity],
    refer: &dyn Fn(&str) -> u32,
    kept: &mut Writer,
    w: &mut Writer,
) {
    let mut strings = Strings::default();
    for e in entities {
        for role in &e.roles {
            strings.add(&role.title);
            role.source.iter().for_each(|s| {
                strings.add(s);
            });
        }
        for name in &e.names {
            strings.add(&name.text);
            name.lang.iter().for_each(|l| {
                strings.add(l);
            });
        }
    }
    let shared = strings.repeated();
    kept.count(shared.all.len());
    shared.all.iter().for_each(|text| kept.count(text.len()));
    for text in &shared.all {
        kept.0.extend_from_slice(text.as_bytes());
    }
    columns::write(kept, w, entities, &|text| shared.find(text), refer);
    for e in entities {
        let number = EntityType::ALL.iter().position(|&t| t == e.entity_type);
        w.count(number.expect("every type is among all types"));
    }
    for e in entities {
        w.number(u64::from(e.population.unwrap_or(0)));
    }
}

fn write_names(
    entities: &[&Entity],
    gazetteer: &Gazetteer,
    refer: &dyn Fn(&str) -> u32,
    kept: &mut Writer,
    w: &mut Writer,
) -> Result<(), GazetteerError> {
    let canonical: Vec<SurfaceForm> = entities
        .iter()
        .map(|e| SurfaceForm {
            weak: e.weak,
            ..SurfaceForm::from_text(e.name.clone())
        })
        .collect();
    let mut patterns = Patterns::default();
    let mut casings: Vec<Vec<Casing>> = Vec::new();
    let mut casing_index = WordIndex::default();
    let mut forms = Vec::new();
    for (number, e) in entities.iter().enumerate() {
        for form in core::iter::once(&canonical[number]).chain(&e.names) {
            forms.push(PackedForm {
                pattern: patterns.add(&form.text),
                entity: number as u32,
                form,
                casing: number_of(casing(&form.text), &mut casings, &mut casing_index),
                needs: patterns.add_all(&form.needs),
                not: patterns.add_all(&form.not),
            });
        }
        patterns.check().map_err(|error| error.in_entity(&e.id))?;
    }
    let mut mutes = Vec::new();
    for mute in gazetteer.mutes() {
        let pattern = mute.text.as_deref().map(|t| patterns.add(t));
        mutes.push((mute.entity.as_deref().map(refer), pattern));
    }
    patterns.check()?;
    let numbered = patterns.finish();

    numbered.write_words(w);
    w.count(casings.len());
    for words in &casings {
        w.count(words.len());
        for word in words {
            let (capitals, small) = word.parts();
            w.number(capitals);
            w.count(usize::from(small));
        }
    }
    numbered.write_patterns(w);
    let pattern_of = |f: &PackedForm| numbered.of(f.pattern);
    let order = sorted(forms.len(), &|a, b| {
        pattern_of(&forms[a]).cmp(&pattern_of(&forms[b]))
    });
    let mut traits = vec![0; numbered.count()];
    for form in &forms {
        for context in form.contexts(&numbered).into_iter().flatten() {
            traits[context.pattern().0 as usize] |= match context.capital() {
                true => traits::LOOKED_FOR_WITH_CAPITAL,
                false => traits::LOOKED_FOR,
            };
        }
    }
    for pattern in mutes.iter().filter_map(|&(_, pattern)| pattern) {
        traits[numbered.of(pattern) as usize] |= traits::LOOKED_FOR;
    }
    let mut columns = Writer::columns(FORM_COLUMNS);
    let mut ends = Vec::new();
    let mut rest = &order[..];
    for (pattern, traits) in traits.iter_mut().enumerate() {
        let count = rest.partition_point(|&i| pattern_of(&forms[i]) as usize <= pattern);
        let (own, others) = rest.split_at(count);
        rest = others;
        columns[0].count(count);
        own.iter()
            .for_each(|&i| write_form(&mut columns, &forms[i], &numbered));
        let own = || own.iter().map(|&i| forms[i].form);
        if count > FEW && own().all(|f| f.form == Form::Short && f.case == CaseRule::Any) {
            *traits |= traits::GENERIC;
        }
        // Behind a mark the first capital tells nothing of how the name begins.
        if *traits & traits::LOOKED_FOR != 0
            || is_mark(numbered.first_word(pattern))
            || own().any(begins_small)
        {
            *traits |= traits::BEGINS_SMALL;
        }
        if (pattern + 1) % PATTERNS == 0 || pattern + 1 == numbered.count() {
            Blocks::end(&mut ends, &columns);
        }
    }
    kept.take_columns(&columns);
    w.count(forms.len());
    Blocks::write(w, FORM_COLUMNS, &ends);
    w.bytes(&traits);
    w.count(mutes.len());
    for (entity, pattern) in mutes {
        w.number(entity.map_or(0, |e| u64::from(e) + 1));
        w.number(pattern.map_or(0, |p| u64::from(numbered.of(p)) + 1));
    }
    Ok(())
}

/// Whether a form stands for its entity where its first word is in small letters.
fn begins_small(form: &SurfaceForm) -> bool {
    form.case == CaseRule::Any || !begins_with_capital(&form.text)
}

/// Whether the first token of a text is a word with a capital.
fn begins_with_capital(text: &str) -> bool {
    let mut first = None;
    each_token(text, &mut |token| {
        first.get_or_insert(token);
    });
    first.is_some_and(|token| {
        let casing = Casing::of(&text[token.span().range()]);
        token.kind == TokenKind::Word && casing.begins_with_capital()
    })
}

fn write_form(columns: &mut [Writer], f: &PackedForm, numbered: &Numbered) {
    let [_, low, high, about, casings, lists] = columns else {
        return;
    };
    let contexts = f.contexts(numbered);
    let some = contexts.iter().any(|list| !list.is_empty());
    low.0.push(f.entity as u8);
    high.number(u64::from(f.entity >> 8));
    about.count(
        f.form.form.number()
            | (f.form.case as usize) << CASE_SHIFT
            | usize::from(f.form.weak == Some(true)) << WEAK_SHIFT
            | usize::from(some) << CONTEXTS_SHIFT,
    );
    casings.number(u64::from(f.casing));
    for list in contexts.iter().filter(|_| some) {
        lists.count(list.len());
        for context in list {
            lists.number(u64::from(context.number()));
        }
    }
}

/// Numbers that rise, each as how much it is above the least that it can be.
pub(super) fn ascending(w: &mut Writer, numbers: impl Iterator<Item = u32>) {
    let mut least = 0;
    for n in numbers {
        w.number(u64::from(n - least));
        least = n + 1;
    }
}

/// The case of the words of a text; possessives and marks have none.
fn casing(text: &str) -> Vec<Casing> {
    let mut words = Vec::new();
    each_token(text, &mut |token| {
        if token.kind == TokenKind::Word {
            words.push(Casing::of(&text[token.span().range()]));
        }
    });
    words
}

/// The number of a case among all, which it joins if it is new.
fn number_of(words: Vec<Casing>, all: &mut Vec<Vec<Casing>>, index: &mut WordIndex) -> u32 {
    let mut bytes = Vec::with_capacity(words.len() * 9);
    for word in &words {
        let (capitals, small) = word.parts();
        bytes.extend(capitals.to_le_bytes());
        bytes.push(u8::from(small));
    }
    let hash = WordHash::of(&bytes);
    index
        .find(hash, |n| all[n as usize] == words)
        .unwrap_or_else(|| {
            let number = all.len() as u32;
            index.insert(hash, number);
            all.push(words);
            number
        })
}
