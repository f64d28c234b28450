//! 评分方案本身的毛病: what keeps scores from being computed, each with its place and a sentence.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use crate::domain::draft::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, List, OutlineField, PartField, RuleOwner,
};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::outline::Content;
use crate::domain::scheme::part::{CheckpointMethod, Part, PartRule};
use crate::domain::scheme::scheme::{Band, ReportKind, Scheme};
use crate::domain::values::input::{Choice, Entry};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::fault::SchemeFault;
use super::rule_faults::{blank, rule_faults};

/// What is wrong with a scheme and with the rules of its own indicators. Weights that do not sum are not
/// among it: a framework may leave them to the user, and the draft's checks find them (B1, B2).
pub fn faults(scheme: &Scheme) -> Vec<SchemeFault> {
    let mut found = Vec::new();
    // A report without a table of indicators is not scored by any scheme.
    let is_scored = scheme.kind == ReportKind::Project
        || scheme
            .outline
            .iter()
            .any(|section| section.content == Content::Indicators);
    if scheme.parts.is_empty() && is_scored {
        found.push(SchemeFault {
            field: Field::Rows(List::Parts),
            message: "评分方案还没有评分内容。".into(),
            hint: "至少添加一部分评分内容。",
        });
    }
    for part in &scheme.parts {
        part_faults(part, &mut found);
    }
    for row in &scheme.indicators {
        indicator_faults(row, &mut found);
    }
    outline_faults(scheme, &mut found);
    bands("等级", &scheme.grades, Choice::label, Field::GradeBound, &mut found);
    bands(
        "定性档次",
        &scheme.attainments,
        Choice::label,
        Field::AttainmentBound,
        &mut found,
    );
    found
}

/// What is wrong with the rule of an indicator.
pub fn indicator_faults(row: &Indicator, found: &mut Vec<SchemeFault>) {
    let name = Called(&row.name, "这项指标");
    let field = Field::Indicator(row.id, IndicatorField::Weight);
    negative(&name, &row.weight, field, found);
    if matches!(row.nature, IndicatorNature::Quantitative | IndicatorNature::Formula) {
        rule_faults(
            &name,
            &row.rule,
            RuleOwner::Indicator(row.id),
            row.weight.value(),
            found,
        );
    }
}

/// A weight below zero would make a score of nothing the best there is.
fn negative(name: &dyn Display, weight: &Entry<Points>, field: Field, found: &mut Vec<SchemeFault>) {
    if let Some(weight) = weight.value().filter(|weight| **weight < Points::ZERO) {
        found.push(SchemeFault {
            field,
            message: format!("{name}的权重 {} 小于 0。", weight.printed()),
            hint: "权重不能是负数，请改正。",
        });
    }
}

fn part_faults(part: &Part, found: &mut Vec<SchemeFault>) {
    let name = Called(&part.name, "评分内容");
    negative(&name, &part.weight, Field::Part(part.id, PartField::Weight), found);
    for group in &part.groups {
        let field = Field::Group(part.id, group.id, GroupField::Weight);
        negative(&Called(&group.name, "指标类别"), &group.weight, field, found);
    }
    match part.rule {
        PartRule::Progress => rule_faults(
            &name,
            &part.progress,
            RuleOwner::Part(part.id),
            part.weight.value(),
            found,
        ),
        PartRule::Checkpoints => checkpoint_faults(&name, part, found),
        PartRule::ObjectiveShare | PartRule::IndicatorSum => {}
    }
}

fn checkpoint_faults(name: &dyn Display, part: &Part, found: &mut Vec<SchemeFault>) {
    let rule = &part.checkpoints;
    if rule.targets.is_empty() {
        found.push(SchemeFault {
            field: Field::Rows(List::CheckpointTargets(part.id)),
            message: format!("{name}按各月支出进度计分，还没有进度目标。"),
            hint: "逐月填截至月份、进度目标和分值。",
        });
    }
    let mut months = BTreeSet::new();
    for (place, row) in rule.targets.iter().enumerate() {
        let what = format!("{name}第 {} 个进度目标", place + 1);
        let field = |part_field| Field::CheckpointTarget(part.id, row.id, part_field);
        blank(
            &row.month,
            field(CheckpointTargetField::Month),
            format_args!("{what}的月份"),
            found,
        );
        blank(
            &row.target,
            field(CheckpointTargetField::Target),
            format_args!("{what}的进度"),
            found,
        );
        if rule.method != CheckpointMethod::Mean {
            blank(
                &row.points,
                field(CheckpointTargetField::Points),
                format_args!("{what}的分值"),
                found,
            );
        }
        if let Some(month) = row.month.value()
            && !months.insert(month.get())
        {
            found.push(SchemeFault {
                field: field(CheckpointTargetField::Month),
                message: format!("{what}又是 {} 月，与前面重复。", month.get()),
                hint: "一个月只写一次。",
            });
        }
    }
}

/// Headings begin with 一、 and go down one level at a time.
fn outline_faults(scheme: &Scheme, found: &mut Vec<SchemeFault>) {
    let mut above = 0;
    for (place, section) in scheme.outline.iter().enumerate() {
        let level = section.level.number();
        if level > above + 1 {
            found.push(SchemeFault {
                field: Field::Outline(section.id, OutlineField::Level),
                message: format!(
                    "提纲第 {} 节用了“{}”，前面没有上一层的标题。",
                    place + 1,
                    section.level.label()
                ),
                hint: "先写上一层的标题，或把这一节提高一层。",
            });
        }
        if section.heading.trim().is_empty() {
            found.push(SchemeFault {
                field: Field::Outline(section.id, OutlineField::Heading),
                message: format!("提纲第 {} 节还没有标题。", place + 1),
                hint: "写标题，不用写序号；不要的一节可以删除。",
            });
        }
        above = level;
    }
    if scheme.outline.is_empty() {
        found.push(SchemeFault {
            field: Field::Rows(List::Outline),
            message: "报告提纲是空的，报告里什么都没有。".into(),
            hint: "添加提纲，或换一个方案。",
        });
    }
}

/// Bands are half-open and stand highest first, so a wrong order overlaps, and a lowest band above zero
/// leaves totals without a band.
fn bands<T: Copy>(
    name: &str,
    bands: &[Band<T>],
    label: fn(T) -> &'static str,
    field: fn(T) -> Field,
    found: &mut Vec<SchemeFault>,
) {
    let mut before: Option<Rate> = None;
    for (place, band) in bands.iter().enumerate() {
        let what = format!("{name}“{}”的下限", label(band.value));
        blank(&band.from, field(band.value), format_args!("{what}"), found);
        let Some(from) = band.from.value() else { continue };
        if before.map_or(*from > Rate::FULL, |before| *from >= before) {
            let limit = before.unwrap_or(Rate::FULL).trimmed_percent();
            found.push(SchemeFault {
                field: field(band.value),
                message: format!("{what} {} 应低于上一档的 {limit}。", from.trimmed_percent()),
                hint: "各档从高到低排，下限依次变小。",
            });
        }
        if place + 1 == bands.len() && *from > Rate::NONE {
            found.push(SchemeFault {
                field: field(band.value),
                message: format!("{what}是 {}，更低的得分没有档次。", from.trimmed_percent()),
                hint: "最低一档的下限填 0。",
            });
        }
        before = Some(*from);
    }
    if bands.is_empty() {
        found.push(SchemeFault {
            field: Field::Rows(List::Parts),
            message: format!("评分方案没有{name}。"),
            hint: "换一个完整的方案，或导入改正后的方案。",
        });
    }
}

/// How something is called in a sentence: by its name, or by its kind where it has none. Hardly any has a fault, so
/// that the name is written only into one.
struct Called<'a>(&'a str, &'static str);

impl Display for Called<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self.0.trim() {
            "" => out.write_str(self.1),
            name => write!(out, "“{name}”"),
        }
    }
}
