//! 评分方案 as data: parts, rules, indicators, formulas, outline; no arithmetic.

pub mod form_text;
pub mod formula;
pub mod home;
pub mod indicator;
pub mod layout;
pub mod layouts;
pub mod layouts_of_projects;
pub mod outline;
pub mod part;
pub mod project_columns;
pub mod review;
pub mod rule;
pub mod scheme;
pub mod scope;
pub mod survey;
pub mod table_form;
pub mod tables_of;
pub mod template;
