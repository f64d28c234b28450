//! What a draft that was made of last year's report takes from the office's own newest draft.

use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::shared::Shared;

use super::draft::{Draft, SchemeStanding};

impl Draft {
    /// Fills in what the report that it was made of did not say: 地区, and where no part and no indicator told a
    /// scheme, the office's own. The outline stays, as it holds the report's own headings and texts. A draft of
    /// another office or another document gives nothing. Says whether anything was filled in. A scheme that
    /// comes along so is still to be settled: the year before may have had another.
    pub fn settle_like(&mut self, own: &Draft) -> bool {
        let mut is_filled = false;
        let unit = self.basics.unit.trim();
        if unit.is_empty() || unit != own.basics.unit.trim() || self.scheme.kind != own.scheme.kind {
            return false;
        }
        if self.basics.place.trim().is_empty() && !own.basics.place.trim().is_empty() {
            is_filled = true;
            self.basics.place.clone_from(&own.basics.place);
        }
        if self.scheme.parts.is_empty() && self.indicators.is_empty() && !own.scheme.parts.is_empty() {
            let scheme = Scheme {
                outline: self.scheme.outline.clone(),
                indicators: Vec::new(),
                ..Scheme::clone(&own.scheme)
            };
            self.take_scheme(&Shared::new(scheme), SchemeStanding::Open);
            is_filled = true;
        }
        is_filled
    }
}
