//! What was typed: the sections of a draft, the address of each input, and the edits that change them.

pub mod approved;
pub mod blank_rows;
pub mod budget;
pub mod chapter;
pub mod comparison;
pub mod department;
pub mod draft;
pub mod edit;
pub mod every_field;
pub mod field;
pub mod form_texts;
mod in_step;
pub mod last_year;
pub mod names;
pub mod narrative;
pub mod objective;
pub mod own_wording;
pub mod place;
pub mod prose_fields;
pub mod scheme_change;
pub mod scheme_field;
pub mod scheme_numbers;
pub mod scheme_place;
pub mod set_aside;
pub mod source;
pub mod taken;
pub mod unsettled;
