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
    token_hashes::TokenHashes,
    words::Token,
};

/// What is known of a token.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Whether a name begins with it.
    begun: bool,
    /// Whether a name ends with it.
    ended: bool,
    /// Whether clitics are taken off it.
    bare: bool,
}

/// Adds to what each layer has found of whole words what it finds once something is taken off, and takes that off the
/// document's tokens.
#[inline(never)]
pub(super) fn add(document: &mut Document, layers: &Layers, all: &mut [Vec<Occurrence>]) {
    let (text, tokens) = (document.text, document.tokens());
    let starters = document.starters().iter().map(|&i| i as usize);
    let joined: Vec<usize> = starters.filter(|&i| may_join(text, &tokens[i])).collect();
    if joined.is_empty() {
        return;
    }
    let mut known = vec![Known::default(); tokens.len()];
    for (lexicon, all) in layers.lexicons().zip(all.iter()) {
        for found in all.iter().filter(|f| is_name(document, lexicon, f)) {
            known[found.span.first].begun = true;
            known[found.span.end - 1].ended = true;
        }
    }
    let longest = layers.lexicons().map(Lexicon::longest).max().unwrap_or(0);
    // The tokens off which something is taken, and what is left of them.
    let mut trimmed: Vec<(usize, Token)> = Vec::new();
    for behind in [false, true] {
        for &i in &joined {
            let (first, end, readings) = match behind {
                false if known[i].begun => continue,
                true if known[i].ended => continue,
                false => (i, i + longest, without_clitics(text, &tokens[i])),
                true => (
                    (i + 1).saturating_sub(longest),
                    i + 1,
                    without_endings(text, &tokens[i]),
                ),
            };
            for reading in readings {
                if !layers.lexicons().any(|l| l.has_word(text, &reading)) {
                    continue;
                }
                // All names about here that begin or end with this reading.
                let mut near = tokens[first..end.min(tokens.len())].to_vec();
                near[i - first] = reading;
                let starters = (first..=i).filter(|&n| !known[n].bare);
                let starters: Vec<u32> = starters.map(|n| (n - first) as u32).collect();
                let fewest = if is_short(text, &reading) { 2 } else { 1 };
                let mut any = false;
                let mut hashes = TokenHashes::new(text, &near, &starters);
                for (lexicon, all) in layers.lexicons().zip(all.iter_mut()) {
                    for mut found in lexicon.search(&mut hashes) {
                        let span = found.span;
                        found.span = TokenSpan {
                            first: first + span.first,
                            end: first + span.end,
                        };
                        if span.len() >= fewest
                            && (!behind || span.end == near.len())
                            && is_name(document, lexicon, &found)
                        {
                            known[found.span.end - 1].ended = true;
                            all.push(found);
                            any = true;
                        }
                    }
                }
                if any {
                    known[i].bare |= !behind;
                    trimmed.push((i, reading));
                    break;
                }
            }
        }
    }
    for (i, reading) in trimmed {
        document.trim(i, &reading);
    }
}

/// Whether a pattern is more than a name that is cased otherwise.
#[inline(never)]
fn is_name(document: &Document, lexicon: &Lexicon, found: &Occurrence) -> bool {
    let cased = |form| {
        let form = lexicon.form(form);
        case::fits(document, found.span, form.case, lexicon.casing(&form))
    };
    let capital = document.begins_with_capital(found.span.first);
    lexicon.is_looked_for(found.pattern, capital) || lexicon.forms_of(found.pattern).any(cased)
}
