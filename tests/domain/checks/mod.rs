//! Tests of `domain::checks`.

mod agreement;
mod approved;
mod catalogue;
mod choice;
mod doubt;
mod kinds_of_faults;
mod last_year;
mod marks;
mod numbers_of_texts;
mod of_source;
mod properties;
mod reviewers_eye;
mod reviewers_sums;
mod scheme;
mod slips;
mod slips_of_numbers;
mod spending;
mod texts;
