//! The report in the order of the published form: 一、基本情况 to 四、改进措施, with its tables.

use crate::domain::draft::Draft;
use crate::domain::evaluation::Evaluation;
use crate::domain::input::Input;
use crate::domain::narrative::Section;
use crate::domain::wording::{self, Span, Wording, ended};

use super::block::{Block, Report};
use super::numbering::{enumerated, numbered};
use super::tables;

/// Says the report. What is missing becomes a marked gap, so that nothing looks finished that is not.
pub fn report(draft: &Draft, evaluation: &Evaluation) -> Report {
    let mut text = Text::default();
    general(draft, evaluation, &mut text);
    assessment(draft, evaluation, &mut text);
    remarks(
        &mut text,
        3,
        "存在的主要问题",
        draft.problems.iter().map(|row| row.text.as_str()),
        "存在的主要问题还没有写",
    );
    remarks(
        &mut text,
        4,
        "改进措施及相关建议",
        draft.improvements.iter().map(|row| row.text.as_str()),
        "改进措施还没有写",
    );
    signature(draft, &mut text);
    Report {
        title: title(draft),
        blocks: text.0,
    }
}

/// Blocks in the making.
#[derive(Default)]
struct Text(Vec<Block>);

impl Text {
    fn heading(&mut self, level: u8, place: usize, text: &str) {
        self.0.push(Block::Heading(level, numbered(level, place, text.trim())));
    }

    /// Each line of a text as a paragraph; a gap where there is none.
    fn prose(&mut self, text: &str, missing: &str) {
        if text.trim().is_empty() {
            self.0.push(Block::Gap(missing.into()));
        }
        self.lines(text);
    }

    fn lines(&mut self, text: &str) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.plain(ended(line));
        }
    }

    fn plain(&mut self, text: String) {
        self.0.push(Block::Paragraph(vec![Span { text, figure: false }]));
    }

    fn wording(&mut self, wording: Wording, missing: &str) {
        if wording.is_empty() {
            self.0.push(Block::Gap(missing.into()));
        } else {
            self.0.push(Block::Paragraph(wording.0));
        }
    }
}

fn title(draft: &Draft) -> Vec<String> {
    let year = if draft.basics.year.is_blank() {
        String::new()
    } else {
        format!("{}年度", draft.basics.year.text())
    };
    let mut lines = vec![format!("{year}部门整体支出绩效自评报告")];
    if !draft.basics.unit.is_blank() {
        lines.insert(0, draft.basics.unit.trim().to_owned());
    }
    lines
}

fn general(draft: &Draft, evaluation: &Evaluation, text: &mut Text) {
    text.heading(1, 1, "基本情况");
    text.heading(2, 1, "部门概况");
    department(draft, text);
    text.heading(2, 2, "年度总体工作和重点工作任务");
    text.prose(&draft.work.overview, "年度总体工作还没有写");
    sections(&draft.work.sections, 3, text);
    text.heading(2, 3, "部门整体收支情况");
    text.heading(3, 1, "部门整体支出绩效目标");
    let items: Vec<String> = draft
        .objectives
        .items
        .iter()
        .map(|row| row.text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    text.prose(&enumerated(&items), "年度目标还没有写");
    text.heading(3, 2, "部门整体资金情况");
    text.wording(wording::money(draft, evaluation), "资金情况还没有填");
    let adjustment = wording::adjustment(draft, evaluation);
    if !adjustment.is_empty() {
        text.wording(adjustment, "");
    }
    text.lines(&draft.budget.execution_reason);
    text.heading(2, 4, "部门整体绩效管理情况");
    text.heading(3, 1, "部门整体绩效目标");
    text.prose(&draft.objectives.overall, "部门整体绩效目标还没有写");
    text.heading(3, 2, "部门整体绩效指标设定");
    if draft.indicators.is_empty() {
        text.0.push(Block::Gap("绩效指标还没有填".into()));
    } else {
        let mut parts = draft.scheme.indicator_parts();
        let part = match (parts.next(), parts.next()) {
            (Some(only), None) => only.name.as_str(),
            _ => "绩效指标",
        };
        text.plain(format!(
            "{part}共设{}项任务关键性指标，具体指标设置情况见表1。",
            draft.indicators.len()
        ));
        text.0.push(Block::Caption(format!(
            "表1 {}年度关键指标",
            draft.basics.caption_name()
        )));
        text.0.push(Block::Table(tables::weights(draft)));
    }
    text.heading(3, 3, "部门整体绩效运行监控");
    text.prose(&draft.monitoring.text, "运行监控情况还没有写");
    if !draft.monitoring.checkpoints.is_empty() {
        for line in tables::checkpoint_sentences(draft, evaluation) {
            text.plain(line);
        }
    }
}

fn department(draft: &Draft, text: &mut Text) {
    let department = &draft.department;
    let unit = if draft.basics.unit.is_blank() {
        "本单位"
    } else {
        draft.basics.unit.trim()
    };
    let units: Vec<&str> = department
        .subordinate_units
        .iter()
        .map(|row| row.name.trim())
        .filter(|name| !name.is_empty())
        .collect();
    let divisions: Vec<String> = department
        .divisions
        .iter()
        .filter(|row| !row.name.is_blank())
        .map(|row| row.full_name())
        .collect();
    if department.duties.is_blank() && divisions.is_empty() {
        text.0.push(Block::Gap("部门职能和内设机构还没有填".into()));
    }
    text.lines(&department.duties);
    if !units.is_empty() {
        text.plain(format!(
            "本部门包括{unit}（本级）以及纳入编制范围的下属单位。下属单位{}个，具体包括：{}。",
            units.len(),
            units.join("、")
        ));
    }
    if !divisions.is_empty() {
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
        text.plain(format!("{}。", people.join("，")));
    }
}

fn sections(rows: &[Section], level: u8, text: &mut Text) {
    for (place, row) in rows.iter().enumerate() {
        text.heading(
            level,
            place + 1,
            if row.heading.is_blank() {
                "（还没有写标题）"
            } else {
                &row.heading
            },
        );
        text.lines(&row.text);
        sections(&row.sections, level + 1, text);
    }
}

fn assessment(draft: &Draft, evaluation: &Evaluation, text: &mut Text) {
    text.heading(1, 2, "综合评价分析");
    text.heading(2, 1, "自评结论综述");
    text.wording(wording::conclusion(draft, evaluation), "总分还算不出，自评结论还不能写");
    text.lines(&draft.results.conclusion);
    if !draft.indicators.is_empty() {
        text.plain(format!(
            "{}项任务关键性指标的完成和评分情况见表2。",
            draft.indicators.len()
        ));
        text.0.push(Block::Caption(format!(
            "表2 {}各项任务及对应指标评分情况",
            draft.basics.caption_name()
        )));
        text.0.push(Block::Table(tables::scores(draft, evaluation)));
        text.0.extend(tables::reference_note(draft).map(Block::Note));
    }
    text.heading(2, 2, "各项工作任务绩效目标完成情况分析");
    let completions: Vec<_> = draft
        .results
        .completions
        .iter()
        .filter(|row| !row.heading.is_blank() || !row.text.is_blank())
        .collect();
    if completions.is_empty() {
        text.0.push(Block::Gap("各项工作任务完成情况还没有写".into()));
    }
    for (place, row) in completions.into_iter().enumerate() {
        text.heading(
            3,
            place + 1,
            if row.heading.is_blank() {
                "（还没有写标题）"
            } else {
                &row.heading
            },
        );
        text.prose(&row.text, "这一项完成情况还没有写");
    }
    text.heading(2, 3, "各重点任务项目支出完成情况分析");
    if draft.projects.rows.is_empty() {
        text.prose(&draft.projects.note, "重点项目还没有填");
    } else {
        text.plain("本部门的重点任务项目支出完成情况见表3。".into());
        text.0.push(Block::Caption(format!(
            "表3 {}重点任务项目支出情况",
            draft.basics.caption_name()
        )));
        text.0.push(Block::UnitLine("单位：万元".into()));
        text.0.push(Block::Table(tables::projects(draft, evaluation)));
        text.0
            .push(Block::Note("注：金额转化为万元时，四舍五入可能存在尾差。".into()));
        text.lines(&draft.projects.note);
    }
    text.heading(2, 4, "主要工作成效");
    text.prose(&draft.results.achievements, "主要工作成效还没有写");
}

/// Paragraphs that carry their number （一） in front, as problems and measures do.
fn remarks<'a>(text: &mut Text, place: usize, title: &str, rows: impl Iterator<Item = &'a str>, missing: &str) {
    text.heading(1, place, title);
    let rows: Vec<&str> = rows.map(str::trim).filter(|row| !row.is_empty()).collect();
    if rows.is_empty() {
        text.0.push(Block::Gap(missing.into()));
    }
    for (place, row) in rows.into_iter().enumerate() {
        text.lines(&numbered(2, place + 1, row));
    }
}

fn signature(draft: &Draft, text: &mut Text) {
    let mut lines = Vec::new();
    if !draft.basics.unit.is_blank() {
        lines.push(draft.basics.unit.trim().to_owned());
    }
    if let Some(date) = draft.basics.report_date.value() {
        lines.push(date.printed());
    }
    if !lines.is_empty() {
        text.0.push(Block::Signature(lines));
    }
}
