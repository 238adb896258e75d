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
    const NEAR: usize = 3;
    // With dots they are no word.
    let plain = document.tokens()[span.first].plain;
    if span.len() > 1 || !plain || document.meaning(span.first) != Some(Meaning::Small) {
        return false;
    }
    let near = span.first.saturating_sub(NEAR)..(span.end + NEAR).min(document.tokens().len());
    let words: Vec<Casing> = near
        .filter(|&i| i != span.first && document.is_word(i))
        .map(|i| Casing::of(document.token_text(i)))
        .collect();
    words.len() > 1 && !words.iter().any(|w| w.has_small())
}
