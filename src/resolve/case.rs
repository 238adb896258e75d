//! Whether the letters of a text are cased as a surface form asks.

use crate::{document::Document, entity::CaseRule, fold::Casing, span::TokenSpan};

/// Whether the text at `span`, which folds to a form, also has its case.
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
            CaseRule::Proper => document.begins_with_capital(i),
        }
    })
}
