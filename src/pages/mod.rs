//! The pages: one per part of the report, the list of drafts, the findings, the preview.
//!
//! Absent on purpose: storage, effects, rules. A page shows the workspace and sends messages.

pub mod basics;
pub mod budget;
pub mod checks;
pub mod department;
pub mod editor;
pub mod forms;
pub mod full_text;
pub mod help;
pub mod indicators;
pub mod intake;
pub mod leaves;
pub mod monitoring;
pub mod new_report;
pub mod objectives;
pub mod overview;
pub mod page;
pub mod paper;
pub mod paper_chart;
pub mod paper_marks;
pub mod paper_view;
pub mod preview;
pub mod previous_money;
pub mod problems;
pub mod projects;
pub mod read_from;
pub mod reasons;
pub mod recovery;
pub mod replace;
pub mod results;
pub mod row_table;
pub mod rule;
pub mod scheme;
pub mod start;
pub mod tables;
pub mod verify;
pub mod versions;
pub mod ways;
pub mod wording;
pub mod work;
