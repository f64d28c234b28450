//! Fills an indicator in from a row of a table.

use crate::domain::draft::taken::Meaning;
use crate::domain::scheme::indicator::{Attainment, Evidence, Indicator, IndicatorNature, Measure};
use crate::domain::scheme::part::{Group, Part};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::input::{Choice, Entry, clean};
use crate::domain::values::parse::half_width;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;

use super::planned::{Figure, Mark, PlannedRow, figure, mark, same, text_of, write};
use super::target;

/// A new indicator, which has no identity yet.
pub fn blank() -> Shared<Indicator> {
    Shared::new(Indicator {
        measures: vec![Measure::default()],
        ..Indicator::default()
    })
}

/// Fills in what the row says; what it does not say stays.
pub fn fill(scheme: &Scheme, indicator: &mut Indicator, row: &mut PlannedRow) {
    let is_new = indicator.id == Id::default();
    if is_new {
        write(&mut indicator.name, row, Meaning::Name);
    }
    write(&mut indicator.goal, row, Meaning::Goal);
    place(scheme, indicator, row);
    aim(indicator, row, is_new);
    weight(indicator, row);
    actual(indicator, row);
    write(&mut indicator.analysis, row, Meaning::Analysis);
    write(&mut indicator.deviation_reason, row, Meaning::Deviation);
    write(&mut indicator.improvement, row, Meaning::Improvement);
    write(&mut indicator.division, row, Meaning::Division);
    let evidence = clean(&text_of(&row.cells, Meaning::Evidence));
    let names = evidence
        .split(['；', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty());
    for name in names {
        if !indicator.evidence.iter().any(|known| same(&known.name, name)) {
            indicator.evidence.push(Evidence {
                name: name.to_owned(),
                ..Evidence::default()
            });
        }
    }
}

/// 所属: the part and group of the scheme with the names of the levels, which may stand with their points.
fn place(scheme: &Scheme, indicator: &mut Indicator, row: &mut PlannedRow) {
    let level = |meaning| level_name(&text_of(&row.cells, meaning));
    let (first, second) = (level(Meaning::FirstLevel), level(Meaning::SecondLevel));
    if first.is_empty() && second.is_empty() {
        return;
    }
    let is = |name: &str, wanted: &str| {
        let name = level_name(name);
        !wanted.is_empty() && (name == wanted || name.trim_end_matches("指标") == wanted.trim_end_matches("指标"))
    };
    // A first level is a part, or stands over groups of one.
    let part = scheme.indicator_parts().find(|part| is(&part.name, &first));
    let of_first = |part: &Part, group: &&Group| part.name == first || is(part.first_level(Some(group)), &first);
    let within: Vec<&Group> = scheme
        .indicator_parts()
        .flat_map(|own| own.groups.iter().filter(move |group| of_first(own, group)))
        .collect();
    let is_known = part.is_some() || !within.is_empty();
    let is_second = |group: &&Group| is(&group.name, &second);
    let group = match within.as_slice() {
        [] if !is_known => scheme.indicator_parts().flat_map(|part| &part.groups).find(is_second),
        // 服务对象满意度指标 and 满意度指标 are one where the level has no other.
        [only] if !second.is_empty() => Some(*only),
        groups => groups.iter().copied().find(is_second),
    };
    let is_home = |id: Id| match scheme.home(indicator.place) {
        Some((_, Some(group))) => group.id == id,
        Some((part, None)) => part.id == id,
        None => false,
    };
    match group.map(|group| group.id).or(part.map(|part| part.id)) {
        Some(id) if is_home(id) => {}
        Some(id) => indicator.place = Some(id),
        // The first part is where an indicator without a place counts, so a scheme of one part loses nothing.
        None if scheme.indicator_parts().count() > 1 => {
            let meaning = if first.is_empty() {
                Meaning::SecondLevel
            } else {
                Meaning::FirstLevel
            };
            mark(
                row,
                meaning,
                Mark::Note("评分方案里没有这一级，放在第一个评分内容里".into()),
            );
        }
        None => {}
    }
}

fn level_name(text: &str) -> String {
    let plain = half_width(text);
    plain.split('(').next().unwrap_or_default().to_owned()
}

/// 性质、指标值、单位.
fn aim(indicator: &mut Indicator, row: &mut PlannedRow, is_new: bool) {
    let (nature, sign_text) = (text_of(&row.cells, Meaning::Nature), text_of(&row.cells, Meaning::Sign));
    let unit = text_of(&row.cells, Meaning::Unit);
    let adjusted = text_of(&row.cells, Meaning::AdjustedTarget);
    let (meaning, wanted) = match adjusted.as_str() {
        "" | "-" | "—" | "/" => (Meaning::Target, text_of(&row.cells, Meaning::Target)),
        _ => (Meaning::AdjustedTarget, adjusted),
    };
    let other = matches!(
        indicator.nature,
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions
    );
    if wanted.is_empty() || other {
        if other && !wanted.is_empty() {
            let how = indicator.nature.label();
            mark(row, meaning, Mark::Note(format!("这项指标是“{how}”，指标值不改")));
        }
        return;
    }
    if same(&wanted, &target::written(indicator)) && sign_text.is_empty() {
        return;
    }
    let sign = target::sign(&sign_text).or_else(|| target::sign(&nature));
    let is_words = nature.contains("定性");
    let measures = if is_words {
        None
    } else {
        target::measures(&wanted, sign, &unit)
    };
    match measures {
        Some(read) => {
            indicator.nature = IndicatorNature::Quantitative;
            let old = std::mem::take(&mut indicator.measures);
            indicator.measures = read;
            // Measures that stay keep their identity and what was found of them.
            for (measure, old) in indicator.measures.iter_mut().zip(old) {
                measure.id = old.id;
                measure.actual = old.actual;
                measure.share = old.share;
                if measure.name.is_empty() {
                    measure.name = old.name;
                }
            }
        }
        None => {
            indicator.nature = IndicatorNature::Qualitative;
            indicator.standard = clean(&wanted);
            if !is_words && is_new {
                mark(row, meaning, Mark::Note("没有单独的数，按定性指标".into()));
            }
        }
    }
}

/// 权重, with or without 分 or %.
fn weight(indicator: &mut Indicator, row: &mut PlannedRow) {
    let text = text_of(&row.cells, Meaning::Weight);
    match figure::<Points>(text.trim_end_matches(['%', '％'])) {
        Figure::None => {}
        Figure::Value(value) | Figure::Rounded(value) => indicator.weight = Entry::Accepted(value),
        Figure::Fault(reason) => mark(row, Meaning::Weight, Mark::Fault(reason)),
    }
}

/// 实际完成值. What is no figure is not lost: it is the analysis, unless there is one.
fn actual(indicator: &mut Indicator, row: &mut PlannedRow) {
    let text = clean(&text_of(&row.cells, Meaning::Actual));
    if text.is_empty() || matches!(text.as_str(), "-" | "—" | "/") {
        return;
    }
    let words = |indicator: &mut Indicator, row: &mut PlannedRow, note: &str| {
        if text_of(&row.cells, Meaning::Analysis).is_empty() {
            indicator.analysis.clone_from(&text);
            mark(
                row,
                Meaning::Actual,
                Mark::Note(format!("{note}，放在“实现情况分析”里")),
            );
        } else {
            mark(row, Meaning::Actual, Mark::Fault(format!("{note}，请核对")));
        }
    };
    match indicator.nature {
        IndicatorNature::Quantitative => match target::actuals(&text, indicator.measures.len()) {
            Some(values) => {
                let unit = indicator
                    .measures
                    .first()
                    .map(|measure| measure.unit.clone())
                    .unwrap_or_default();
                for (measure, value) in indicator.measures.iter_mut().zip(values) {
                    measure.actual = Entry::Accepted(value);
                }
                // What stands there besides the figure is said in the report.
                if indicator.measures.len() == 1
                    && !target::is_bare(&text, &unit)
                    && text_of(&row.cells, Meaning::Analysis).is_empty()
                {
                    indicator.analysis.clone_from(&text);
                    mark(
                        row,
                        Meaning::Actual,
                        Mark::Note("数填进完成值，全文放在“实现情况分析”里".into()),
                    );
                }
            }
            None => words(indicator, row, "没有单独的数"),
        },
        IndicatorNature::Qualitative => match attainment(&text) {
            Some(attainment) => indicator.attainment = Some(attainment),
            None => words(indicator, row, "没有说达成、部分达成还是未达成"),
        },
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => {
            words(indicator, row, "这项指标不是填一个数的");
        }
    }
}

fn attainment(text: &str) -> Option<Attainment> {
    let plain = half_width(text);
    match plain.as_str() {
        "部分达成" | "部分完成" => Some(Attainment::PartlyAchieved),
        "未达成" | "未完成" | "没有完成" => Some(Attainment::NotAchieved),
        "达成" | "完成" | "已达成" | "已完成" | "全部完成" | "基本达成" | "基本完成" | "达标" | "达成预期指标"
        | "达成年度指标" => Some(Attainment::Achieved),
        _ => None,
    }
}
