//! Whether the letters of a text are cased as a surface form asks.

use crate::{
    document::Document, entity::CaseRule, fold::Casing, span::TokenSpan, vocabulary::Meaning,
};

/// Whether the text at `span`, which folds to a form, also has its case.
#[inline(never)]
pub(super) fn fits(document: &Document, span: TokenSpan, case: CaseRule, form: &[Casing]) -> bool {
    let words = (span.first..span.end).filter(|&i| document.is_word(i));
    words.zip(form).all(|(i, &wanted)| {
        let written = || Casing::of(document.token_text(i));
        match case {
            CaseRule::Any => true,
            CaseRule::Exact => written() == wanted,
            // Capitals where the form has them, or all capitals. A small word of the form ("al", "of") may be
            // capitalised too.
            CaseRule::Proper if wanted.is_all_capitals() => !written().has_small(),
            CaseRule::Proper if !wanted.begins_with_capital() => true,
            // "Suk-yeol" for "Suk Yeol": what follows a hyphen may be small.
            CaseRule::Proper => {
                let joined = i > span.first && document.is_hyphenated(i);
                document.begins_with_capital(i) || joined && document.begins_with_capital(i - 1)
            }
        }
    })
}

/// Whether initials that are also a small word stand among words in capitals: "WHO IS NEXT".
pub(super) fn is_shouted(document: &Document, span: TokenSpan) -> bool {
    // With dots they are no word.
    let plain = document.tokens()[span.first].plain;
    span.len() == 1
        && plain
        && document.meaning(span.first) == Some(Meaning::Small)
        && is_among_capitals(document, span)
}

/// Whether a name of few letters stands in capitals as initials do: "Mr Jacobs, SAN, said" is of no town called San.
pub(super) fn looks_like_initials(document: &Document, span: TokenSpan) -> bool {
    const FEW: usize = 3;
    span.len() == 1
        && document.token_text(span.first).len() <= FEW
        && document.is_all_capitals(span.first)
        && !document.begins_sentence(span.first)
        && !is_among_capitals(document, span)
}

/// Whether the words about a span are in capitals.
fn is_among_capitals(document: &Document, span: TokenSpan) -> bool {
    const NEAR: usize = 3;
    let near = span.first.saturating_sub(NEAR)..(span.end + NEAR).min(document.tokens().len());
    let mut words = 0;
    for i in near {
        if i != span.first && document.is_word(i) {
            if Casing::of(document.token_text(i)).has_small() {
                return false;
            }
            words += 1;
        }
    }
    words > 1
}
