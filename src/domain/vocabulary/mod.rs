//! 行话: the words by which offices call the amounts, columns and bodies of a report. Import, references and checks ask the
//! same tables; where a word is not for all of them, it stands apart with the reason.

pub mod heads;
pub mod money;
pub mod offices;
