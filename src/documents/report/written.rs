//! What of a draft is printed: everything but rows in which nothing was typed.

use std::borrow::Cow;

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::evaluation::Evaluation;

/// The draft without its blank rows, and what follows from it.
pub fn written<'a>(draft: &'a Draft, evaluation: &'a Evaluation) -> (Cow<'a, Draft>, Cow<'a, Evaluation>) {
    let draft = draft.without_blank_rows();
    let evaluation = match &draft {
        Cow::Borrowed(_) => Cow::Borrowed(evaluation),
        Cow::Owned(draft) => Cow::Owned(evaluate(draft)),
    };
    (draft, evaluation)
}
