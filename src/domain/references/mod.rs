//! How figures and words are held together, both ways: {{执行率}} and typed numbers that speak of a figure.
//!
//! A report says its figures twice, in tables and in sentences, and is sent back where the two differ. There are
//! two ways to keep them together. Where the text has `{{执行率}}`, the number is not in the text at all:
//! `quoting` finds the name, `reference` has the closed set of names with the figure behind each, and every
//! document prints the value of the day. Where somebody typed the number, `figure_mention` asks of which figure it
//! speaks, and the checks compare.
//!
//! Take “全年支出20571.11万元，执行率97.88%，其中政府性基金支出787.42万元。” with data of the same amounts.
//!
//! 1. `prose::quantity` has found three quantities: two amounts, one percentage.
//! 2. `figure_names` looks at what stands right before each: 支出 is a name of the column 执行数, 执行率 of the rate.
//! 3. `figure_context` asks whether the words around make it somebody else's: another year, a plan, a limit (不低于),
//!    a rule, a part of a list. 其中 opens a list of sources, so the third amount is one of 政府性基金, not of the whole.
//! 4. A name with an unknown word before it says nothing: “劳务派遣支出787.42万元” is not about the fund.
//! 5. What is left is a `Mention`: range, figure, what was said. `checks::texts::figures_in_words` holds it against the
//!    data to as many decimals as were typed, and offers the reference that would end the question.
//!
//! What can be read in two ways yields nothing: a false alarm costs more trust than a missed number.

pub mod figure_context;
pub mod figure_mention;
pub mod figure_names;
pub mod figure_tokens;
pub mod quoting;
pub mod reference;
pub mod span;
pub mod stated;
pub mod table_numbers;
pub mod wording;
