//! Explains the scores of indicators: 完成率, 得分 by measure, band, formula, item or by hand.

use super::completion::{completion_rate, measure_share};
use super::draft::Draft;
use super::evaluation::{Derived, Evaluation, IndicatorEvaluation};
use super::explanation::{Explanation, Figure, Operand, TWO_DECIMALS, printed, typed};
use super::field::{Field, IndicatorField, ItemField, MeasureField, RuleOwner};
use super::formula::{self, Shape, TermPlace, TermSource};
use super::indicator::{Comparator, Indicator, IndicatorNature, Measure, Scoring};
use super::input::{Choice, Input, Value};
use super::money::required;
use super::points::Points;
use super::rate::Rate;
use super::row::Id;
use super::rule::Rule;
use super::rule_explained::{applied, sentence};
use super::scheme::{Compound, Weighting};
use super::scoring_explained::{blank, written};
use super::terms;

const INDICATOR_SOURCE: &str = "财预〔2020〕10号：完成指标值的记满分，未完成的按完成比例计分，最高不超过权重";
const BAND_SOURCE: &str = "财预〔2020〕10号：定性指标按达成、部分达成、未达成分档计分";
const COMPOUND_SOURCE: &str = "参考：多个数量要求怎样合并，没有文件规定";

/// Explains the completion rate of one measure.
pub fn completion_explained(draft: &Draft, row: &Indicator, measure: &Measure) -> Explanation {
    let rate = completion_rate(row, measure, &draft.scheme);
    let [actual, target] = measure_operands(draft, row, measure);
    let (part, base) = match measure.comparator {
        Comparator::AtMost => (&target, &actual),
        Comparator::AtLeast | Comparator::Exactly | Comparator::Between => (&actual, &target),
    };
    let formula = match measure.comparator {
        Comparator::Between => "在区间内为 100%，在区间外按较近的一端折算".to_owned(),
        _ => format!("{} ÷ {} × 100%", part.name, base.name),
    };
    let working = match (measure.comparator, rate) {
        (Comparator::Between, _) | (_, Err(_)) => String::new(),
        (_, Ok(_)) => format!("{} ÷ {} × 100%", part.value, base.value),
    };
    Explanation {
        formula,
        working,
        exact: rate.map(Rate::exact_percent).unwrap_or_default(),
        rounding: TWO_DECIMALS.into(),
        source: INDICATOR_SOURCE.into(),
        operands: vec![actual, target],
        ..blank(
            Figure::CompletionRate(row.id, measure.id),
            "完成率",
            rate.map(Rate::printed_percent),
        )
    }
}

/// Explains the score of an indicator; none when it is gone.
pub fn indicator_explained(draft: &Draft, evaluation: &Evaluation, id: Id) -> Option<Explanation> {
    let figure = Figure::IndicatorScore(id);
    let row = draft.indicator(id)?;
    let result = evaluation.indicators.iter().find(|result| result.id == id)?;
    let mut explained = blank(
        figure,
        format!("{}的得分", terms::indicator_name(draft, id)),
        printed(evaluation, figure),
    );
    let weight = weight_operand(draft, row, result, &mut explained);
    if row.scoring == Scoring::Manual {
        manual(draft, row, result, weight, &mut explained);
        return Some(explained);
    }
    explained.operands.push(weight);
    explained.source = row.source.clone();
    match row.nature {
        IndicatorNature::Qualitative => qualitative(draft, row, &mut explained),
        IndicatorNature::Quantitative => quantitative(draft, row, result, &mut explained),
        IndicatorNature::Formula => by_formula(draft, evaluation, row, result, &mut explained),
        IndicatorNature::Checklist | IndicatorNature::Deductions => by_items(draft, row, result, &mut explained),
    }
    if let (Ok(weight), Ok(exact)) = (result.weight, result.by_rule) {
        if explained.working.is_empty() {
            let share = Rate::of(exact.decimal(), weight.decimal()).unwrap_or_default();
            explained.working = format!("{} × {}", weight.exact(), share.exact_percent());
        }
        explained.exact = exact.exact();
        explained.rounding = TWO_DECIMALS.into();
    }
    Some(explained)
}

fn weight_operand(
    draft: &Draft,
    row: &Indicator,
    result: &IndicatorEvaluation,
    explained: &mut Explanation,
) -> Operand {
    let field = Field::Indicator(row.id, IndicatorField::Weight);
    if draft.scheme.weighting == Weighting::Relative && result.weight.is_ok() {
        explained
            .notes
            .push(format!("权重写的是占上一级的 {}%，折合分值后计分。", row.weight.text()));
    }
    typed(draft, "权重", field, result.weight.map(Points::exact))
}

fn manual(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, weight: Operand, explained: &mut Explanation) {
    let field = Field::Indicator(row.id, IndicatorField::ManualScore);
    let score = required(&row.manual_score, field).map(|points| points.printed());
    explained.formula = "手工评分，最高不超过权重".into();
    explained.operands = vec![typed(draft, "手工得分", field, score), weight];
    explained.notes.push(format!("理由：{}", written(&row.manual_reason)));
    let by_rule = result
        .by_rule
        .map(|points| format!("{} 分", points.rounded().printed()));
    explained
        .notes
        .push(format!("按规则计分：{}", by_rule.unwrap_or_else(terms::gap_note)));
}

fn measure_operands(draft: &Draft, row: &Indicator, measure: &Measure) -> [Operand; 2] {
    let unit = measure.unit.trim();
    let field = |part| Field::Measure(row.id, measure.id, part);
    let operand = |part, entry| {
        let value: Derived<super::quantity::Quantity> = required(entry, field(part));
        let text = value.map(|value| format!("{} {unit}", value.shown()).trim().to_owned());
        typed(draft, terms::short_name(field(part)), field(part), text)
    };
    [
        operand(MeasureField::Actual, &measure.actual),
        operand(MeasureField::Target, &measure.target),
    ]
}

fn qualitative(draft: &Draft, row: &Indicator, explained: &mut Explanation) {
    let field = Field::Indicator(row.id, IndicatorField::Attainment);
    let word = row.attainment.map_or("还没有选", Choice::label);
    explained
        .operands
        .push(typed(draft, "完成情况", field, Ok(word.into())));
    explained.formula = "权重 × 得分系数".into();
    if !row.coefficient.is_blank() {
        let field = Field::Indicator(row.id, IndicatorField::Coefficient);
        let value = required(&row.coefficient, field).map(Rate::trimmed_percent);
        explained.operands.push(typed(draft, "得分系数", field, value));
    }
    let bounds = row
        .attainment
        .and_then(|attainment| draft.scheme.attainment_bounds(attainment));
    if let Some((lower, upper)) = bounds {
        explained.notes.push(format!(
            "“{word}”的得分系数在 {} 到 {} 之间。",
            lower.trimmed_percent(),
            upper.trimmed_percent()
        ));
    }
    source(explained, BAND_SOURCE);
}

fn quantitative(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, explained: &mut Explanation) {
    let several = row.measures.len() > 1;
    let owner = RuleOwner::Indicator(row.id);
    for measure in &row.measures {
        explained.operands.extend(measure_operands(draft, row, measure));
        let what = match measure.name.trim() {
            "" => "这一行",
            name => name,
        };
        let share = measure_share(row, measure, &draft.scheme);
        explained.notes.push(match share {
            Ok(share) => format!(
                "{what}：{}按 {} 计。",
                measure.comparator.label(),
                share.printed_percent()
            ),
            Err(gap) => format!("{what}：{}", terms::gap_sentence(draft, gap)),
        });
        if let (Ok(share), Ok(weight)) = (share, result.weight)
            && row.rule != Rule::Proportional
        {
            let applied = applied(&row.rule, owner, weight, share, "完成率");
            explained.notes.push(applied.note);
            if !several {
                explained.working = applied.working;
            }
        }
    }
    explained.formula = match (&row.rule, several) {
        (Rule::Proportional, false) => "权重 × 完成率（不超过 100%）".into(),
        (Rule::Proportional, true) if draft.scheme.compound == Compound::Mean => {
            "权重 × 各行完成率的平均（每行不超过 100%）".into()
        }
        (rule, false) => sentence(rule, "完成率"),
        (rule, true) => format!("{}；几行{}", sentence(rule, "完成率"), draft.scheme.compound.label()),
    };
    source(explained, INDICATOR_SOURCE);
    if several {
        explained.source = format!("{}；{COMPOUND_SOURCE}", explained.source);
    }
    let is_at_most = |measure: &Measure| matches!(measure.comparator, Comparator::AtMost | Comparator::Between);
    if row.measures.iter().any(is_at_most) {
        let rule = draft.scheme.excess.label();
        explained.notes.push(format!("指标值带 ≤ 的，超出后：{rule}。"));
    }
}

fn by_formula(
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
        let value = formula::term_value(row, place, draft, money);
        let text = value
            .map(formula::term_text)
            .unwrap_or_else(|gap| terms::gap_sentence(draft, gap));
        explained.operands.push(Operand {
            name: name.to_owned(),
            value: text,
            origin: term.origin(row.id, place),
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
    if let Ok(ratio) = formula::ratio(row, draft, money) {
        explained.notes.push(format!("{name} = {}", ratio.exact_percent()));
        if let (Ok(weight), Rule::Deduction(_) | Rule::Tiers(_)) = (result.weight, &row.rule) {
            let applied = applied(&row.rule, RuleOwner::Indicator(row.id), weight, ratio, name);
            explained.working = applied.working;
            explained.notes.push(applied.note);
        }
    }
    source(explained, "财预〔2013〕53号：预算绩效评价共性指标体系框架");
}

fn by_items(draft: &Draft, row: &Indicator, result: &IndicatorEvaluation, explained: &mut Explanation) {
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
            if item.answer == Some(super::indicator::Answer::Met) {
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

/// A target with its sign: "≥ 95 %", "90 到 110".
pub fn target_text(measure: &Measure) -> String {
    let unit = measure.unit.trim();
    let text = match measure.comparator {
        Comparator::Between => format!("{} 到 {} {unit}", measure.target.text(), measure.upper.text()),
        sign => format!("{} {} {unit}", sign.label(), measure.target.text()),
    };
    text.trim().to_owned()
}

/// The rule's usual source, where the indicator does not name its own.
fn source(explained: &mut Explanation, usual: &str) {
    if explained.source.trim().is_empty() {
        explained.source = usual.into();
    }
}

impl super::formula::Term {
    /// Where the term's value comes from, for following it.
    fn origin(&self, indicator: Id, place: TermPlace) -> super::explanation::Origin {
        use super::budget::Column;
        use super::explanation::Origin;
        use super::field::TermField;
        match self.source {
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
}
