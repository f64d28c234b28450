//! Which numbers of a draft have a 算式, and how it comes and goes with what is typed.

use crate::domain::values::arithmetic::is_calculation;
use crate::domain::values::parse::half_width;

use super::draft::Draft;
use super::field::Field;
use super::working::Working;

impl Draft {
    /// The calculation that the number of a field was typed as.
    pub fn working(&self, field: Field) -> Option<&str> {
        if self.workings.is_empty() {
            return None;
        }
        let key = field.key();
        let found = self.workings.iter().find(|row| row.field == key);
        found.map(|row| row.calculation.as_str())
    }

    /// Takes note of what was typed as a number: a calculation stays beside it, anything else ends the one before.
    /// Says whether the note changed.
    pub(super) fn note_working(&mut self, field: Field, typed: &str, is_number: bool) -> bool {
        let is_working = is_number && is_calculation(&half_width(typed));
        if !is_working && self.workings.is_empty() {
            return false;
        }
        let key = field.key();
        let before = self.workings.len();
        if !is_working {
            self.workings.retain(|row| row.field != key);
            return self.workings.len() < before;
        }
        let calculation = half_width(typed);
        match self.workings.iter_mut().find(|row| row.field == key) {
            Some(row) => crate::domain::values::input::replace(&mut row.calculation, calculation),
            None => {
                self.workings.push(Working {
                    field: key,
                    calculation,
                });
                true
            }
        }
    }
}
