//! What pages are made of. Data comes down by props, events go up by one dispatch that never changes.
//!
//! Absent on purpose: storage, effects, the draft in a context.

pub mod alarm;
pub mod before_departure;
pub mod bound;
pub mod choice;
pub mod clipboard;
pub mod combobox;
pub mod comparison;
pub mod control;
pub mod dialog;
pub mod dispatch;
pub mod dock;
pub mod explain;
pub mod field;
pub mod figure;
pub mod finding;
pub mod form_choice;
pub mod form_picture;
pub mod grid;
pub mod grid_act;
pub mod grid_bar;
pub mod grid_cell;
pub mod icon;
pub mod last_year;
pub mod link_file;
pub mod live;
pub mod marked;
pub mod menu;
pub mod meter;
pub mod page_turn;
pub mod palette;
pub mod passphrase;
pub mod plain_bar;
pub mod prose;
pub mod prose_tools;
pub mod reference_picker;
pub mod rows;
pub mod section;
pub mod skip_link;
pub mod stepper;
pub mod tasks;
pub mod text_changes;
pub mod topbar;
