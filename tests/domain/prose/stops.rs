//! Where texts are cut: marks of both widths, numbers, brackets and titles.

use jiping::domain::prose::stops::{self, Mark};
use proptest::prelude::*;

use super::check;

fn cut(least: Mark) -> impl Fn(&str) -> Vec<String> {
    move |text| stops::pieces(text, least).map(str::to_owned).collect()
}

fn ends(least: Mark) -> impl Fn(&str) -> Vec<String> {
    move |text| {
        vec![
            stops::last(text, least).to_owned(),
            stops::first(text, least).to_owned(),
        ]
    }
}

#[test]
fn clauses_of_either_width() {
    check(
        cut(Mark::Clause),
        &[
            ("收入甲，支出乙", "收入甲；支出乙"),
            ("收入甲,支出乙;余额丙", "收入甲；支出乙；余额丙"),
            ("预算3,486.20万元，支出1，200元", "预算3,486.20万元；支出1，200元"),
            ("合计12,3项", "合计12；3项"),
            ("上午9:30开会:签到", "上午9:30开会；签到"),
            ("道路甲、乙完工。", "道路甲、乙完工；"),
        ],
    );
}

#[test]
fn what_is_enclosed_is_whole() {
    check(
        cut(Mark::Item),
        &[
            ("甲（一，二）、乙", "甲（一，二）；乙"),
            ("《甲、乙办法》、丙", "《甲、乙办法》；丙"),
            ("甲（未完、乙", "甲；未完；乙"),
            ("甲）、乙", "甲；；乙"),
            ("甲（一\n二）、乙", "甲；一；二；；乙"),
        ],
    );
    check(
        cut(Mark::Sentence),
        &[
            ("完成（见表1。）全部；达标。优秀", "完成（见表1。）全部；达标；优秀"),
            ("甲!乙?丙", "甲；乙；丙"),
        ],
    );
}

#[test]
fn reach_before_and_behind() {
    check(
        ends(Mark::Clause),
        &[
            ("甲，乙（丙，丁）戊", "乙（丙，丁）戊；甲"),
            ("甲（乙", "乙；甲"),
            ("1）甲乙", "甲乙；1"),
            ("", "；"),
            ("，", "；"),
        ],
    );
    check(ends(Mark::Line), &[("甲。乙\n丙。丁", "丙。丁；甲。乙")]);
}

proptest! {
    /// Pieces and the marks between them are the text, the ends are its first and last piece where nothing is enclosed.
    #[test]
    fn nothing_is_lost(text in "[甲乙1,，、。；:：\n（）()《》“”]{0,24}") {
        for least in [Mark::Item, Mark::Clause, Mark::Group, Mark::Sentence, Mark::Line] {
            let ranges: Vec<_> = stops::ranges(&text, least).collect();
            prop_assert_eq!(ranges.first().map(|range| range.start), Some(0));
            prop_assert_eq!(ranges.last().map(|range| range.end), Some(text.len()));
            for pair in ranges.windows(2) {
                prop_assert_eq!(text[pair[0].end..pair[1].start].chars().count(), 1);
            }
            prop_assert_eq!(&text[ranges[0].clone()], stops::first(&text, least));
            prop_assert_eq!(stops::is_cut(&text, least), ranges.len() > 1);
            prop_assert!(text.ends_with(stops::last(&text, least)));
        }
    }
}
