//! Tests of `documents::report`.

mod annex_list;
mod column_widths;
mod department_form;
mod feet;
mod forms;
mod layouts;
mod marks;
mod origins;
mod pagination;
mod project_form;
mod report;
mod review_list;
mod table_numbers;
