//! The inputs that 查找 finds: which of them the pages show, and what each is called there.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List, PartField, SchemeField};
use crate::domain::draft::form_texts::form_texts_asked;
use crate::domain::draft::names;
use crate::domain::evaluation::reasons;
use crate::domain::scheme::form_text::FormText;
use crate::domain::scheme::part::PartRule;
use crate::domain::scheme::project_columns::has_project_money;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Input;

use super::workspace::Workspace;

/// So many characters of a text of the office's own serve as its label.
const LABEL: usize = 40;

/// Whether a page has this input now: some are asked only by some forms, or once a limit is crossed.
pub fn is_asked(workspace: &Workspace, field: Field) -> bool {
    let (draft, evaluation) = (&*workspace.draft, &*workspace.evaluation);
    let is_project = draft.scheme.kind == ReportKind::Project;
    let asks = |text: FormText| form_texts_asked(&draft.scheme).any(|foot| foot.shows == text);
    match field {
        Field::DraftName | Field::Scheme(SchemeField::Kind) => false,
        Field::ProjectTitle | Field::CompetentDepartment => is_project,
        Field::ShortName
        | Field::ReportDate
        | Field::Cover
        | Field::Contents
        | Field::Charts
        | Field::Rows(List::Basis) => !is_project,
        Field::BasisTitle(_) | Field::BasisNumber(_) => !is_project,
        Field::ObjectiveText(_) | Field::ObjectiveAchieved(_) | Field::Rows(List::Objectives) => !is_project,
        Field::AdjustmentReason => {
            reasons::adjustment(draft, evaluation).is_some() || !draft.budget.adjustment_reason.is_blank()
        }
        Field::ExecutionReason => {
            reasons::execution(draft, evaluation).is_some() || !draft.budget.execution_reason.is_blank()
        }
        Field::FundReason(id) => reasons::sources(draft, evaluation).any(|(fund, _)| fund.id == id),
        Field::ObjectiveActual => is_project || draft.scheme.table_form.is_annex(),
        Field::ObjectiveScore | Field::ObjectiveReason => {
            let by_objectives = |rule| rule == PartRule::ObjectiveShare;
            !is_project && draft.scheme.parts.iter().any(|part| by_objectives(part.rule))
        }
        Field::ProjectInitial(_) | Field::ProjectBudget(_) | Field::ProjectCompletion(_) => {
            has_project_money(&draft.scheme)
        }
        Field::FormText(text) => asks(text),
        _ => true,
    }
}

/// What an input is called here; none where its neighbour leads to the same place.
pub fn label(draft: &Draft, field: Field) -> Option<String> {
    use Field::*;
    let own = |field: Field| {
        let text: String = draft.text(field).split_whitespace().collect();
        let is_long = text.chars().count() > LABEL;
        let short: String = text.chars().take(LABEL).collect();
        (!text.is_empty()).then(|| format!("{short}{}", if is_long { "…" } else { "" }))
    };
    let of = |owner: Field| Some(format!("{}的{}", own(owner)?, names::short_name(field)));
    match field {
        BasisTitle(_)
        | BasisNumber(_)
        | DivisionName(_)
        | DivisionSecondName(_)
        | SubordinateUnit(_)
        | SectionHeading(_)
        | ObjectiveText(_)
        | CompletionHeading(_)
        | Problem(_)
        | Improvement(_)
        | ProjectName(_)
        | Part(_, PartField::Name) => own(field),
        SectionText(id) => of(SectionHeading(id)),
        CompletionText(id) => of(CompletionHeading(id)),
        ObjectiveAchieved(id) => of(ObjectiveText(id)),
        ProjectTask(id) | ProjectInitial(id) | ProjectBudget(id) | ProjectAmount(id) | ProjectCompletion(id) => {
            of(ProjectName(id))
        }
        CheckpointExecuted(id) | CheckpointNote(id) => {
            Some(format!("{}月的{}", own(CheckpointMonth(id))?, names::short_name(field)))
        }
        CheckpointMonth(_) | FundSource(_) | SetAsideReason(_) | SchemeStanding | SourceWhole | SourceText => None,
        _ if field.is_of_scheme() && !matches!(field, Scheme(_) | Part(..) | GradeBound(_)) => None,
        _ => Some(names::full_name(draft, field)),
    }
}
