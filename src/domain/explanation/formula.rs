//! Explains the scores of formula indicators and of those scored item by item.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, ItemField, RuleOwner, TermField};
use crate::domain::evaluation::derived::required;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::{formula_value, gap_words};
use crate::domain::scheme::formula;
use crate::domain::scheme::formula::{Shape, Term, TermPlace, TermSource};
use crate::domain::scheme::indicator::{Answer, Indicator, IndicatorNature, target_text};
use crate::domain::scheme::rule::Rule;
use crate::domain::values::input::{Choice, Input, Value};
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use super::explanation::{Explanation, Operand, Origin, source, typed};
use super::rule::{applied, sentence};

/// A ratio of two amounts, then the rule.
pub fn by_formula(
    draft: &Draft,
    evaluation: &Evaluation,
    row: &Indicator,
    result: &IndicatorEvaluation,
    explained: &mut Explanation,
) {
    let money = &evaluation.money;
    let mut words = Vec::new();
    for (place, fallback) in [(TermPlace::Numerator, "分子"), (TermPlace::Denominator, "分母")] {
        let term = row.formula.term(place);
        let name = match term.label() {
            "" => fallback,
            label => label,
        };
        let value = formula_value::term_value(row, place, draft, money);
        let text = value
            .map(formula::term_text)
            .unwrap_or_else(|gap| gap_words::gap_sentence(draft, gap));
        explained.operands.push(Operand {
            name: name.to_owned(),
            value: text,
            origin: origin(term, row.id, place),
        });
        words.push(name.to_owned());
    }
    let (numerator, denominator) = (
        words.first().cloned().unwrap_or_default(),
        words.get(1).cloned().unwrap_or_default(),
    );
    let ratio_words = match row.formula.shape {
        Shape::Share => format!("{numerator} ÷ {denominator}"),
        Shape::Change => format!("（{numerator} − {denominator}）÷ {denominator}"),
    };
    let name = if row.name.trim().is_empty() {
        "比率"
    } else {
        row.name.trim()
    };
    let rule = match &row.rule {
        Rule::Proportional | Rule::AllOrNothing => {
            let target = row.measures.first().map(target_text).unwrap_or_default();
            format!("与指标值 {target} 比较，{}", sentence(&row.rule, "完成比例"))
        }
        rule => sentence(rule, name),
    };
    explained.formula = format!("{name} = {ratio_words}；{rule}");
    if let Ok(ratio) = formula_value::ratio(row, draft, money) {
        explained.notes.push(format!("{name} = {}", ratio.exact_percent()));
        if let (Ok(weight), Rule::Deduction(_) | Rule::Tiers(_)) = (result.weight, &row.rule) {
            let applied = applied(&row.rule, RuleOwner::Indicator(row.id), weight, ratio, name);
            explained.working = applied.working;
            explained.notes.push(applied.note);
        }
    }
    source(explained, "财预〔2013〕53号：预算绩效评价共性指标体系框架");
}

/// Items met, or items that take points off.
pub fn by_items(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, explained: &mut Explanation) {
    let deductions = row.nature == IndicatorNature::Deductions;
    let mut terms_said = Vec::new();
    for (place, item) in row.items.iter().enumerate() {
        let points_field = Field::Item(row.id, item.id, ItemField::Points);
        let name = match item.text.trim() {
            "" => format!("第 {} 项", place + 1),
            text => text.to_owned(),
        };
        let points = required(&item.points, points_field);
        if deductions {
            let field = Field::Item(row.id, item.id, ItemField::Times);
            let times = required(&item.times, field);
            let text = times.map(|times| format!("{} 次，每次扣 {} 分", times.shown(), item.points.text()));
            explained.operands.push(typed(draft, name, field, text));
            terms_said.push((points.map(Points::exact), times.map(|times| times.written())));
        } else {
            let field = Field::Item(row.id, item.id, ItemField::Answer);
            let word = item.answer.map_or("还没有选", Choice::label);
            explained.operands.push(typed(
                draft,
                name,
                field,
                Ok(format!("{word}，{} 分", item.points.text())),
            ));
            if item.answer == Some(Answer::Met) {
                terms_said.push((points.map(Points::exact), Ok(String::new())));
            }
        }
    }
    explained.formula = if deductions {
        "权重 − 各项扣分 × 次数，扣完为止".into()
    } else {
        "做到的各项分值之和，最高不超过权重".into()
    };
    if let (Ok(weight), Ok(_)) = (result.weight, result.by_rule) {
        let products = terms_said.into_iter().filter_map(|(points, times)| {
            let (points, times) = (points.ok()?, times.ok()?);
            Some(if times.is_empty() {
                points
            } else {
                format!("{points} × {times}")
            })
        });
        let products: Vec<String> = products.collect();
        explained.working = match (deductions, products.is_empty()) {
            (true, true) => weight.exact(),
            (true, false) => format!("{} − {}", weight.exact(), products.join(" − ")),
            (false, true) => "0".into(),
            (false, false) => products.join(" + "),
        };
        explained
            .notes
            .push(format!("最低 0 分，最高 {} 分。", weight.printed()));
    }
    let usual = match draft.scheme.source.trim() {
        "" => "评分方案",
        source => source,
    };
    source(explained, usual);
}

/// Where a term's value comes from, for following it.
fn origin(term: &Term, indicator: Id, place: TermPlace) -> Origin {
    match term.source {
        TermSource::Own => Origin::Field(Field::Indicator(
            indicator,
            IndicatorField::Term(place, TermField::Value),
        )),
        TermSource::Initial => Origin::Figure(Figure::Total(Column::Initial)),
        TermSource::Adjusted => Origin::Figure(Figure::Total(Column::Adjusted)),
        TermSource::Executed => Origin::Figure(Figure::Total(Column::Executed)),
        TermSource::Adjustment => Origin::Figure(Figure::Adjustment),
        TermSource::Unspent => Origin::Figure(Figure::Unspent),
        TermSource::Projects => Origin::Figure(Figure::ProjectsTotal),
        TermSource::AuthorisedPosts => Origin::Field(Field::AuthorisedPosts),
        TermSource::Staff => Origin::Field(Field::Staff),
    }
}
