//! 表号: the tables of the report in the order in which they stand, those that it makes and those of the office's own.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, OutlineField};
use crate::domain::draft::narrative::Section;
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::prose::pasted::{TableNumber, captions};
use crate::domain::scheme::outline::Content;
use crate::domain::scheme::scheme::ReportKind;

/// A table of the office's own, pasted into a text under a caption with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTable<'a> {
    /// Where it is written.
    pub field: Field,
    /// The whole text there.
    pub text: &'a str,
    /// Its caption.
    pub caption: &'a str,
    /// The number that it has, and where in the text.
    pub number: TableNumber,
    /// The number that it should have: which table of the report it is, from 1.
    pub place: usize,
}

/// The office's own tables, in their order.
pub fn own_tables(draft: &Draft) -> Vec<OwnTable<'_>> {
    let mut count = Count {
        tables: Vec::new(),
        all: 0,
    };
    // A project's form has no text.
    if draft.scheme.kind == ReportKind::Department {
        draft.scheme.outline.iter().for_each(|section| {
            if section.content == Content::Text {
                count.text(Field::Outline(section.id, OutlineField::Text), &section.text);
            }
            of_content(section.content, draft, &mut count);
        });
    }
    count.tables
}

struct Count<'a> {
    tables: Vec<OwnTable<'a>>,
    all: usize,
}

impl<'a> Count<'a> {
    fn text(&mut self, field: Field, text: &'a str) {
        if !text.contains('\t') {
            return;
        }
        for (caption, number) in captions(text) {
            self.all += 1;
            self.tables.push(OwnTable {
                field,
                text,
                caption,
                number,
                place: self.all,
            });
        }
    }

    fn sections(&mut self, rows: &'a [Section]) {
        for row in rows {
            self.text(Field::SectionText(row.id), &row.text);
            self.sections(&row.sections);
        }
    }
}

/// What stands under a heading, in the order in which the report prints it.
fn of_content<'a>(content: Content, draft: &'a Draft, count: &mut Count<'a>) {
    let wording = |kind: WordingKind| (Field::Wording(kind), draft.wordings.get(kind).text.as_str());
    let in_text = !draft.indicators.is_empty() && !draft.scheme.table_form.is_annex();
    let mut texts = |texts: &[(Field, &'a str)]| texts.iter().for_each(|(field, text)| count.text(*field, text));
    match content {
        Content::Heading | Content::Text | Content::Objectives => {}
        Content::Department => texts(&[(Field::Duties, &draft.department.duties)]),
        Content::Work => {
            texts(&[(Field::WorkOverview, &draft.work.overview)]);
            count.sections(&draft.work.sections);
        }
        Content::Money => texts(&[
            wording(WordingKind::Money),
            wording(WordingKind::Adjustment),
            (Field::ExecutionReason, &draft.budget.execution_reason),
        ]),
        Content::OverallObjective => texts(&[(Field::OverallObjective, &draft.objectives.overall)]),
        Content::Indicators => count.all += usize::from(in_text),
        Content::Monitoring => texts(&[(Field::MonitoringText, &draft.monitoring.text)]),
        Content::Conclusion => {
            texts(&[
                wording(WordingKind::Conclusion),
                (Field::Conclusion, &draft.results.conclusion),
            ]);
            count.all += usize::from(in_text);
        }
        Content::Completions => {
            for row in &draft.results.completions {
                count.text(Field::CompletionText(row.id), &row.text);
            }
        }
        Content::Projects => {
            count.all += usize::from(!draft.projects.rows.is_empty());
            count.text(Field::ProjectsNote, &draft.projects.note);
        }
        Content::Achievements => texts(&[(Field::Achievements, &draft.results.achievements)]),
        Content::Problems => {
            for row in &draft.problems {
                count.text(Field::Problem(row.id), &row.text);
            }
        }
        Content::Improvements => {
            for row in &draft.improvements {
                count.text(Field::Improvement(row.id), &row.text);
            }
        }
    }
}
