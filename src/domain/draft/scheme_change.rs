//! 换方案, 换文书: what a change of scheme or of document would do to a draft, said before it is done.

use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::values::row::Id;

use super::chapter::Chapter;
use super::draft::Draft;

/// What would happen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemeChange {
    /// How many indicators find a part or group of the same name, or have only one part to go to.
    pub placed: usize,
    /// Names of indicators that find none and go to the first part.
    pub unplaced: Vec<String>,
    /// Names of the present parts that the other scheme does not have.
    pub dropped: Vec<String>,
    /// Indicators that the other scheme brings and the draft does not have by name.
    pub brought: Vec<String>,
    /// Whether the other scheme has no part for indicators, so that theirs would not count.
    pub uncounted: bool,
}

/// What another kind of document would do. Nothing typed is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindChange {
    /// Parts that the other document has besides.
    pub appearing: Vec<Chapter>,
    /// Parts that it does not have.
    pub hidden: Vec<Chapter>,
    /// Those of them in which something was typed.
    pub written: Vec<Chapter>,
}

/// What making another kind of document of a draft would do.
pub fn kind_change(draft: &Draft, kind: ReportKind) -> KindChange {
    let (before, after) = (Chapter::of_kind(draft.scheme.kind), Chapter::of_kind(kind));
    let missing = |from: &[Chapter], others: &[Chapter]| -> Vec<Chapter> {
        from.iter().filter(|part| !others.contains(part)).copied().collect()
    };
    let hidden = missing(before, after);
    let typed = draft.fields().into_iter();
    let typed = typed.filter(|field| draft.input(*field).is_some_and(|input| !input.is_blank()));
    let mut written: Vec<Chapter> = typed.map(Chapter::of).collect();
    if !draft.forms.is_empty() {
        written.push(Chapter::Projects);
    }
    KindChange {
        appearing: missing(after, before),
        written: hidden.iter().filter(|part| written.contains(part)).copied().collect(),
        hidden,
    }
}

/// What changing to a scheme would do. Nothing typed is lost either way.
pub fn change(draft: &Draft, scheme: &Scheme) -> SchemeChange {
    let several = scheme.indicator_parts().nth(1).is_some();
    let mut found = SchemeChange {
        uncounted: scheme.indicator_part().is_none() && !draft.indicators.is_empty(),
        ..SchemeChange::default()
    };
    for (order, row) in draft.indicators.iter().enumerate() {
        let place: Option<Id> = scheme.place_like(&draft.scheme, row.place);
        if place.is_some() || !several {
            found.placed += 1;
        } else if row.name.trim().is_empty() {
            found.unplaced.push(format!("第 {} 项指标", order + 1));
        } else {
            found.unplaced.push(row.name.trim().to_owned());
        }
    }
    let has_part = |name: &str| scheme.parts.iter().any(|part| part.name.trim() == name);
    let parts = draft.scheme.parts.iter().map(|part| part.name.trim());
    found.dropped = parts
        .filter(|name| !name.is_empty() && !has_part(name))
        .map(str::to_owned)
        .collect();
    found.brought = missing(draft, scheme).map(|row| row.name.trim().to_owned()).collect();
    found
}

/// The scheme's own indicators that the draft does not have by name.
pub fn missing<'a>(
    draft: &'a Draft,
    scheme: &'a Scheme,
) -> impl Iterator<Item = &'a crate::domain::scheme::indicator::Indicator> {
    scheme.indicators.iter().filter(|own| {
        let has = |row: &crate::domain::scheme::indicator::Indicator| row.name.trim() == own.name.trim();
        !draft.indicators.iter().any(|row| has(row))
    })
}
