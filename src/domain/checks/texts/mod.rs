//! Checks of texts against the data and against themselves: A8, D1 to D6, E1 to E6, E8.

pub mod aims;
pub mod compared_years;
pub mod dates_in_order;
pub mod fact;
pub mod figures_in_words;
pub mod grade_claims;
pub mod headings;
pub mod numbers_of_texts;
pub mod other_offices;
pub mod pasted_table;
pub mod reading;
pub mod references;
pub mod repeated;
pub mod row_names;
pub mod rows_in_words;
pub mod same_digits;
pub mod same_fact;
pub mod score_claims;
pub mod shares_in_words;
pub mod signs;
pub mod table_numbers;
pub mod texts;
pub mod units_and_lists;
pub mod weight_claims;
pub mod written;
pub mod year_and_office;
