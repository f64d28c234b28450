//! The report in the order of the scheme's outline, with its tables.

use std::cmp::Ordering;

use crate::domain::draft::department::Inclusion;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List, OutlineField};
use crate::domain::draft::narrative::{Completion, Remark, Section};
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::ending::unended;
use crate::domain::references::quoting::quoted;
use crate::domain::references::wording;
use crate::domain::references::wording::ended;
use crate::domain::scheme::outline::{Content, OutlineSection};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::tables_of::form_of;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::row::Id;

use super::block::{Block, Cover, Origin, Report};
use super::column_widths::fit_blocks;
use super::numbering::{enumerated, numbered};
use super::pagination::Turn;
use super::text::Text;
use super::written::written;
use super::{annexes, charts, form, tables};

/// Says the report in the order of the scheme's outline. What is missing becomes a marked gap, so that
/// nothing looks finished that is not.
pub fn report(draft: &Draft, evaluation: &Evaluation) -> Report {
    let (draft, evaluation) = &written(draft, evaluation);
    let quoted = &quoted(draft, evaluation);
    let mut text = Text::of(draft, quoted, evaluation);
    if draft.scheme.kind == ReportKind::Project {
        let layout = form_of(&draft.scheme).layout();
        let turn = form::turn(layout);
        let tables = form::tables(quoted, evaluation, layout);
        text.blocks.extend(tables.map(Block::Table));
        text.blocks.extend(tables::reference_note(draft).map(Block::Note));
        fit_blocks(&mut text.blocks, turn);
        return Report {
            turn,
            title: title(draft),
            title_field: Some(Field::Year),
            blocks: text.blocks,
            origins: text.origins,
            ..Report::default()
        };
    }
    let mut counts = [0_usize; 3];
    for section in &draft.scheme.outline {
        let level = section.level.number();
        let place = usize::from(level) - 1;
        for (below, count) in counts.iter_mut().enumerate() {
            match below.cmp(&place) {
                Ordering::Equal => *count += 1,
                Ordering::Greater => *count = 0,
                Ordering::Less => {}
            }
        }
        let number = counts.get(place).copied().unwrap_or_default();
        text.at(Field::Outline(section.id, OutlineField::Heading));
        text.heading(level, number, or_untitled(&section.heading));
        content(section, draft, evaluation, &mut text);
    }
    let mut after = Text::of(draft, quoted, evaluation);
    annexes::annexes(draft, evaluation, &mut after);
    text.from(Origin::default());
    text.blocks.extend(annexes::list(&after.blocks));
    signature(draft, &mut text);
    text.append(after);
    fit_blocks(&mut text.blocks, Turn::Upright);
    Report {
        turn: Turn::Upright,
        cover: (draft.basics.cover == Inclusion::With).then(|| cover(draft)),
        has_contents: draft.basics.contents == Inclusion::With,
        title: title(draft),
        title_field: Some(Field::Unit),
        blocks: text.blocks,
        origins: text.origins,
    }
}

fn content(section: &OutlineSection, draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    let below = section.level.number() + 1;
    match section.content {
        Content::Heading => {}
        Content::Text => {
            text.at(Field::Outline(section.id, OutlineField::Text));
            text.prose(&section.text, &format!("“{}”还没有写", section.heading.trim()));
        }
        Content::Department => department(draft, text),
        Content::Work => {
            text.at(Field::WorkOverview);
            text.prose(&draft.work.overview, "年度总体工作还没有写");
            sections(&draft.work.sections, below, text);
        }
        Content::Objectives => objectives(draft, text),
        Content::Money => money(draft, evaluation, text),
        Content::OverallObjective => {
            text.at(Field::OverallObjective);
            text.prose(&draft.objectives.overall, "部门整体绩效目标还没有写");
        }
        Content::Indicators => indicators(draft, text),
        Content::Monitoring => monitoring(draft, evaluation, text),
        Content::Conclusion => conclusion(draft, evaluation, text),
        Content::Completions => completions(draft, below, text),
        Content::Projects => projects(draft, evaluation, text),
        Content::Achievements => {
            text.at(Field::Achievements);
            text.prose(&draft.results.achievements, "主要工作成效还没有写");
        }
        Content::Problems => {
            text.at(Field::Rows(List::Problems));
            remarks(text, below, &draft.problems, Field::Problem, "存在的主要问题还没有写");
        }
        Content::Improvements => {
            text.at(Field::Rows(List::Improvements));
            remarks(text, below, &draft.improvements, Field::Improvement, "改进措施还没有写");
        }
    }
}

fn cover(draft: &Draft) -> Cover {
    let unit = draft.basics.unit.trim();
    let date = draft.basics.report_date.value().map(|date| date.printed());
    let lines = [(!unit.is_empty()).then(|| unit.to_owned()), date];
    Cover {
        // The unit stands below, by itself.
        title: title(draft).into_iter().filter(|line| line != unit).collect(),
        lines: lines.into_iter().flatten().collect(),
    }
}

fn or_untitled(heading: &str) -> &str {
    if heading.trim().is_empty() {
        "（还没有写标题）"
    } else {
        heading
    }
}

fn title(draft: &Draft) -> Vec<String> {
    let year = if draft.basics.year.is_blank() {
        String::new()
    } else {
        format!("{}年度", draft.basics.year.text())
    };
    let mut lines = vec![format!("{year}{}", draft.scheme.kind.label())];
    if draft.scheme.kind == ReportKind::Project {
        return lines;
    }
    if !draft.basics.unit.is_blank() {
        lines.insert(0, draft.basics.unit.trim().to_owned());
    }
    lines
}

fn objectives(draft: &Draft, text: &mut Text<'_>) {
    let items: Vec<String> = draft
        .objectives
        .items
        .iter()
        .map(|row| row.text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let first = draft.objectives.items.first().map(|row| Field::ObjectiveText(row.id));
    text.at(first.unwrap_or(Field::Rows(List::Objectives)));
    text.prose(&enumerated(&items), "年度目标还没有写");
}

fn money(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    text.wording(WordingKind::Money, "资金情况还没有填");
    text.at(Field::Wording(WordingKind::Adjustment));
    text.lines(&wording::paragraph(WordingKind::Adjustment, draft, evaluation));
    text.at(Field::ExecutionReason);
    text.lines(&draft.budget.execution_reason);
    for fund in draft.budget.funds.iter().filter(|fund| !fund.reason.is_blank()) {
        text.at(Field::FundReason(fund.id));
        text.plain(ended(&format!(
            "{}执行偏差的原因：{}",
            fund.label(),
            fund.reason.trim()
        )));
    }
    text.at(Field::Rows(List::Funds));
    charts::money(draft, evaluation, text);
}

fn indicators(draft: &Draft, text: &mut Text<'_>) {
    text.at(Field::Rows(List::Indicators));
    if draft.indicators.is_empty() {
        text.blocks.push(Block::Gap("绩效指标还没有填".into()));
        return;
    }
    let mut parts = draft.scheme.indicator_parts();
    let part = match (parts.next(), parts.next()) {
        (Some(only), None) => only.name.as_str(),
        _ => "绩效指标",
    };
    let count = draft.indicators.len();
    if let Some(annex) = annexes::of_table(draft) {
        text.plain(format!("{part}共设{count}项指标，具体指标设置情况见{annex}。"));
        return;
    }
    let table = text.next_table();
    text.plain(format!(
        "{part}共设{count}项任务关键性指标，具体指标设置情况见表{table}。"
    ));
    text.blocks.push(Block::Caption(format!(
        "表{table} {}年度关键指标",
        draft.basics.caption_name()
    )));
    text.blocks
        .push(Block::Table(tables::weights(text.quoted, text.evaluation)));
}

fn monitoring(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    text.at(Field::MonitoringText);
    text.prose(&draft.monitoring.text, "运行监控情况还没有写");
    for (row, line) in tables::checkpoint_sentences(draft, evaluation) {
        text.at(Field::CheckpointMonth(row));
        text.paragraph(&line);
    }
}

fn department(draft: &Draft, text: &mut Text<'_>) {
    let department = &draft.department;
    let unit = if draft.basics.unit.is_blank() {
        "本单位"
    } else {
        draft.basics.unit.trim()
    };
    let units: Vec<&str> = department
        .subordinate_units
        .iter()
        .map(|row| unended(&row.name))
        .filter(|name| !name.is_empty())
        .collect();
    let divisions: Vec<String> = department
        .divisions
        .iter()
        .filter(|row| !row.name.is_blank())
        .map(|row| unended(&row.full_name()).to_owned())
        .collect();
    text.at(Field::Duties);
    if department.duties.is_blank() && divisions.is_empty() {
        text.blocks.push(Block::Gap("部门职能和内设机构还没有填".into()));
    }
    text.lines(&department.duties);
    if !units.is_empty() {
        text.at(Field::Rows(List::SubordinateUnits));
        text.plain(format!(
            "本部门包括{unit}（本级）以及纳入编制范围的下属单位。下属单位{}个，具体包括：{}。",
            units.len(),
            units.join("、")
        ));
    }
    if !divisions.is_empty() {
        text.at(Field::Rows(List::Divisions));
        text.plain(format!(
            "{unit}（本级）内设机构{}个，分别为{}。",
            divisions.len(),
            divisions.join("、")
        ));
    }
    let people: Vec<String> = [
        ("编制", department.authorised_posts.value()),
        ("在职人员", department.staff.value()),
    ]
    .into_iter()
    .filter_map(|(name, count)| Some(format!("{name}{}人", count?.get())))
    .collect();
    if !people.is_empty() {
        text.at(Field::AuthorisedPosts);
        text.plain(format!("{}。", people.join("，")));
    }
}

fn sections(rows: &[Section], level: u8, text: &mut Text<'_>) {
    for (place, row) in rows.iter().enumerate() {
        text.at(Field::SectionHeading(row.id));
        text.heading(level, place + 1, or_untitled(&row.heading));
        text.at(Field::SectionText(row.id));
        text.lines(&row.text);
        sections(&row.sections, level + 1, text);
    }
}

fn conclusion(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    text.wording(WordingKind::Conclusion, "总分还算不出，自评结论还不能写");
    text.at(Field::Conclusion);
    text.lines(&draft.results.conclusion);
    text.at(Field::Rows(List::Indicators));
    if draft.indicators.is_empty() {
        return;
    }
    scored_indicators(draft, evaluation, text);
    text.at(Field::Rows(List::Indicators));
    charts::scores(draft, evaluation, text);
}

/// 指标的完成和评分情况: its table, or where it is.
fn scored_indicators(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    let count = draft.indicators.len();
    if let Some(annex) = annexes::of_table(draft) {
        text.plain(format!("{count}项指标的完成和评分情况见{annex}。"));
        return;
    }
    let table = text.next_table();
    text.plain(format!("{count}项任务关键性指标的完成和评分情况见表{table}。"));
    text.blocks.push(Block::Caption(format!(
        "表{table} {}各项任务及对应指标评分情况",
        draft.basics.caption_name()
    )));
    text.blocks.push(Block::Table(tables::scores(text.quoted, evaluation)));
    text.blocks.extend(tables::reference_note(draft).map(Block::Note));
}

fn completions(draft: &Draft, level: u8, text: &mut Text<'_>) {
    let written = |row: &&Completion| !row.heading.is_blank() || !row.text.is_blank();
    let rows: Vec<_> = draft.results.completions.iter().filter(written).collect();
    text.at(Field::Rows(List::Completions));
    if rows.is_empty() {
        text.blocks.push(Block::Gap("各项工作任务完成情况还没有写".into()));
    }
    for (place, row) in rows.into_iter().enumerate() {
        text.at(Field::CompletionHeading(row.id));
        text.heading(level, place + 1, or_untitled(&row.heading));
        text.at(Field::CompletionText(row.id));
        text.prose(&row.text, "这一项完成情况还没有写");
    }
}

fn projects(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    if draft.projects.rows.is_empty() {
        text.at(Field::ProjectsNote);
        text.prose(&draft.projects.note, "重点项目还没有填");
        return;
    }
    text.at(Field::Rows(List::Projects));
    let table = text.next_table();
    text.plain(format!("本部门的重点任务项目支出完成情况见表{table}。"));
    text.blocks.push(Block::Caption(format!(
        "表{table} {}重点任务项目支出情况",
        draft.basics.caption_name()
    )));
    text.blocks.push(Block::UnitLine("单位：万元".into()));
    text.blocks
        .push(Block::Table(tables::projects(text.quoted, evaluation)));
    text.blocks
        .push(Block::Note("注：金额转化为万元时，四舍五入可能存在尾差。".into()));
    text.at(Field::ProjectsNote);
    text.lines(&draft.projects.note);
}

/// Paragraphs that carry their number （一） in front, as problems and measures do.
fn remarks(text: &mut Text<'_>, level: u8, rows: &[Remark], field: fn(Id) -> Field, missing: &str) {
    let rows: Vec<&Remark> = rows.iter().filter(|row| !row.text.trim().is_empty()).collect();
    if rows.is_empty() {
        text.blocks.push(Block::Gap(missing.into()));
    }
    for (place, row) in rows.into_iter().enumerate() {
        text.at(field(row.id));
        text.lines(&numbered(level, place + 1, row.text.trim()));
    }
}

fn signature(draft: &Draft, text: &mut Text<'_>) {
    text.at(Field::ReportDate);
    let mut lines = Vec::new();
    if !draft.basics.unit.is_blank() {
        lines.push(draft.basics.unit.trim().to_owned());
    }
    if let Some(date) = draft.basics.report_date.value() {
        lines.push(date.printed());
    }
    if !lines.is_empty() {
        text.blocks.push(Block::Signature(lines));
    }
}
