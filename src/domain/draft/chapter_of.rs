//! In which part of the report each field is filled in.

use super::chapter::Chapter;
use super::field::{Field, List, RuleOwner};
use super::fields::about;
use super::own_wording::WordingKind;

impl Chapter {
    /// The part in which a field is filled in.
    pub fn of(field: Field) -> Chapter {
        if let Some(about) = about(field) {
            return about.chapter;
        }
        match field {
            Field::Rows(List::Basis) => Chapter::Basics,
            Field::Rows(List::Divisions | List::SubordinateUnits) => Chapter::Department,
            Field::SectionHeading(_) | Field::SectionText(_) | Field::Rows(List::Sections(_)) => Chapter::Work,
            Field::FundAmount(..)
            | Field::StatedTotal(_)
            | Field::NatureAmount(..)
            | Field::Wording(WordingKind::Money | WordingKind::Adjustment)
            | Field::Rows(List::Funds) => Chapter::Budget,
            Field::Rows(List::Objectives) => Chapter::Objectives,
            Field::Scheme(_)
            | Field::Outline(..)
            | Field::Part(..)
            | Field::Group(..)
            | Field::CheckpointTarget(..)
            | Field::Rule(RuleOwner::Part(_), _)
            | Field::GradeBound(_)
            | Field::AttainmentBound(_)
            | Field::Rows(
                List::Outline
                | List::Parts
                | List::Groups(_)
                | List::CheckpointTargets(_)
                | List::Tiers(RuleOwner::Part(_)),
            ) => Chapter::Scheme,
            Field::FormText(_)
            | Field::Indicator(..)
            | Field::Measure(..)
            | Field::Item(..)
            | Field::Rule(RuleOwner::Indicator(_), _)
            | Field::EvidenceName(..)
            | Field::EvidencePlace(..)
            | Field::Rows(
                List::Indicators
                | List::Measures(_)
                | List::Items(_)
                | List::Evidence(_)
                | List::Tiers(RuleOwner::Indicator(_)),
            ) => Chapter::Indicators,
            Field::Rows(List::Checkpoints) => Chapter::Monitoring,
            Field::Rows(List::Projects | List::Forms) => Chapter::Projects,
            Field::Wording(WordingKind::Conclusion) | Field::Rows(List::Completions) => Chapter::Results,
            Field::Rows(List::Problems | List::Improvements) => Chapter::Problems,
            // Findings of every part are set aside on one page, which is no part; the report ends here.
            Field::Rows(List::SetAside) => Chapter::Problems,
            // All others have a line in the table.
            _ => Chapter::Basics,
        }
    }
}
