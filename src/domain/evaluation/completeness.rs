//! How far each part of the report is filled in.

use crate::domain::draft::budget::Column;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::{Draft, SchemeStanding};
use crate::domain::draft::field::{Field, IndicatorField, List, PartField};
use crate::domain::draft::form_texts::form_texts_asked;
use crate::domain::draft::narrative::Remark;
use crate::domain::scheme::outline::Content;
use crate::domain::scheme::part::PartRule;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Input;

use super::evaluation::Evaluation;

/// How far a part is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// 未开始.
    Todo,
    /// 还差几项.
    Partial,
    /// 已填完.
    Done,
}

/// Something that a report cannot do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Where it is filled in.
    pub field: Field,
    /// What the official forms call it.
    pub name: &'static str,
    /// Whether it is there.
    pub met: bool,
}

/// What a part cannot do without.
pub fn requirements(chapter: Chapter, draft: &Draft, evaluation: &Evaluation) -> Vec<Requirement> {
    let filled = |field: Field, name| {
        let met = draft.input(field).is_some_and(|input| !input.is_blank());
        Requirement { field, name, met }
    };
    let rows = |list, name, met| Requirement {
        field: Field::Rows(list),
        name,
        met,
    };
    // What the outline leaves out, nobody has to write, nor what the form that was read has no place for.
    let asked = |field: Field, name, words: &[&str]| {
        let own = filled(field, name);
        let met = own.met || !asks(draft, words);
        Requirement { met, ..own }
    };
    let has = |content| draft.scheme.outline.iter().any(|section| section.content == content);
    let of = |content, requirement| has(content).then_some(requirement);
    match chapter {
        Chapter::Basics if draft.scheme.kind == ReportKind::Project => vec![
            filled(Field::ProjectTitle, "项目全称"),
            asked(Field::CompetentDepartment, "主管部门", &["主管部门", "主管单位"]),
            filled(Field::Unit, "实施单位"),
            filled(Field::Year, "年度"),
        ],
        Chapter::Objectives if draft.scheme.kind == ReportKind::Project => {
            let both = [
                filled(Field::OverallObjective, "预期目标"),
                asked(Field::ObjectiveActual, "实际完成情况", &["完成情况", "执行情况"]),
            ];
            let both = both.into_iter().filter_map(|goal| of(Content::OverallObjective, goal));
            both.collect()
        }
        Chapter::Basics => {
            let named = [filled(Field::Unit, "单位全称"), filled(Field::Year, "年度")];
            // Tables alone, and forms with rows for texts, are not signed.
            let is_written = draft.scheme.outline.iter().any(|section| section.content.is_written());
            let is_written = is_written && asks(draft, &["一、", "（一）", "。\n"]);
            let date = is_written.then(|| filled(Field::ReportDate, "报告日期"));
            named.into_iter().chain(date).collect()
        }
        Chapter::Department => {
            let mut divisions = draft.department.divisions.iter();
            let written = !Input::is_blank(&draft.department.duties) || divisions.any(|row| !row.name.is_blank());
            let requirement = Requirement {
                field: Field::Duties,
                name: "部门职能或内设机构",
                met: written,
            };
            of(Content::Department, requirement).into_iter().collect()
        }
        Chapter::Work => {
            // The pieces of work tell it as well.
            let written = draft
                .work
                .sections
                .iter()
                .any(|section| !Input::is_blank(&section.text));
            let overview = filled(Field::WorkOverview, "年度总体工作");
            let met = overview.met || written;
            of(Content::Work, Requirement { met, ..overview }).into_iter().collect()
        }
        Chapter::Budget => {
            let total = |column, name| {
                let value = evaluation.money.totals.get(column).value;
                let field = value.err().map_or(Field::StatedTotal(column), |gap| gap.field);
                Requirement {
                    field,
                    name,
                    met: value.is_ok(),
                }
            };
            let initial = total(Column::Initial, "年初预算数合计");
            let met = initial.met || !asks_first_budget(draft);
            let mut totals = vec![Requirement { met, ..initial }];
            if has_results(draft) {
                totals.push(total(Column::Adjusted, "调整预算数合计"));
                totals.push(total(Column::Executed, "执行数合计"));
            }
            let is_wanted = draft.scheme.kind == ReportKind::Project || has(Content::Money);
            if is_wanted { totals } else { Vec::new() }
        }
        Chapter::Objectives => {
            let scored = draft
                .scheme
                .parts
                .iter()
                .any(|part| part.rule == PartRule::ObjectiveShare);
            let written = draft.objectives.items.iter().any(|row| !row.text.is_blank());
            let items = rows(List::Objectives, "年度目标", written);
            let overall = filled(Field::OverallObjective, "部门整体绩效目标");
            let items = (scored || has(Content::Objectives)).then_some(items);
            of(Content::OverallObjective, overall)
                .into_iter()
                .chain(items)
                .collect()
        }
        Chapter::Scheme => {
            let parts = &draft.scheme.parts;
            let unweighted = parts.iter().find(|part| part.weight.value().is_none());
            vec![
                Requirement {
                    field: Field::SchemeStanding,
                    name: "选用的方案",
                    met: draft.scheme_standing == SchemeStanding::Chosen,
                },
                rows(List::Parts, "评分内容", !parts.is_empty() || !has(Content::Indicators)),
                Requirement {
                    field: unweighted.map_or(Field::Rows(List::Parts), |part| Field::Part(part.id, PartField::Weight)),
                    name: "评分内容的权重",
                    met: unweighted.is_none() || !is_weighed(draft),
                },
            ]
        }
        Chapter::Indicators => {
            let named = |field, name, met| Requirement { field, name, met };
            let unnamed = draft.written_indicators().find(|row| Input::is_blank(&row.name));
            let written = || {
                let rows = draft.indicators.iter().zip(&evaluation.indicators);
                rows.filter(|(row, _)| !row.is_blank()).map(|(_, result)| result)
            };
            let unweighted = written().find_map(|row| row.weight.err());
            let unscored = written().find_map(|row| row.score.err());
            let list = Field::Rows(List::Indicators);
            let is_wanted = draft.scheme.kind == ReportKind::Project || has(Content::Indicators);
            if !is_wanted && draft.written_indicators().next().is_none() {
                return Vec::new();
            }
            let unnamed_field = unnamed.map_or(list, |row| Field::Indicator(row.id, IndicatorField::Name));
            let mut all = vec![
                named(list, "指标", draft.written_indicators().next().is_some()),
                named(unnamed_field, "指标名称", unnamed.is_none()),
            ];
            // While no part has a weight that is said of the parts, and the rows cannot have any.
            let has_parts =
                draft.scheme.parts.is_empty() || draft.scheme.parts.iter().any(|part| !part.weight.is_blank());
            if has_parts && is_weighed(draft) {
                all.push(named(
                    unweighted.map_or(list, |gap| gap.field),
                    "指标权重",
                    unweighted.is_none(),
                ));
            }
            if has_parts && is_scored(draft) {
                all.push(named(
                    unscored.map_or(list, |gap| gap.field),
                    "指标得分",
                    unscored.is_none(),
                ));
            }
            let texts = form_texts_asked(&draft.scheme).filter(|foot| foot.is_required);
            all.extend(texts.map(|foot| filled(Field::FormText(foot.shows), foot.head)));
            all
        }
        Chapter::Monitoring => of(Content::Monitoring, filled(Field::MonitoringText, "运行监控情况"))
            .into_iter()
            .collect(),
        Chapter::Projects => {
            let explained = !Input::is_blank(&draft.projects.note);
            let written = draft.projects.rows.iter().any(|row| !row.name.is_blank());
            let met = written || !draft.forms.is_empty() || explained;
            let requirement = rows(List::Projects, "重点项目或没有重点项目的说明", met);
            of(Content::Projects, requirement).into_iter().collect()
        }
        Chapter::Results => {
            let written = draft.results.completions.iter().any(|row| !Input::is_blank(&row.text));
            let completions = rows(List::Completions, "各项工作任务完成情况", written);
            let achievements = filled(Field::Achievements, "主要工作成效");
            let both = [
                of(Content::Completions, completions),
                of(Content::Achievements, achievements),
            ];
            both.into_iter().flatten().collect()
        }
        Chapter::Problems => {
            let written = |rows: &[Remark]| rows.iter().any(|row| !Input::is_blank(&row.text));
            let problems = rows(List::Problems, "存在的主要问题", written(&draft.problems));
            let improvements = rows(List::Improvements, "改进措施", written(&draft.improvements));
            let both = [of(Content::Problems, problems), of(Content::Improvements, improvements)];
            both.into_iter().flatten().collect()
        }
    }
}

/// Whether a draft was typed or is to be a report, or the one that it was read from has one of these words. What its form
/// has no place for is not missing.
fn asks(draft: &Draft, words: &[&str]) -> bool {
    let whole = &draft.source.whole;
    whole.trim().is_empty() || draft.approved.is_some() || words.iter().any(|word| whole.contains(word))
}

/// Whether a draft tells a year that is over; a 申报表 that was read as it stands only promises.
pub fn has_results(draft: &Draft) -> bool {
    let title: String = draft.source.whole.chars().take(TITLE).collect();
    let is_declared = ["申报表", "申报书", "目标表", "批复表"]
        .iter()
        .any(|form| title.contains(form));
    !is_declared || draft.approved.is_some()
}

/// So many characters have the title of a report in them.
const TITLE: usize = 200;

/// Whether the first budget is wanted: the form that was read has a place for it, or the draft was typed.
pub fn asks_first_budget(draft: &Draft) -> bool {
    const WORDS: [&str; 13] = [
        "年初预算",
        "年初部门",
        "年初批复",
        "年初安排",
        "年初下达",
        "年初财政",
        "年初收",
        "年初支出",
        "期初预算",
        "批复预算",
        "预算批复",
        "预算安排",
        "预算下达",
    ];
    asks(draft, &WORDS)
}

/// Whether the indicators have weights, or the form that was read has a place for them.
fn is_weighed(draft: &Draft) -> bool {
    draft.written_indicators().any(|row| !row.weight.is_blank()) || asks(draft, &["分值", "权重", "满分", "标准分"])
}

/// Whether points are to be had: the indicators are weighed, and the form that was read has a place for what each got.
pub fn is_scored(draft: &Draft) -> bool {
    is_weighed(draft) && has_results(draft) && asks(draft, &["得分", "自评分", "评分", "评价分", "得满分"])
}

/// How far a part is filled in.
pub fn completeness(chapter: Chapter, draft: &Draft, evaluation: &Evaluation) -> Completeness {
    let requirements = requirements(chapter, draft, evaluation);
    // Without any indicator the statements about all of them hold, and mean nothing.
    let empty = chapter == Chapter::Indicators && draft.written_indicators().next().is_none();
    match requirements.iter().filter(|requirement| requirement.met).count() {
        met if met == requirements.len() => Completeness::Done,
        0 => Completeness::Todo,
        _ if empty => Completeness::Todo,
        _ => Completeness::Partial,
    }
}
