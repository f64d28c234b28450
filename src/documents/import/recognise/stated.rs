//! 总分 and 等级 that a sentence states.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::labels::filled;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::input::Choice;

use super::text::{Text, sentences};

/// What makes a sentence one about the whole evaluation.
const OWN: WordList = WordList::of(&["自评", "整体支出", "综合得分", "综合评分", "总得分", "等级", "等次"]);

/// 总分 and 等级 that a report states outside of its conclusion, in a sentence about its own evaluation.
pub(super) fn stated_elsewhere(text: &Text<'_>, found: &[Recognised]) -> Vec<Recognised> {
    let has = |slot| found.iter().any(|item| item.slot() == Some(slot));
    let mut own: Vec<Recognised> = Vec::new();
    for (place, words) in text.paragraphs().filter(|(_, words)| words.contains('分')) {
        for sentence in sentences(words) {
            let said = &words[sentence.clone()];
            let is_own = OWN.any_in(said);
            let Some(score) = stated_score(said).filter(|_| is_own && !has(Slot::StatedScore)) else {
                continue;
            };
            let source = Source::text(place, sentence);
            own.push(Recognised::one(
                Slot::StatedScore,
                score,
                Sure::Medium,
                "文中写明。",
                source.clone(),
            ));
            let grade = stated_grade(said).filter(|_| !has(Slot::StatedGrade));
            own.extend(
                grade
                    .map(|grade| Recognised::one(Slot::StatedGrade, grade.label(), Sure::Medium, "文中写明。", source)),
            );
            return own;
        }
    }
    own
}

/// 自评等级 | 优 and 自评总分 | 97.01 in a form: a grade or a total behind its label, in cells, behind a tab or a colon.
pub(super) fn labelled(text: &Text<'_>) -> Vec<Recognised> {
    const GRADES: [&str; 4] = ["等级", "等次", "评级", "评价结果"];
    const TOTALS: [&str; 6] = ["总分", "总得分", "自评得分", "综合得分", "评价得分", "最终得分"];
    let of_rows = text.grids().flat_map(|(place, grid)| {
        let may_say = |cells: &&Vec<String>| {
            cells
                .iter()
                .any(|cell| cell.len() < 60 && cell.contains(['分', '等', '评']))
        };
        let rows = grid.iter().enumerate().filter(move |(_, cells)| may_say(cells));
        rows.flat_map(move |(row, cells)| {
            let filled = filled(cells);
            let pairs: Vec<_> = filled.windows(2).map(|pair| (pair[0], pair[1])).collect();
            // Two numbers behind a label are weight and score, which a total of the rows has.
            let is_alone = filled.iter().filter(|cell| plain_number(cell).is_some()).count() == 1;
            let pairs = pairs
                .into_iter()
                .filter(move |(_, said)| is_alone || plain_number(said).is_none());
            pairs.map(move |(label, said)| (label, said, Source::row(place, row)))
        })
    });
    let of_lines = text.paragraphs().filter_map(|(place, words)| {
        let (label, said) = words.trim().split_once(['\t', '：'])?;
        Some((label.trim(), said.trim(), Source::text(place, 0..words.len())))
    });
    let mut found: Vec<Recognised> = Vec::new();
    for (label, said, source) in of_rows.chain(of_lines) {
        let label = label.split(['（', '(']).next().unwrap_or_default();
        let ends = |words: &[&str]| label.chars().count() <= 12 && words.iter().any(|word| label.ends_with(word));
        let grade = Grade::ALL
            .iter()
            .find(|grade| grade.label() == said.trim_matches(['“', '”', '。']));
        let score = said.trim_end_matches(['分', '。']);
        let own = match (grade, plain_number(score)) {
            (Some(grade), _) if ends(&GRADES) => (Slot::StatedGrade, grade.label()),
            (_, Some(_)) if ends(&TOTALS) => (Slot::StatedScore, score),
            _ => continue,
        };
        if !found.iter().any(|item| item.slot() == Some(own.0)) {
            found.push(Recognised::one(own.0, own.1, Sure::High, "表里写明。", source));
        }
    }
    found
}

/// The grade that a sentence states.
pub(super) fn stated_grade(said: &str) -> Option<Grade> {
    let near = ["结果", "等级", "评定", "评价", "结论", "为"];
    Grade::ALL.iter().copied().find(|grade| {
        let label = grade.label();
        let marked = [
            format!("“{label}”"),
            format!("\"{label}\""),
            format!("等级为{label}"),
            format!("等次为{label}"),
            format!("结果为{label}"),
        ];
        marked.iter().any(|mark| said.contains(mark.as_str())) && near.iter().any(|word| said.contains(word))
    })
}

/// The first score that is not one of last year, or of somebody else.
pub(super) fn stated_score(said: &str) -> Option<String> {
    const NAMES: [&str; 13] = [
        "总分为",
        "总得分为",
        "得分为",
        "总得分",
        "自评得分",
        "自评总分",
        "综合得分",
        "绩效得分",
        "评价得分",
        "最终得分",
        "综合评分",
        "评分为",
        "总分",
    ];
    // 合计98.6分，自评等级为优: what else would be summed has no grade.
    const SUMS: [&str; 2] = ["合计", "共计"];
    const BANDS: WordList = WordList::of(&[
        "含",
        "及以上",
        "以上",
        "以下",
        "及以下",
        "不含",
        "至",
        "到",
        "—",
        "－",
        "-",
        "~",
        "～",
    ]);
    const METHODS: WordList = WordList::of(&["评分办法", "评分方法", "评分规则", "评分标准", "计分", "满分", "百分制"]);
    let points = |clause: &str, word: &str| {
        let after = &clause[clause.find(word)? + word.len()..];
        let after = after.trim_start_matches(['为', '：', ':', ' ', '是']);
        let digits: String = after.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let rest = after[digits.len()..].trim_start().strip_prefix('分')?;
        // 综合得分90分（含）以上为优 is a band of grades, and 评分办法：总分100分 the most that there is.
        let is_band = BANDS.beginning(rest.trim_start_matches(['（', '('])).is_some();
        let is_most = digits == "100" && METHODS.any_in(said);
        (!is_band && !is_most && plain_number(&digits).is_some()).then_some(digits)
    };
    let is_own = |clause: &&str| {
        !["上年", "上一年", "去年", "复核", "抽查", "考核"]
            .iter()
            .any(|word| clause.contains(word))
    };
    let graded = if said.contains("等级") || said.contains("等次") {
        &SUMS[..]
    } else {
        &[]
    };
    stops::pieces(said, Mark::Clause)
        .filter(is_own)
        .find_map(|clause| NAMES.iter().chain(graded).find_map(|word| points(clause, word)))
}
