//! 校验: the package that was checked last.

use crate::state::model::effect::Effect;
use crate::state::model::model::Model;

/// The report of the package is to be opened: as a new one, whatever is kept here.
pub(super) fn opened(model: &Model) -> Vec<Effect> {
    let draft = model
        .verified
        .as_ref()
        .and_then(|checked| checked.verified.draft.as_ref().ok());
    let place = draft.map(|draft| Effect::PlaceDraft(Box::new(draft.clone())));
    place.into_iter().collect()
}
