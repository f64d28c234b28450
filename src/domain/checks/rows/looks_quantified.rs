//! C15 看似量化，实际没法考核: 社会效益明显 ≥95%. A percentage of what cannot be counted.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::{excerpt, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, target_text};

/// Words of an effect that nobody counts.
const VAGUE: WordList = WordList::of(&[
    "明显",
    "显著",
    "有效",
    "良好",
    "效益",
    "效果",
    "成效",
    "作用",
    "影响",
    "程度",
    "水平提升",
    "能力提升",
    "质量提升",
    "环境改善",
    "持续改善",
    "不断提高",
    "不断提升",
    "有所提高",
    "有所提升",
    "有所改善",
    "得到保障",
    "得到改善",
    "得到提升",
    "进一步提升",
    "进一步提高",
    "进一步改善",
    "进一步增强",
    "促进",
    "推动",
    "保障社会",
    "维护社会",
]);

/// What can be counted: with one of these in its name a percentage is a share of something.
const COUNTED: WordList = WordList::of(&[
    "率",
    "比例",
    "比重",
    "占比",
    "增幅",
    "降幅",
    "增速",
    "增长",
    "下降",
    "满意",
    "知晓度",
    "覆盖",
    "完成",
    "达标",
    "合格",
    "指数",
    "数量",
    "人数",
    "户数",
    "次数",
    "面积",
    "问卷",
    "抽查",
    "测评",
    "减少",
    "增加",
    "认可度",
    "得分",
]);

/// Finds C15 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let row = of.row;
    if let Some((field, quoted)) = of_measures(row).or_else(|| of_words(row)) {
        found.push(
            Finding::new(
                Code::C15,
                field,
                format!("{}写成“{quoted}”，看着有数，却说不出是什么的百分之几。", own_name(row)),
                "写清分子、分母和从哪里取数，如“居民出行时间缩短比例”；数不出来的，改成定性并写明标准。",
            )
            .resting_on(vec![Field::Indicator(row.id, IndicatorField::Name)]),
        );
    }
}

/// A measure in percent whose name is an effect.
fn of_measures(row: &Indicator) -> Option<(Field, String)> {
    let (measure, name) = unexplained(row).find(|(_, name)| VAGUE.any_in(name))?;
    let field = Field::Measure(row.id, measure.id, MeasureField::Target);
    Some((field, format!("{} {}", excerpt(name, 16), target_text(measure))))
}

/// The measures in percent that say nowhere of what they are a share, each with its name.
pub fn unexplained(row: &Indicator) -> impl Iterator<Item = (&Measure, &str)> {
    let explains = [&row.goal, &row.standard, &row.source]
        .iter()
        .any(|text| COUNTED.any_in(text) || text.contains(['÷', '/']));
    let is_open = row.nature == IndicatorNature::Quantitative && !explains;
    let measures = row.measures.iter().filter(move |_| is_open);
    let named = measures.map(|measure| match measure.name.trim() {
        "" => (measure, row.name.trim()),
        own => (measure, own),
    });
    named.filter(|(measure, name)| {
        let is_percent = matches!(measure.unit.trim(), "%" | "％") && !measure.target.is_blank();
        is_percent && !COUNTED.any_in(name)
    })
}

/// A qualitative aim whose words have a percentage right behind an effect: 效果明显≥95%.
fn of_words(row: &Indicator) -> Option<(Field, String)> {
    let texts = [
        (IndicatorField::Goal, &row.goal),
        (IndicatorField::Standard, &row.standard),
    ];
    texts.into_iter().find_map(|(part, text)| {
        if !text.contains(['%', '％']) {
            return None;
        }
        let mut clauses = stops::pieces(text, Mark::Clause).map(str::trim);
        let clause = clauses.find(|clause| is_vague_share(clause))?;
        Some((Field::Indicator(row.id, part), excerpt(clause, 24)))
    })
}

/// Whether a clause is an effect, a sign and a percentage, and nothing else.
fn is_vague_share(clause: &str) -> bool {
    let Some(words) = clause.strip_suffix(['%', '％']) else {
        return false;
    };
    let words = words
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
        .trim_end();
    let signs = ['≥', '>', '＞', '≧', '=', '＝', '达', '到', '在', '为'];
    let effect = words.trim_end_matches(signs);
    VAGUE.ending(effect).is_some() && !COUNTED.any_in(effect)
}
