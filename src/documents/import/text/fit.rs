//! What stands in a cell, and how well that fits a column: by this, cells that have lost their place find it again.

use crate::domain::prose::number::plain_number;
use crate::domain::prose::unit::is_unit;

use super::columns::{Column, is_total};
use super::line::width;

/// What a cell looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A plain number.
    Number,
    /// A number with a percent sign.
    Percent,
    /// A number with a comparator or a unit: ≥2400份.
    Measured,
    /// —: nothing is meant to stand here.
    Stroke,
    /// …… of a template.
    Dots,
    /// 产出指标, 效益指标（30分）.
    FirstLevel,
    /// 数量指标, 社会效益指标.
    SecondLevel,
    /// 成本指标, which is a first level since 2021 and was a second one before.
    AnyLevel,
    /// 合计, 总分.
    Total,
    /// A comparator by itself, 定量, 定性.
    Sign,
    /// A text with the marks of sentences in it.
    Sentence,
    /// Any other words.
    Words,
}

/// The first levels of the forms in use, without 指标 behind them.
const FIRST: [&str; 8] = ["产出", "效益", "效果", "投入", "过程", "决策", "履职效能", "社会效应"];

/// Levels that are first ones in some forms and second ones in others.
const ANY: [&str; 8] = [
    "成本",
    "满意度",
    "管理",
    "预算执行",
    "预算管理",
    "运行成本",
    "管理效率",
    "履职效果",
];

/// The second ones.
const SECOND: [&str; 17] = [
    "数量",
    "质量",
    "时效",
    "经济效益",
    "社会效益",
    "生态效益",
    "可持续影响",
    "可持续发展",
    "服务对象满意度",
    "社会公众满意度",
    "受益对象满意度",
    "经济成本",
    "社会成本",
    "生态环境成本",
    "生态成本",
    "公众满意度",
    "群众满意度",
];

/// Looks at a cell that is not empty.
pub fn look(text: &str) -> Look {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).take(200).collect();
    let first = plain.chars().next().unwrap_or(' ');
    if is_nothing(&plain) {
        return Look::Stroke;
    }
    if is_dots(&plain) {
        return Look::Dots;
    }
    if is_total(&plain) {
        return Look::Total;
    }
    if is_sign(&plain) {
        return Look::Sign;
    }
    let unsigned = plain.trim_start_matches(['-', '－']);
    if plain_number(unsigned).is_some_and(|_| !unsigned.ends_with(['%', '％'])) {
        return Look::Number;
    }
    if unsigned
        .strip_suffix(['%', '％'])
        .is_some_and(|number| plain_number(number).is_some())
    {
        return Look::Percent;
    }
    let count = plain.chars().count();
    // 1,200家次。 is the end of a sentence.
    if plain.ends_with('。') {
        return Look::Sentence;
    }
    let is_signed = "≥≤＞＜><=＝≧≦".contains(first) && plain.contains(|c: char| c.is_numeric());
    if is_signed || count <= 14 && is_with_unit(&plain) {
        return Look::Measured;
    }
    let bare = level_name(&plain);
    let is_level = plain.contains("指标") || bare.len() < plain.len();
    if FIRST.contains(&bare) && (is_level || count <= 4) {
        return Look::FirstLevel;
    }
    if SECOND.contains(&bare) && (is_level || !bare.ends_with("满意度")) {
        return Look::SecondLevel;
    }
    if ANY.contains(&bare) && (is_level || count <= 4) {
        return Look::AnyLevel;
    }
    if plain.ends_with(['。', '；']) || count > 24 && plain.contains(['，', '。', '；']) {
        return Look::Sentence;
    }
    Look::Words
}

/// A number and its unit, or a date: 3200份, 1.2万人次, 2018年10月底. 12345热线办结率 is a name.
fn is_with_unit(plain: &str) -> bool {
    let is_digit = |c: char| {
        c.is_ascii_digit()
            || ('０'..='９').contains(&c)
            || matches!(c, '.' | ',' | '，' | '-' | '~' | '～' | '/' | ':' | '：')
    };
    if !plain.starts_with(|c: char| is_digit(c) && !matches!(c, '/' | ':' | '：' | '.')) {
        return false;
    }
    let unit = plain.trim_start_matches(is_digit);
    // 2024年3月底前印发 is no date but a sentence.
    let of_date = |c: char| c.is_ascii_digit() || "年月日号季度上中下旬底初末前内之以至到完成".contains(c);
    let is_date = unit.starts_with(['年', '月']) && unit.chars().all(of_date);
    is_date
        || unit.chars().count() <= 3
        || is_unit(unit)
        || ["以上", "以下", "以内", "之内", "内", "前", "底"]
            .iter()
            .any(|end| unit.ends_with(end))
}

/// Whether a text is the name of a level and nothing else. 公众满意度 may also be that of an indicator.
pub fn is_level_name(text: &str) -> bool {
    let bare = level_name(text);
    FIRST.contains(&bare) || SECOND.contains(&bare) || ANY.contains(&bare)
}

/// The name of a level without its points and 指标: 产出指标（50分） is 产出.
fn level_name(plain: &str) -> &str {
    let bare = plain.split(['（', '(']).next().unwrap_or_default();
    bare.strip_suffix("指标").unwrap_or(bare)
}

/// A stroke, which stands where nothing is to be written.
pub fn is_nothing(plain: &str) -> bool {
    matches!(
        plain,
        "-" | "－" | "—" | "--" | "——" | "–" | "/" | "／" | "\\" | "无" | "〃"
    )
}

/// A cell of nothing but dots: the form goes on so.
pub fn is_dots(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !c.is_whitespace()).peekable();
    letters.peek().is_some() && letters.all(|c| matches!(c, '…' | '.' | '。' | '·' | '⋯'))
}

fn is_sign(plain: &str) -> bool {
    matches!(
        plain,
        "≥" | "≤" | "=" | "＝" | ">" | "<" | "＞" | "＜" | "≧" | "≦" | ">=" | "<=" | "定量" | "定性"
    )
}

/// Whether nothing but figures stands below this column.
pub fn is_numeric(column: Column) -> bool {
    use Column::{Budget, Money, ProjectAmount, Rate, Score, Weight};
    matches!(column, Weight | Score | Money(_) | Budget | ProjectAmount | Rate)
}

/// How well a cell fits a column; negative where it does not.
pub fn fit(look: Look, text: &str, column: Option<Column>) -> i32 {
    use Column::*;
    use Look::*;
    let Some(column) = column else { return 0 };
    match (look, column) {
        (Total, First | Part | Source | ProjectName) => 5,
        (_, Other) => 0,
        (Number, Weight | Score | Money(_) | Budget | ProjectAmount) => 4,
        (Number | Percent, Target | Actual | AdjustedTarget) => 2 + i32::from(look == Percent) * 2,
        (Number, Rate) => 2,
        (Percent, Rate) => 4,
        (Percent, Weight) => 0,
        (Percent, Score) => -1,
        (Number | Percent, Analysis | Reason | Improvement) => -1,
        (Number | Percent, Goal) => -3,
        (Number | Percent, _) => -6,
        // What was reached has no sign.
        (Measured, Actual)
            if text
                .trim_start()
                .starts_with(['≥', '≤', '≧', '≦', '＞', '＜', '>', '<']) =>
        {
            0
        }
        (Measured, Target | Actual | AdjustedTarget) => 4,
        (Measured, Weight | Score) if text.ends_with('分') => 2,
        (Measured, Money(_) | Budget | ProjectAmount) if text.ends_with('元') => 3,
        (Measured, Analysis | Reason | Goal | Improvement | Evidence) => 0,
        (Measured, _) => -4,
        (Stroke, Name | ProjectName | Goal | Source) => -4,
        (Stroke, First | Second | Part) => 0,
        (Stroke, _) => 1,
        (Dots, Name) => 1,
        (Dots, First | Second | Part) => -2,
        (Dots, _) => 0,
        (FirstLevel | AnyLevel, First) => 5,
        (SecondLevel | AnyLevel, Second) => 5,
        (FirstLevel | SecondLevel | AnyLevel, First | Second | Part) => 0,
        (FirstLevel | SecondLevel | AnyLevel, Name) if text.contains("指标") => -6,
        (Sign, Nature | Comparator) => 4,
        (Words | Sign, Unit) if width(text) <= 8 => 2,
        (Words, Nature | Comparator | Unit) => -4,
        // A character by itself is the end of a cell that was broken.
        (Words, Name | ProjectName | Source) if width(text) <= 2 => -4,
        (Words, Part | First | Second) if width(text) <= 2 => -3,
        (Words, Name | ProjectName | Source) => 3,
        (Words, Goal) => 2,
        (Words, Part | Target | Actual | AdjustedTarget | Analysis | Reason | Improvement | Evidence | Division) => 1,
        (Words, First | Second) => 0,
        (Sentence, Goal | Analysis | Reason | Improvement) => 3,
        (Sentence, Target | Actual | AdjustedTarget | Evidence) => 0,
        (Sentence, Name | Part) => -1,
        (Sentence, First | Second | Source | ProjectName) => -3,
        (FirstLevel | SecondLevel | AnyLevel | Sign, Name | ProjectName | Source | Goal) => -3,
        (FirstLevel | SecondLevel | AnyLevel | Sign, Target | Actual | AdjustedTarget | Analysis | Reason) => -3,
        _ => -6,
    }
}

/// What it costs to leave a column of a row empty; `leading` before the first cell of a row, where cells that are
/// spanned from above are missing.
pub fn gap(column: Option<Column>, leading: bool) -> i32 {
    use Column::*;
    match column {
        None | Some(Other | Share | Reason | Improvement | Evidence | Division) => 0,
        Some(First | Second | Part) if leading => 0,
        Some(Goal) if leading => 1,
        Some(First | Second | Part | Analysis | Rate | Unit | Nature | Comparator | AdjustedTarget) => 1,
        Some(Target | Actual | Score | Money(_) | Budget | Goal) => 2,
        Some(Weight | ProjectAmount) => 3,
        Some(Name | ProjectName | Source) => 5,
    }
}
