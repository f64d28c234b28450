//! The first page of a project's report: its name and 主管部门, in lines with labels or in the title.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::labels;

use super::text::Text;
use super::title::{Title, title};
use crate::domain::vocabulary::offices::office_before_project;

/// Lines of the first page of a project's report: "项目名称：农村公路养护", "主管部门：县交通运输局".
pub(super) fn of_project(text: &Text<'_>) -> Vec<Recognised> {
    let lines = text.paragraphs().take(15);
    let values = lines.flat_map(|(place, words)| {
        let found = labels::in_line(words).into_iter();
        found.map(move |(slot, range)| (slot, place, words, range))
    });
    let mut found: Vec<Recognised> = Vec::new();
    for (slot, place, words, range) in values {
        let name = &words[range.clone()];
        let is_wanted = matches!(slot, Slot::ProjectTitle | Slot::CompetentDepartment);
        let is_name = (2..=60).contains(&name.chars().count()) && !name.contains(['。', '；']);
        if is_wanted && is_name && !found.iter().any(|item| item.slot() == Some(slot)) {
            // The label goes with the value.
            let start = words[..range.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let start = if words.is_char_boundary(start) {
                start
            } else {
                range.start
            };
            found.push(Recognised::one(
                slot,
                name,
                Sure::High,
                "写在首页。",
                Source::text(place, start..range.end),
            ));
        }
    }
    if !found.iter().any(|item| item.slot() == Some(Slot::ProjectTitle)) {
        found.extend(title(text).and_then(|title| in_title(&title)));
    }
    found
}

/// The project that a title names: 农村公路养护工程项目支出绩效自评表.
fn in_title(title: &Title) -> Option<Recognised> {
    let words = title.words.trim_start_matches("关于");
    let behind = words
        .split_once("年度")
        .filter(|(year, _)| year.chars().all(|c| c.is_ascii_digit()));
    let words = behind.map_or(words, |(_, rest)| rest);
    let ends = ["项目支出绩效", "支出绩效", "重点绩效", "绩效自评", "绩效评价"];
    let end = ends.iter().filter_map(|end| words.find(end)).min()?;
    // 某项目2021年度绩效自评报告: the year may stand behind the name.
    let name = words[..end].trim_end_matches(|c: char| "（）()年度".contains(c) || c.is_ascii_digit());
    let office = title.first.as_deref().filter(|first| name.starts_with(*first));
    let name = &name[office.or_else(|| office_before_project(name)).map_or(0, str::len)..];
    // 某县2021年度部门预算项目: what stands before the year is a place.
    let dated = name
        .split_once("年度")
        .filter(|(year, _)| year.ends_with(|c: char| c.is_ascii_digit()));
    let name = dated.map_or(name, |(_, rest)| rest);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || "年度".contains(c));
    // 财政项目, 自治区本级 and 部门预算 say whose projects they are, and name none.
    let is_kind = ["财政", "部门", "本级", "专项", "单位"]
        .iter()
        .any(|word| name.starts_with(word) || name.ends_with(word));
    let is_project = PROJECTS.iter().any(|word| name.ends_with(word));
    let fits = is_project && !is_kind && (6..=40).contains(&name.chars().count());
    fits.then(|| {
        Recognised::one(
            Slot::ProjectTitle,
            name,
            Sure::Medium,
            "标题里写明。",
            title.source.clone(),
        )
    })
}

/// How the names of projects end.
const PROJECTS: [&str; 12] = [
    "工程", "项目", "经费", "补助", "补贴", "建设", "改造", "维护", "整治", "服务", "资金", "养护",
];
