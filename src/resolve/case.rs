//! Whether the letters of a text are cased as a surface form asks.

use crate::{
    document::Document, entity::CaseRule, fold::Casing, lexicon::FormEntry, span::TokenSpan,
    words::TokenKind,
};

/// Whether the text at `span`, which folds to the form, also has its case.
pub(super) fn fits(document: &Document, span: TokenSpan, form: &FormEntry) -> bool {
    let is_word = |&i: &usize| document.token(i).is_some_and(|t| t.kind == TokenKind::Word);
    let words = (span.first..span.end).filter(is_word);
    words.zip(&form.casing).all(|(i, &wanted)| {
        let written = Casing::of(document.token_text(i));
        match form.case {
            CaseRule::Any => true,
            CaseRule::Exact => written == wanted,
            CaseRule::Proper => proper(written, wanted),
        }
    })
}

/// Capitals where the form has them, or all capitals. A small word of the form ("al", "of") may be capitalised too.
fn proper(written: Casing, wanted: Casing) -> bool {
    if wanted.is_all_capitals() {
        return !written.has_small();
    }
    !wanted.begins_with_capital() || written.begins_with_capital()
}
