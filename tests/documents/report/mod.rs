//! Tests of `documents::report`.

mod department_form;
mod forms;
mod pagination;
mod project_form;
mod report;
mod review_list;
