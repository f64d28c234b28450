//! Any text is read without harm: ranges lie inside, in order, and on whole characters.

use std::ops::Range;

use jiping::domain::draft::field::Field;
use jiping::domain::facts::reading::tag::Tagged;
use jiping::domain::facts::text;
use jiping::domain::prose::answer::answers;
use jiping::domain::prose::bound::bounds;
use jiping::domain::prose::clause::{clauses, key_phrase};
use jiping::domain::prose::document_number::document_numbers;
use jiping::domain::prose::enumeration::enumerations;
use jiping::domain::prose::found::What;
use jiping::domain::prose::frequency::frequencies;
use jiping::domain::prose::list::counted_lists;
use jiping::domain::prose::quantified::is_measurable;
use jiping::domain::prose::quantity::quantities;
use jiping::domain::prose::range::ranges;
use jiping::domain::prose::similarity::{repeats, similarity};
use jiping::domain::prose::year::years;
use jiping::domain::values::amount::Amount;
use jiping::domain::values::input::Value;
use proptest::prelude::*;

/// All readings of a text by name, in the order in which they were found.
fn readings(text: &str) -> Vec<(&'static str, Vec<Range<usize>>)> {
    fn of<T>(all: Vec<T>, range: impl Fn(T) -> Range<usize>) -> Vec<Range<usize>> {
        all.into_iter().map(range).collect()
    }
    vec![
        ("quantities", of(quantities(text), |found| found.range)),
        ("bounds", of(bounds(text), |found| found.range)),
        ("ranges", of(ranges(text), |found| found.range)),
        ("frequencies", of(frequencies(text), |found| found.range)),
        ("years", of(years(text), |found| found.range)),
        ("document numbers", of(document_numbers(text), |found| found.range)),
        ("lists", of(counted_lists(text), |found| found.range)),
        ("enumerations", of(enumerations(text), |found| found.range)),
        ("numbers", of(Tagged::of(text, &quantities(text)).tags, |tag| tag.range)),
        ("clauses", of(clauses(text), |found| found.range)),
    ]
}

fn hold(text: &str) -> Result<(), TestCaseError> {
    for (name, ranges) in readings(text) {
        let mut end = 0;
        for range in ranges {
            prop_assert!(range.start >= end, "{name} {range:?} after {end}: {text:?}");
            prop_assert!(
                text.get(range.clone()).is_some_and(|words| !words.is_empty()),
                "{name} {range:?}: {text:?}"
            );
            end = range.end;
        }
    }
    let inner = counted_lists(text).into_iter().flat_map(|list| list.items);
    let inner = inner.chain(
        enumerations(text)
            .into_iter()
            .flat_map(|list| list.items)
            .map(|item| item.range),
    );
    for range in inner {
        prop_assert!(text.get(range.clone()).is_some(), "{range:?}: {text:?}");
    }
    for clause in clauses(text) {
        key_phrase(text, &clause);
        answers(text, &clause, text);
    }
    is_measurable(text, &quantities(text));
    let ledger = text::read(Field::WorkOverview, text, &quantities(text));
    for relation in &ledger.relations {
        prop_assert!(
            relation.facts().iter().all(|id| ledger.facts.get(*id).is_some()),
            "{relation:?}: {text:?}"
        );
    }
    ledger.causes();
    similarity(text, text);
    repeats(text, text);
    Ok(())
}

/// Pieces of which reports are made, so that chance meets the rules.
const PIECES: [&str; 72] = [
    "一是",
    "二是",
    "三是",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "两",
    "三",
    "〇",
    "百分之",
    "点",
    "成",
    "半",
    "以上",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "【",
    "】",
    "〔",
    "2022",
    "〕",
    "号",
    "第",
    "年",
    "月",
    "日",
    "每",
    "月",
    "季度",
    "/",
    "次",
    "场次",
    "个",
    "项",
    "户",
    "万元",
    "元",
    "%",
    "％",
    "不少于",
    "≥",
    "<=",
    "包括",
    "分别为",
    "：",
    "，",
    "、",
    "；",
    "。",
    "\n",
    " ",
    "1.",
    "2.",
    "①",
    "②",
    "其中",
    "低保",
    "1",
    "２",
    "，",
    ".",
    "—",
    "等",
    "完成",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn any_characters(text in "\\PC{0,80}") {
        hold(&text)?;
    }

    #[test]
    fn any_pieces_of_a_report(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        hold(&pieces.concat())?;
    }

    #[test]
    fn an_amount_as_printed_is_read_again(cents in 0_u64..100_000_000_000_000) {
        let amount = Amount::from_yuan(rust_decimal::Decimal::new(cents as i64, 2));
        let text = format!("共支出{}万元。", amount.shown());
        let found = quantities(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].what, &What::Money(amount));
    }
}

#[test]
fn long_texts_are_read_once_through() {
    // Tens of thousands of characters each: what goes back for every character would not end here.
    for piece in [
        "（",
        "完成3项，包括：1.甲",
        "一是",
        "每月",
        "160户（",
        "〔2022〕",
        "十",
        "，",
        " ",
        "1,",
    ] {
        let text = piece.repeat(4_000);
        readings(&text);
        is_measurable(&text, &quantities(&text));
        similarity(&text, &text);
    }
}
