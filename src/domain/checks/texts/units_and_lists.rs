//! A8, D2 and E2 of a text by itself: units, counts with their lists, document numbers.

use crate::domain::values::input::Value;
use rust_decimal::Decimal;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::prose::document_number::{Bracket, document_numbers};
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::list::counted_lists;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::values::amount::Amount;

/// From here on (10 万元) an amount written in 元 beside others in 万元 is one too many units.
const LARGE: Decimal = Decimal::TEN;

/// Finds A8, D2 and E2 of one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText {
        field,
        text,
        quantities,
    } = *of;
    two_units(field, text, quantities, found);
    for list in counted_lists(text).iter().filter(|list| !list.agrees()) {
        let said = text.get(list.range.clone()).unwrap_or_default();
        let finding = Finding::new(
            Code::D2,
            field,
            format!(
                "说的是 {} {}，列出来的有 {} {}：“{}”。",
                list.stated.shown(),
                list.unit,
                list.listed,
                list.unit,
                excerpt(said, 24)
            ),
            "数一数列出的各项，改数目，或补上漏掉的、删去多余的。",
        );
        found.push(finding.about([(field, list.range.clone())]));
    }
    document_number_brackets(field, text, found);
}

fn two_units(field: Field, text: &str, quantities: &[Found], found: &mut Vec<Finding>) {
    let amounts = || {
        quantities.iter().filter_map(|quantity| match &quantity.what {
            What::Money(amount) => Some((quantity, amount.decimal(), text.get(quantity.range.clone())?)),
            _ => None,
        })
    };
    let written = |unit: fn(&str) -> bool| {
        amounts().find_map(|(quantity, amount, said)| {
            // "12万元/户" is a rate per something, which has a unit of its own.
            let after = text.get(quantity.range.end..)?.chars().next();
            let before = text.get(..quantity.range.start)?;
            let is_per = || matches!(after, Some('/' | '／' | '每')) || is_per(before);
            // 2,436.58万元（即24,365,800元）: the same once more, as precise as one writes 万元.
            let printed = |amount: Decimal| Amount::from_ten_thousand_yuan(amount).printed();
            let is_same = || amounts().any(|(_, other, how)| how != said && printed(other) == printed(amount));
            (unit(said) && amount >= LARGE && !is_per() && !is_same()).then_some(said)
        })
    };
    let in_yuan = written(|said| {
        said.ends_with('元') && !said.ends_with("万元") && !said.ends_with("亿元") && !said.ends_with("千元")
    });
    let in_ten_thousand = written(|said| said.ends_with("万元"));
    if let (Some(yuan), Some(other)) = (in_yuan, in_ten_thousand) {
        let same = Amount::read(yuan).map(|amount| format!("，即 {} 万元", amount.printed()));
        found.push(Finding::new(
            Code::A8,
            field,
            format!("这里有的金额用元（{yuan}），有的用万元（{other}）。"),
            format!("全文统一用万元{}。", same.unwrap_or_default()),
        ));
    }
}

/// Whether an amount is for each of something: 人均152,300元, 每户补助120,000元.
fn is_per(before: &str) -> bool {
    const EACH: WordList = WordList::of(&[
        "每",
        "均",
        "单价",
        "单台",
        "单套",
        "单个",
        "价格",
        "标准",
        "最高",
        "最低",
        "一次性",
    ]);
    EACH.any_in(stops::last(before, Mark::Item))
}

/// E2 in the numbers of the documents that the report rests on.
pub fn of_documents(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    for row in &of.draft.basics.basis {
        document_number_brackets(Field::BasisNumber(row.id), &row.number, found);
    }
}

/// E2 in every text, in the names of documents too; one edit mends all of a text.
fn document_number_brackets(field: Field, text: &str, found: &mut Vec<Finding>) {
    // An array of one: a single wide character is searched for as a word is, at several times the cost.
    if !text.contains(['号']) {
        return;
    }
    let numbers = document_numbers(text);
    let wrong: Vec<_> = numbers
        .iter()
        .filter(|number| number.bracket != Bracket::Hexagonal)
        .collect();
    let Some(first) = wrong.first() else { return };
    let mut mended = text.to_owned();
    for number in wrong.iter().rev() {
        mended.replace_range(number.range.clone(), &number.official());
    }
    let said = text.get(first.range.clone()).unwrap_or_default();
    found.push(
        Finding::new(
            Code::E2,
            field,
            format!("文号“{said}”的年份要用六角括号，写作“{}”。", first.official()),
            "公文的年份用〔〕括入，不用【】、[] 或（）。",
        )
        .with_fix("改成六角括号", Edit::Set(field, mended)),
    );
}
