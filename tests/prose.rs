//! Quantities in Chinese prose: what is read, and what is left alone because it could be read in two ways.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

use jiping::domain::input::{Choice, Value};
use jiping::domain::prose::bound::bounds;
use jiping::domain::prose::quantity::{What, quantities};
use proptest::prelude::*;

/// Quantities as words: money in 万元, percents, counts with units, dates.
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = quantities(text)
        .into_iter()
        .map(|found| match found.what {
            What::Money(amount) => format!("{} 万元", amount.written()),
            What::Percent(rate) => rate.printed_percent(),
            What::Count(count, unit) => format!("{} {unit}", count.written()),
            What::Date(date) => date.printed(),
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_is_read() {
    check("年初预算15,329.35万元", &["15329.35 万元"]);
    check("执行数 20,571.11\u{3000}万元，支出 0万元", &["20571.11 万元", "0 万元"]);
    check("生产总值67.57亿元，人均 3500元", &["675700 万元", "0.35 万元"]);
    check("１５，３２９．３５万元", &["15329.35 万元"]);
    check("执行率为97.88%，完成率 100％", &["97.88%", "100.00%"]);
    check(
        "培训30 场次、宣传 45场次，惠及1.2万人次",
        &["30 场次", "45 场次", "1.2 万人次"],
    );
    check(
        "160户（低保146户，低边8户，特困6户）",
        &["160 户", "146 户", "8 户", "6 户"],
    );
    check("2023年3月18日前完成", &["2023年3月18日"]);
    check("2022 年度完成 5项工程", &["5 项"]);
    check("占地1200平方米，绿化3公顷", &["1200 平方米", "3 公顷"]);
}

#[test]
fn what_could_be_read_in_two_ways_is_left_alone() {
    for text in [
        "每次3—5个",
        "10～20人",
        "1-12月",
        "第6个",
        "第 3 次会议",
        "云就办【2022】2 号",
        "“0408”疫情",
        "“4+5+1”制度",
        "7,00.0,77万元",
        "三个代表",
        "A3个",
        "数字 12 后面没有单位",
        "2023年2月30日",
        "8＋3专项",
    ] {
        let found = quantities(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn targets_say_how_they_bind() {
    let read = |text: &str| {
        let all = bounds(text).into_iter();
        all.map(|bound| format!("{}{}{}", bound.comparator.label(), bound.value.written(), bound.unit))
            .collect::<Vec<_>>()
            .join("；")
    };
    for (text, expected) in [
        ("不少于3个且全部验收合格", "≥3个"),
        ("培训不少于 30 场次、宣传不少于45场次", "≥30场次；≥45场次"),
        ("服务满意率 95%以上", "≥95%"),
        ("≥90%", "≥90%"),
        ("≤10天", "≤10天"),
        ("控制在 5 个工作日以内", "≤5个工作日"),
        ("小于等于3次", "≤3次"),
        ("完成5项市政工程", "=5项"),
        ("投入不超过100万元", ""),
        ("100%", "=100%"),
        ("3次以内", "≤3次"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_in_order_and_within_bounds(text in "[0-9０-９,，.．％%元万亿个户年月日第—～ 不少于以上a-z]{0,60}|\\PC{0,60}") {
        let mut end = 0;
        for found in quantities(&text) {
            prop_assert!(found.range.start >= end && found.range.end <= text.len());
            prop_assert!(text.get(found.range.clone()).is_some_and(|words| !words.is_empty()));
            end = found.range.end;
        }
        for bound in bounds(&text) {
            prop_assert!(text.get(bound.range).is_some());
        }
    }

    #[test]
    fn an_amount_as_printed_is_read_again(cents in 0_u64..100_000_000_000_000) {
        let amount = jiping::domain::amount::Amount::from_yuan(rust_decimal::Decimal::new(cents as i64, 2));
        let text = format!("共支出{}万元。", amount.shown());
        let found = quantities(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].what, &What::Money(amount));
    }
}
