//! 检查: what reviewers look for, one module per kind of fault. The catalogue of all codes is `domain/catalogue.rs`.

pub mod across;
pub mod doubt;
pub mod evidence;
pub mod excerpt;
pub mod figures;
pub mod form;
pub mod headings;
pub mod marks;
pub mod money;
pub mod own_year;
pub mod pasted_table;
pub mod prose;
pub mod reading;
pub mod references;
pub mod repeated;
pub mod result_in_words;
pub mod run;
pub mod said_marks;
pub mod said_numbers;
pub mod said_subject;
pub mod said_weights;
pub mod same_fact;
pub mod scoring;
pub mod signs;
pub mod spending;
pub mod weights;
