//! Names to which a script joins other words without a space: "وسوريا" is "and Syria", "시리아에서" is "in Syria".
//! What is joined is no part of the mention.
//!
//! The whole word goes first: clitics are taken off a word only where no name begins at it as it stands, and no more
//! of them than must be; endings likewise where no name ends. What forbids or mutes a name is a name here too.

use super::case;
use crate::{
    clitics::{is_short, may_join, without_clitics, without_endings},
    document::Document,
    layers::Layers,
    lexicon::Lexicon,
    pattern::Occurrence,
    span::TokenSpan,
    words::Token,
};

/// Adds to what each layer has found of whole words what it finds once something is taken off, and takes that off the
/// document's tokens.
#[inline(never)]
pub(super) fn add(
    document: &mut Document,
    layers: &Layers,
    ids: &mut Vec<u32>,
    all: &mut [Vec<Occurrence>],
) {
    let (text, tokens) = (document.text, document.tokens());
    let starters = document.starters().iter().map(|&i| i as usize);
    let joined: Vec<usize> = starters.filter(|&i| may_join(text, &tokens[i])).collect();
    if joined.is_empty() {
        return;
    }
    let mut begun = vec![false; tokens.len()];
    let mut ended = vec![false; tokens.len()];
    for (lexicon, all) in layers.lexicons().zip(all.iter()) {
        for found in all.iter().filter(|f| is_name(document, lexicon, f)) {
            begun[found.span.first] = true;
            ended[found.span.end - 1] = true;
        }
    }
    let longest = layers.lexicons().map(Lexicon::longest).max().unwrap_or(0);
    let mut search = Search {
        document,
        layers,
        ids,
        all,
    };
    // The tokens off which something is taken, and what is left of them.
    let mut trimmed = Vec::new();
    let mut bare = vec![false; tokens.len()];
    for &i in joined.iter().filter(|&&i| !begun[i]) {
        let mut window = tokens[i..tokens.len().min(i + longest)].to_vec();
        for reading in without_clitics(text, &tokens[i]) {
            window[0] = reading;
            let ends = search.finds(i, &window, &[0], &reading, 1);
            if !ends.is_empty() {
                ends.into_iter().for_each(|end| ended[end - 1] = true);
                bare[i] = true;
                trimmed.push((i, reading));
                break;
            }
        }
    }
    for &i in joined.iter().filter(|&&i| !ended[i]) {
        for reading in without_endings(text, &tokens[i]) {
            if !layers.lexicons().any(|l| l.has_word(text, &reading)) {
                continue;
            }
            let first = (i + 1).saturating_sub(longest);
            let mut window = tokens[first..=i].to_vec();
            window[i - first] = reading;
            let starters = (first..=i)
                .filter(|&n| !bare[n])
                .map(|n| (n - first) as u32);
            let starters: Vec<u32> = starters.collect();
            let ends = search.finds(first, &window, &starters, &reading, window.len());
            if !ends.is_empty() {
                trimmed.push((i, reading));
                break;
            }
        }
    }
    for (i, reading) in trimmed {
        document.trim(i, &reading);
    }
}

struct Search<'s> {
    document: &'s Document<'s>,
    layers: &'s Layers,
    ids: &'s mut Vec<u32>,
    all: &'s mut [Vec<Occurrence>],
}

impl Search<'_> {
    /// Adds the names in some tokens, of which the first has a number in the document and one is a reading, that end
    /// behind at least so many of them. Where they end.
    fn finds(
        &mut self,
        first: usize,
        tokens: &[Token],
        starters: &[u32],
        reading: &Token,
        least: usize,
    ) -> Vec<usize> {
        let text = self.document.text;
        let fewest = if is_short(text, reading) { 2 } else { 1 };
        let mut ends = Vec::new();
        for (lexicon, all) in self.layers.lexicons().zip(self.all.iter_mut()) {
            for Occurrence { span, pattern } in lexicon.search(text, tokens, starters, self.ids) {
                let long = span.end >= least && span.len() >= fewest;
                let span = TokenSpan {
                    first: first + span.first,
                    end: first + span.end,
                };
                let found = Occurrence { span, pattern };
                if long && is_name(self.document, lexicon, &found) {
                    ends.push(span.end);
                    all.push(found);
                }
            }
        }
        ends
    }
}

/// Whether a pattern is more than a name that is cased otherwise.
fn is_name(document: &Document, lexicon: &Lexicon, found: &Occurrence) -> bool {
    let cased = |form| {
        let form = lexicon.form(form);
        case::fits(document, found.span, form.case, lexicon.casing(&form))
    };
    lexicon.is_looked_for(found.pattern) || lexicon.forms_of(found.pattern).any(cased)
}
