//! What stands around a number in prose: whether the text is about something, or some time, other than the
//! report.

use rust_decimal::Decimal;

use crate::domain::draft::draft::Draft;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::points::Points;
use crate::domain::vocabulary::offices::BESIDE;

use super::figure_names::Measure;
use super::stated::Stated;
use crate::domain::prose::stops::{self, Mark};

/// Whether a text turns to something that the report's figures are not about.
pub fn is_foreign(text: &str, draft: &Draft) -> bool {
    let project = draft.scheme.kind != ReportKind::Project;
    let mut rest = text.to_owned();
    // Names of the report's own are nothing foreign.
    let own = [
        draft.basics.unit.trim(),
        draft.basics.short_name.trim(),
        "项目支出",
        "重点项目金额",
        "重点任务项目",
    ];
    for name in own.into_iter().filter(|name| !name.is_empty()) {
        rest = rest.replace(name, "");
    }
    BESIDE.any_in(&rest) || project && rest.contains("项目")
}

/// Whether a paragraph, up to a number, was last about another year, or about a part of the year, or about
/// what shall be.
pub fn is_of_another_time(paragraph: &str, draft: &Draft) -> bool {
    const OTHER_YEARS: [&str; 13] = [
        "上年",
        "上一年",
        "去年",
        "前年",
        "往年",
        "历年",
        "同期",
        "明年",
        "来年",
        "下年",
        "下一年",
        "次年",
        "近三年",
    ];
    const THIS_YEAR: [&str; 4] = ["本年", "当年", "今年", "本年度"];
    const NOT_YET: WordList = WordList::of(&["力争", "争取", "预计", "下一步", "拟"]);
    let own = draft.basics.year.value().map(|year| year.get());
    let last = |words: &[&str]| words.iter().filter_map(|word| paragraph.rfind(word)).max();
    let mut other = last(&OTHER_YEARS);
    let mut this = last(&THIS_YEAR);
    for (place, _) in paragraph.match_indices('年') {
        let before = paragraph.get(..place).unwrap_or_default().trim_end();
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        match before.get(digits..).unwrap_or_default().parse::<u16>() {
            Ok(year) if Some(year) == own => this = this.max(Some(place)),
            Ok(_) => other = other.max(Some(place)),
            Err(_) => {}
        }
    }
    let sentence = stops::last(paragraph, Mark::Sentence);
    let of_months = sentence.replace("12月31日", "");
    let part = of_months.contains('月') || of_months.contains("季度") || of_months.contains("半年");
    other.is_some() && other > this || part || NOT_YET.any_in(sentence)
}

/// Whether what follows makes a number a bound, or one end of something, or the mark of what it belongs to.
pub fn is_bound(after: &str) -> bool {
    const BOUNDS: [&str; 9] = [
        "以上",
        "以下",
        "以内",
        "及以上",
        "及以下",
        "（含",
        "之间",
        "的",
        "得满分",
    ];
    const USES: [&str; 6] = ["用于", "用来", "投入", "开展", "支持", "购买"];
    let after = after.trim_start();
    let use_of = after.trim_start_matches(['，', ',']);
    BOUNDS.iter().any(|word| after.starts_with(word)) || USES.iter().any(|word| use_of.starts_with(word))
}

/// Whether the rest of a sentence says how marks are given, so that a number in it is no result: 执行率100%，得10分；每低1%扣0.1分.
pub fn is_rule(after: &str) -> bool {
    const RULES: WordList = WordList::of(&["每低", "每降", "每下降", "每减", "每少", "每超", "不得分", "得0分"]);
    let sentence = stops::first(after, Mark::Sentence);
    RULES.any_in(sentence)
}

/// Whether words that end with the name of a figure mean something else: 年中调整预算 is what was added,
/// 预算总支出 a budget, and 收入总额、支出总额 of final accounts have what is carried over in them; 总收入、总支出
/// are those of a fund.
pub fn is_other_sense(before: &str, measure: Measure) -> bool {
    const OTHERS: [&str; 6] = [
        "年中调整预算",
        "年中调整预算数",
        "追加调整预算",
        "预算总支出",
        "预算支出总额",
        "决算支出总额",
    ];
    let sentence = stops::last(before, Mark::Sentence);
    measure == Measure::Money
        && (OTHERS.iter().any(|words| before.ends_with(words))
            || before.ends_with("支出总额") && sentence.contains("收入总额")
            || before.ends_with("总支出") && sentence.contains("总收入"))
}

/// Whether a sentence is about marks that others gave: 财政局复核, 第三方评价.
pub fn is_by_others(paragraph: &str) -> bool {
    const GIVING: WordList = WordList::of(&["复核", "第三方", "抽查", "抽评", "重点评价", "财政评价"]);
    let sentence = stops::last(paragraph, Mark::Sentence);
    GIVING.any_in(sentence)
}

/// Whether points after a name of the total are those of a part, or the points that can be had.
pub fn is_score_of_a_part(before: &str, paragraph: &str, said: Stated, draft: &Draft) -> bool {
    const PARTS: WordList = WordList::of(&["指标", "分值", "满分", "权重", "”", "（"]);
    let Stated::Points(points, _) = said else { return false };
    let is_full = draft.scheme.full_points().map(Points::decimal) == Some(points) && points > Decimal::ZERO;
    if before.ends_with("总分") && !before.ends_with("自评总分") {
        return is_full;
    }
    // 分值10分，自评得分9.8分; “满意度”自评得分10分.
    let sentence = stops::last(paragraph, Mark::Group);
    before.ends_with("自评得分") && (PARTS.any_in(sentence) || has_points(sentence))
}

/// Whether a text has a number of points in it.
fn has_points(text: &str) -> bool {
    let mut places = text.match_indices('分');
    places.any(|(place, _)| {
        let before = text.get(..place).unwrap_or_default().trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// The text of a paragraph up to a place, no more of it than anyone remembers while reading.
pub fn paragraph(text: &str, end: usize) -> &str {
    const REMEMBERED: usize = 900;
    let mut start = end.saturating_sub(REMEMBERED);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let near = text.get(start..end).unwrap_or_default();
    near.rsplit('\n').next().unwrap_or_default()
}
