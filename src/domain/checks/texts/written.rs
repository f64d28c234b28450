//! 正文: every text that the office writes itself, outside the indicators, with its place in the report.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, OutlineField};
use crate::domain::draft::narrative::Section;
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::scheme::form_text::FormText;
use crate::domain::scheme::outline::Content;
use crate::domain::values::input::Choice;

/// One text of the report.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Where it is written.
    pub field: Field,
    /// What is written.
    pub text: &'a str,
    /// Under which heading it stands: 1 under 一、, 2 under （一）, 3 under 1., 4 under （1）; 0 where it is a
    /// heading itself.
    pub level: u8,
}

/// All texts that are not blank, in the order of the form, and last what of a source became figures.
pub fn written(draft: &Draft) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    let mut add = |field, text, level| all.push(Written { field, text, level });
    let level = |content| {
        let section = draft.scheme.outline.iter().find(|section| section.content == content);
        section.map_or(2, |section| section.level.number())
    };
    add(
        Field::Duties,
        draft.department.duties.as_str(),
        level(Content::Department),
    );
    let work = level(Content::Work);
    add(Field::WorkOverview, &draft.work.overview, work);
    sections(&draft.work.sections, work + 1, &mut add);
    let money = level(Content::Money);
    for kind in WordingKind::ALL {
        let content = match kind {
            WordingKind::Money | WordingKind::Adjustment => Content::Money,
            WordingKind::Conclusion => Content::Conclusion,
        };
        add(Field::Wording(*kind), &draft.wordings.get(*kind).text, level(content));
    }
    add(Field::AdjustmentReason, &draft.budget.adjustment_reason, money);
    add(Field::ExecutionReason, &draft.budget.execution_reason, money);
    for fund in &draft.budget.funds {
        add(Field::FundReason(fund.id), &fund.reason, money);
    }
    add(
        Field::OverallObjective,
        &draft.objectives.overall,
        level(Content::OverallObjective),
    );
    add(
        Field::ObjectiveActual,
        &draft.objectives.achieved,
        level(Content::OverallObjective),
    );
    for row in &draft.objectives.items {
        add(Field::ObjectiveText(row.id), &row.text, level(Content::Objectives));
    }
    add(
        Field::ObjectiveReason,
        &draft.objectives.stated_reason,
        level(Content::Conclusion),
    );
    add(
        Field::MonitoringText,
        &draft.monitoring.text,
        level(Content::Monitoring),
    );
    for row in &draft.monitoring.checkpoints {
        add(Field::CheckpointNote(row.id), &row.note, level(Content::Monitoring));
    }
    let projects = level(Content::Projects);
    for row in &draft.projects.rows {
        add(Field::ProjectTask(row.id), &row.task, projects);
        add(Field::ProjectCompletion(row.id), &row.completion, projects);
    }
    add(Field::ProjectsNote, &draft.projects.note, projects);
    add(Field::Conclusion, &draft.results.conclusion, level(Content::Conclusion));
    let completions = level(Content::Completions);
    for row in &draft.results.completions {
        add(Field::CompletionHeading(row.id), &row.heading, 0);
        add(Field::CompletionText(row.id), &row.text, completions + 1);
    }
    add(
        Field::Achievements,
        &draft.results.achievements,
        level(Content::Achievements),
    );
    for row in &draft.problems {
        add(Field::Problem(row.id), &row.text, level(Content::Problems) + 1);
    }
    for row in &draft.improvements {
        add(Field::Improvement(row.id), &row.text, level(Content::Improvements) + 1);
    }
    for text in FormText::ALL {
        let words = draft.form_texts.get(*text);
        add(Field::FormText(*text), words, level(Content::Indicators));
    }
    for row in &draft.scheme.outline {
        add(Field::Outline(row.id, OutlineField::Heading), &row.heading, 0);
        if row.content == Content::Text {
            add(
                Field::Outline(row.id, OutlineField::Text),
                &row.text,
                row.level.number(),
            );
        }
    }
    add(Field::SourceText, &draft.source.text, 2);
    all.retain(|written| !written.text.trim().is_empty());
    all
}

fn sections<'a>(rows: &'a [Section], level: u8, add: &mut impl FnMut(Field, &'a str, u8)) {
    for row in rows {
        add(Field::SectionHeading(row.id), &row.heading, 0);
        add(Field::SectionText(row.id), &row.text, level);
        sections(&row.sections, level + 1, add);
    }
}
