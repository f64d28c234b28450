//! 空行: rows that were added and not written in. They are neither printed nor counted.

use std::borrow::Cow;

use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::input::Input;
use crate::domain::values::shared::Shared;

use super::budget::Project;
use super::draft::Draft;
use super::narrative::Section;

impl Draft {
    /// The indicators in which something was typed.
    pub fn written_indicators(&self) -> impl Iterator<Item = &Shared<Indicator>> {
        self.indicators.iter().filter(|row| !row.is_blank())
    }

    /// The projects in which something was typed.
    pub fn written_projects(&self) -> impl Iterator<Item = &Project> {
        self.projects.rows.iter().filter(|row| !row.is_blank())
    }

    /// The draft without its blank rows; itself where there are none.
    pub fn without_blank_rows(&self) -> Cow<'_, Draft> {
        let mut written = self.clone();
        written.drop_blank_rows();
        match written == *self {
            true => Cow::Borrowed(self),
            false => Cow::Owned(written),
        }
    }

    fn drop_blank_rows(&mut self) {
        fn said(texts: &[&String]) -> bool {
            texts.iter().any(|text| !Input::is_blank(*text))
        }
        fn sections(rows: &mut Vec<Section>) {
            rows.iter_mut().for_each(|row| sections(&mut row.sections));
            rows.retain(|row| said(&[&row.heading, &row.text]) || !row.sections.is_empty());
        }
        self.basics.basis.retain(|row| said(&[&row.title, &row.number]));
        self.department
            .divisions
            .retain(|row| said(&[&row.name, &row.second_name]));
        self.department.subordinate_units.retain(|row| said(&[&row.name]));
        sections(&mut self.work.sections);
        self.objectives.items.retain(|row| !row.is_blank());
        self.indicators.retain(|row| !row.is_blank());
        self.monitoring
            .checkpoints
            .retain(|row| said(&[&row.note]) || !(row.month.is_blank() && row.executed.is_blank()));
        self.projects.rows.retain(|row| !row.is_blank());
        self.results.completions.retain(|row| said(&[&row.heading, &row.text]));
        self.problems.retain(|row| said(&[&row.text]));
        self.improvements.retain(|row| said(&[&row.text]));
    }
}
