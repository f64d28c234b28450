//! 引用: the data that prose can stand in for by name, {{执行率}}: which there are, and what each says now.

use crate::domain::draft::budget::{Column, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List, PartField};
use crate::domain::evaluation::derived::{Cause, Derived, Gap, required};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure;
use crate::domain::evaluation::figure::Figure;
use crate::domain::explanation::explain::explain;
use crate::domain::explanation::explanation::Origin;
use crate::domain::values::amount::Amount;
use crate::domain::values::datum::Datum;
use crate::domain::values::input::{Choice, Input, choices};
use crate::domain::values::row::find;

choices! {
    /// 引用的类别, as the picker groups them.
    Group {
        /// 合计、执行率、调整、结转结余.
        Money = "money" "资金",
        /// 各资金来源和支出性质.
        Parts = "parts" "分项资金",
        /// 总分、等级、各部分得分.
        Scores = "scores" "得分与等级",
        /// 指标和重点项目的个数、金额.
        Counts = "counts" "指标与项目",
        /// 监控节点.
        Progress = "progress" "监控节点",
        /// 名称、年度、机构、人员.
        Unit = "unit" "单位与人员",
    }
}

/// Where the datum behind a reference comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Derived, with an explanation.
    Figure(Figure),
    /// Typed in this field.
    Typed(Field),
    /// 预算净增加或净减少的数, 万元, never negative.
    AdjustmentSize,
    /// 满分.
    FullPoints,
    /// How many rows a list has.
    Rows(List),
    /// 得满分的指标数.
    FullMarks,
}

/// 一个可以引用的数.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its name, as it stands between the braces: 执行率, 一般公共预算.执行数.
    pub name: String,
    /// Its group.
    pub group: Group,
    /// Where its value comes from.
    pub source: Source,
}

impl Reference {
    /// As it is written in a text.
    pub fn written(&self) -> String {
        format!("{{{{{}}}}}", self.name)
    }
}

/// Everything that a draft's prose can refer to, group by group, in the order of the forms. No name occurs
/// twice: a second source of the same name is numbered.
pub fn references(draft: &Draft) -> Vec<Reference> {
    use Source::{AdjustmentSize, FullMarks, FullPoints, Rows, Typed};
    let mut all: Vec<Reference> = Vec::new();
    let mut add = |group, name: String, source| {
        let taken = |name: &str| all.iter().any(|other| other.name == name);
        let numbered = (2..).map(|number| match name.split_once('.') {
            Some((owner, what)) => format!("{owner}（{number}）.{what}"),
            None => format!("{name}（{number}）"),
        });
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name));
        all.push(Reference {
            name: free.unwrap_or(name),
            group,
            source,
        });
    };
    for column in Column::ALL {
        add(
            Group::Money,
            column.label().into(),
            Source::Figure(Figure::Total(*column)),
        );
    }
    for (name, figure) in [
        ("执行率", Figure::ExecutionRate),
        ("预算调整数", Figure::Adjustment),
        ("预算调整率", Figure::AdjustmentRate),
        ("结转结余", Figure::Unspent),
        ("结转结余率", Figure::UnspentRate),
    ] {
        add(Group::Money, name.into(), Source::Figure(figure));
    }
    add(Group::Money, "预算净增减".into(), AdjustmentSize);
    for fund in &draft.budget.funds {
        let owner = plain(fund.label()).unwrap_or_else(|| fund.source.label().into());
        for column in Column::ALL {
            let source = Typed(Field::FundAmount(fund.id, *column));
            add(Group::Parts, format!("{owner}.{}", column.label()), source);
        }
        let rate = Source::Figure(Figure::FundRate(fund.id));
        add(Group::Parts, format!("{owner}.执行率"), rate);
    }
    for nature in SpendingNature::ALL {
        for column in Column::ALL {
            let source = Typed(Field::NatureAmount(*nature, *column));
            add(Group::Parts, format!("{}.{}", nature.label(), column.label()), source);
        }
    }
    add(Group::Scores, "总分".into(), Source::Figure(Figure::TotalScore));
    add(Group::Scores, "满分".into(), FullPoints);
    add(Group::Scores, "等级".into(), Source::Figure(Figure::Grade));
    for part in &draft.scheme.parts {
        let owner = plain(&part.name).unwrap_or_else(|| "评分内容".into());
        let weight = Typed(Field::Part(part.id, PartField::Weight));
        add(
            Group::Scores,
            format!("{owner}.得分"),
            Source::Figure(Figure::PartScore(part.id)),
        );
        add(Group::Scores, format!("{owner}.权重"), weight);
    }
    for (name, source) in [
        ("指标数", Rows(List::Indicators)),
        ("满分指标数", FullMarks),
        ("指标权重合计", Source::Figure(Figure::IndicatorWeight)),
        ("重点项目数", Rows(List::Projects)),
        ("重点项目金额", Source::Figure(Figure::ProjectsTotal)),
    ] {
        add(Group::Counts, name.into(), source);
    }
    for row in &draft.monitoring.checkpoints {
        let Some(month) = row.month.value() else { continue };
        let executed = Typed(Field::CheckpointExecuted(row.id));
        let rate = Source::Figure(Figure::CheckpointRate(row.id));
        add(Group::Progress, format!("{}月.累计执行数", month.get()), executed);
        add(Group::Progress, format!("{}月.支出进度", month.get()), rate);
    }
    for (name, source) in [
        ("单位", Typed(Field::Unit)),
        ("单位简称", Typed(Field::ShortName)),
        ("年度", Typed(Field::Year)),
        ("内设机构数", Rows(List::Divisions)),
        ("下属单位数", Rows(List::SubordinateUnits)),
        ("编制数", Typed(Field::AuthorisedPosts)),
        ("在职人员数", Typed(Field::Staff)),
    ] {
        add(Group::Unit, name.into(), source);
    }
    all
}

/// A name of the office's own, fit to stand between braces and before a point; none where nothing is left.
fn plain(name: &str) -> Option<String> {
    let name: String = name
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '{' | '}' | '｛' | '｝' | '.' | '．'))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The value of a reference as documents print it, or what is missing for it.
pub fn value(reference: &Reference, draft: &Draft, evaluation: &Evaluation) -> Derived<String> {
    Ok(datum(reference.source, draft, evaluation)?.printed())
}

/// The exact value behind a reference, or what is missing for it.
pub fn datum(source: Source, draft: &Draft, evaluation: &Evaluation) -> Derived<Datum> {
    match source {
        Source::Figure(figure) => figure::datum(evaluation, figure),
        Source::Typed(field) => typed(field, draft),
        Source::AdjustmentSize => match figure::datum(evaluation, Figure::Adjustment)? {
            Datum::Amount(change) if change < Amount::ZERO => Ok(Datum::Amount(Amount::ZERO - change)),
            change => Ok(change),
        },
        Source::FullPoints => {
            let unweighted = draft.scheme.parts.iter().find(|part| part.weight.value().is_none());
            let field = unweighted.map_or(Field::Rows(List::Parts), |part| Field::Part(part.id, PartField::Weight));
            draft.scheme.full_points().map(Datum::Points).ok_or(blank(field))
        }
        Source::Rows(list) => {
            let count = match list {
                List::Divisions => named(draft.department.divisions.iter().map(|row| &row.name)),
                List::SubordinateUnits => named(draft.department.subordinate_units.iter().map(|row| &row.name)),
                List::Projects => draft.projects.rows.len(),
                _ => draft.indicators.len(),
            };
            // A list without rows has not been filled in yet: that there are none is not said by silence.
            (count > 0)
                .then_some(Datum::Count(count as u64))
                .ok_or(blank(Field::Rows(list)))
        }
        Source::FullMarks => {
            let rows = evaluation.indicators.iter();
            let full = rows.map(|row| Ok(u64::from(row.score? >= row.weight?)));
            full.sum::<Derived<u64>>().map(Datum::Count)
        }
    }
}

fn typed(field: Field, draft: &Draft) -> Derived<Datum> {
    let words = |text: &str| match text.trim() {
        "" => Err(blank(field)),
        text => Ok(Datum::Words(text.to_owned())),
    };
    match field {
        Field::FundAmount(id, column) => {
            let fund = find(&draft.budget.funds, id).ok_or(blank(field))?;
            required(fund.amounts.get(column), field).map(Datum::Amount)
        }
        Field::NatureAmount(nature, column) => {
            required(draft.budget.nature(nature).get(column), field).map(Datum::Amount)
        }
        Field::CheckpointExecuted(id) => {
            let row = find(&draft.monitoring.checkpoints, id).ok_or(blank(field))?;
            required(&row.executed, field).map(Datum::Amount)
        }
        Field::Part(id, _) => {
            let part = find(&draft.scheme.parts, id).ok_or(blank(field))?;
            required(&part.weight, field).map(Datum::Points)
        }
        Field::AuthorisedPosts => {
            required(&draft.department.authorised_posts, field).map(|count| Datum::Count(count.get().into()))
        }
        Field::Staff => required(&draft.department.staff, field).map(|count| Datum::Count(count.get().into())),
        Field::Year => required(&draft.basics.year, field).map(|year| Datum::Words(year.get().to_string())),
        Field::ShortName => words(draft.basics.caption_name()),
        _ => words(&draft.text(field)),
    }
}

fn named<'a>(names: impl Iterator<Item = &'a String>) -> usize {
    names.filter(|name| !Input::is_blank(*name)).count()
}

fn blank(field: Field) -> Gap {
    Gap {
        field,
        cause: Cause::Blank,
    }
}

/// The fields that the value of a source comes from, at most so many: enough to notice that it moved on.
pub fn fields_of(source: Source, draft: &Draft, evaluation: &Evaluation) -> Vec<Field> {
    const MOST: usize = 40;
    let mut fields = Vec::new();
    let mut open = match source {
        Source::Figure(figure) => vec![figure],
        Source::Typed(field) => return vec![field],
        Source::AdjustmentSize => vec![Figure::Adjustment],
        Source::FullPoints => {
            let weight = |part: &crate::domain::scheme::part::Part| Field::Part(part.id, PartField::Weight);
            return draft.scheme.parts.iter().map(weight).collect();
        }
        Source::Rows(List::Divisions) => {
            let rows = draft.department.divisions.iter().take(MOST);
            return rows.map(|row| Field::DivisionName(row.id)).collect();
        }
        Source::Rows(List::SubordinateUnits) => {
            let rows = draft.department.subordinate_units.iter().take(MOST);
            return rows.map(|row| Field::SubordinateUnit(row.id)).collect();
        }
        Source::Rows(List::Projects) => {
            let rows = draft.projects.rows.iter().take(MOST);
            return rows.map(|row| Field::ProjectName(row.id)).collect();
        }
        Source::Rows(_) | Source::FullMarks => {
            let rows = draft.indicators.iter().take(MOST);
            return rows
                .map(|row| Field::Indicator(row.id, IndicatorField::Weight))
                .collect();
        }
    };
    while let Some(figure) = open.pop() {
        let operands = explain(draft, evaluation, figure).map(|explained| explained.operands);
        for operand in operands.unwrap_or_default() {
            match operand.origin {
                Origin::Field(field) if !fields.contains(&field) => fields.push(field),
                Origin::Figure(figure) => open.push(figure),
                Origin::Field(_) | Origin::Scheme => {}
            }
            if fields.len() >= MOST {
                return fields;
            }
        }
    }
    fields
}
