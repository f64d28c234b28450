//! Writes the project file of an open draft again and again. Rows that are as they were keep their text, so that a
//! save costs what was changed since the one before.

use crate::domain::draft::draft::Draft;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::shared::Shared;

use super::lineage::Stamp;
use super::project_file;

/// What was written last, row by row.
#[derive(Default)]
pub struct Scribe {
    rows: Vec<(Shared<Indicator>, String)>,
}

impl Scribe {
    /// The same bytes as [`project_file::write_copy`] gives.
    pub fn write_copy(&mut self, draft: &Draft, saved_at: &str, copy: Option<(&str, &Stamp)>) -> String {
        let mut known = std::mem::take(&mut self.rows).into_iter();
        let rows = draft.indicators.iter().map(|row| match known.next() {
            Some((earlier, text)) if earlier.is_same(row) => (earlier, text),
            _ => (row.clone(), written(row)),
        });
        self.rows = rows.collect();
        // In the place of the rows stands one whose name no text can have: what is typed and what is read is clean of
        // control characters.
        let mark = Indicator {
            name: "\0".to_owned(),
            ..Indicator::default()
        };
        let place = written(&mark);
        let mut frame = draft.clone();
        frame.indicators = vec![Shared::new(mark)];
        let frame = project_file::write_copy(&frame, saved_at, copy);
        let Some((head, tail)) = frame.split_once(&place) else {
            return project_file::write_copy(draft, saved_at, copy);
        };
        let length: usize = self.rows.iter().map(|(_, text)| text.len() + 1).sum();
        let mut file = String::with_capacity(frame.len() + length);
        file.push_str(head);
        for (place, (_, text)) in self.rows.iter().enumerate() {
            if place > 0 {
                file.push(',');
            }
            file.push_str(text);
        }
        file.push_str(tail);
        file
    }
}

fn written(row: &Indicator) -> String {
    // A row is text, numbers as text, and lists, all of which JSON can hold; there is no way to fail.
    serde_json::to_string(row).unwrap_or_default()
}
