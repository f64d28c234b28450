//! Each word of money and of heads means the same to import, to references and to the checks.

use jiping::documents::import::text::columns::loose_column;
use jiping::documents::import::text::money_words::{Label, label};
use jiping::domain::draft::budget::Column as Sum;
use jiping::domain::facts::reading::fact::Measure;
use jiping::domain::facts::reading::names::measure_of;
use jiping::domain::facts::reading::printed::Kind;
use jiping::domain::facts::reading::table::{Column, tables};
use jiping::domain::facts::relations::shares::office_whole;
use jiping::domain::references::figure_names::{self, Named, name_at_end};
use jiping::domain::vocabulary::heads::{Column as Head, PARTS, WORDS};
use jiping::domain::vocabulary::money::{BEFORE_NUMBERS, GIVEN, Money, NAMES, SOURCES, SOURCES_BROADLY, SPENDING};

fn measure(words: &str) -> Measure {
    measure_of(words, 0..words.len(), &Kind::Money).0
}

#[test]
fn a_name_of_an_amount_is_known_to_all() {
    for (money, words) in &NAMES {
        for word in words.words() {
            let Label { column, is_else, .. } = label(word);
            match money {
                Money::Received => assert_eq!(column, Some(Sum::Adjusted), "import of {word}"),
                Money::Unspent => assert!(is_else && column.is_none(), "import of {word}"),
                money => assert_eq!((column, is_else), (money.column(), false), "import of {word}"),
            }
            assert_eq!(measure(word), Measure::from(*money), "checks of {word}");
            assert_eq!(office_whole(word), Some(Measure::from(*money)), "shares of {word}");
            let named = name_at_end(word, figure_names::Measure::Money);
            let is_known = match named {
                Some((Named::Column(column), "")) => Some(column) == money.column(),
                Some((Named::Only(_), "")) => *money == Money::Unspent,
                _ => *money == Money::Received,
            };
            assert!(is_known, "references of {word}: {named:?}");
        }
    }
}

#[test]
fn what_is_less_than_a_name_is_known_to_those_who_can_tell() {
    for word in SPENDING.words() {
        assert_eq!(label(word).column, Some(Sum::Executed), "import of {word}");
        assert_eq!(measure(word), Measure::Executed, "checks of {word}");
    }
    for word in GIVEN.words() {
        assert_eq!(label(word).column, Some(Sum::Initial), "import of {word}");
        assert_eq!(measure(word), Measure::Adjusted, "checks of {word}");
    }
    for (money, words) in &BEFORE_NUMBERS {
        for word in words.words() {
            assert_eq!(measure(word), Measure::from(*money), "checks of {word}");
        }
    }
    for (source, words) in SOURCES.iter().chain(&SOURCES_BROADLY) {
        for word in words.words() {
            assert_eq!(label(word).source, Some(*source), "import of {word}");
        }
    }
}

/// What the checks of tables see below a head.
fn seen(head: &str) -> Column {
    let text = format!("名称\t说明\t{head}\n甲\t一\t1\n乙\t二\t2\n丙\t三\t3\n");
    tables(&text)[0].columns[2]
}

#[test]
fn a_head_is_known_to_all() {
    for (word, _) in WORDS.iter().chain(PARTS) {
        let known = jiping::documents::import::text::columns::ranked(word).map(|(_, head)| head);
        let Some(head) = known else {
            panic!("nobody knows {word}")
        };
        let import = loose_column(word).or(jiping::documents::import::text::columns::column(word));
        assert!(import.is_some(), "import of {word}");
        let expected = match head {
            Head::Target | Head::AdjustedTarget => Column::Target,
            Head::Actual | Head::Analysis => Column::Actual,
            Head::Weight => Column::Weight,
            Head::Score => Column::Score,
            Head::Unit => Column::Unit,
            Head::Share => Column::Share,
            // What came in is neither budget nor spending.
            Head::Budget | Head::Money(Sum::Adjusted) if !word.contains("到位") => Column::Budget,
            Head::Money(Sum::Executed) => Column::Spent,
            Head::Rate if *word != "率" => Column::Rate,
            // 年初预算 is no part of a rate, and words, levels and offices are nothing to reckon with. A name below
            // which numbers stand is none.
            _ => Column::Other,
        };
        assert_eq!(seen(word), expected, "checks of {word}");
    }
}
