//! The outline of a draft made of another report: what that report does not have, nobody is asked to write.

use crate::domain::draft::draft::Draft;
use crate::domain::scheme::outline::{Content, Level};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Input;

/// Takes the parts out of the outline of which the report says nothing, and headings with nothing left below them.
pub(super) fn leave_out(draft: &mut Draft) {
    let mut outline = draft.scheme.outline.clone();
    outline.retain(|section| match draft.scheme.kind {
        ReportKind::Department => says(draft, section.content),
        // The form of a project has its rows anyway, but for 年度总体目标, which many places leave out.
        ReportKind::Project => section.content != Content::OverallObjective || says(draft, section.content),
    });
    let mut place = 0;
    while place < outline.len() {
        let below = outline.get(place + 1);
        let is_bare =
            outline[place].content == Content::Heading && below.is_none_or(|below| below.level <= outline[place].level);
        if is_bare {
            outline.remove(place);
            // The heading above may have lost the only one below it.
            place = place.saturating_sub(1);
        } else {
            place += 1;
        }
    }
    if outline != draft.scheme.outline {
        draft.scheme.make_mut().outline = outline;
    }
}

/// A heading stands at most one level below the one before it: a part of another report may have had a level between
/// that ours does not have.
pub(super) fn close_levels(draft: &mut Draft) {
    let mut outline = draft.scheme.outline.clone();
    let mut above: Option<Level> = None;
    for section in &mut outline {
        let deepest = match above {
            None => Level::First,
            Some(Level::First) => Level::Second,
            Some(_) => Level::Third,
        };
        section.level = section.level.min(deepest);
        above = Some(section.level);
    }
    if outline != draft.scheme.outline {
        draft.scheme.make_mut().outline = outline;
    }
}

/// Whether a draft has anything to say in a part.
fn says(draft: &Draft, content: Content) -> bool {
    let filled = |text: &String| !Input::is_blank(text);
    match content {
        Content::Heading | Content::Text => true,
        Content::Department => {
            let department = &draft.department;
            filled(&department.duties) || !department.divisions.is_empty()
        }
        Content::Work => filled(&draft.work.overview) || !draft.work.sections.is_empty(),
        Content::Objectives => !draft.objectives.items.is_empty(),
        Content::OverallObjective => filled(&draft.objectives.overall) || filled(&draft.objectives.achieved),
        Content::Money => {
            let budget = &draft.budget;
            let funds = budget.funds.iter().any(|fund| !fund.amounts.is_blank());
            funds || !budget.stated.is_blank() || !budget.stated_execution_rate.is_blank()
        }
        Content::Indicators => !draft.indicators.is_empty(),
        Content::Monitoring => filled(&draft.monitoring.text),
        Content::Conclusion => {
            filled(&draft.results.conclusion) || draft.stated_grade.is_some() || !draft.stated_score.is_blank()
        }
        Content::Completions => !draft.results.completions.is_empty(),
        Content::Projects => !draft.projects.rows.is_empty() || filled(&draft.projects.note) || !draft.forms.is_empty(),
        Content::Achievements => filled(&draft.results.achievements),
        Content::Problems => !draft.problems.is_empty(),
        Content::Improvements => !draft.improvements.is_empty(),
    }
}
