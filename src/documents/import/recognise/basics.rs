//! 基本信息: the unit, its short name, the year, the kind of report, the date.

use std::collections::BTreeMap;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::labels;
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;

use super::project_basics;
use super::report_year;
use super::text::Text;
use super::title::{Title, is_of_project, title};
use crate::domain::vocabulary::offices::{is_named, is_unit, office_before_project};

/// The facts of the first page.
pub fn recognise(text: &Text<'_>) -> Vec<Recognised> {
    let mut found = Vec::new();
    let title = title(text);
    found.extend(title.as_ref().map(|title| {
        let kind = if is_of_project(text) {
            "项目支出绩效自评表"
        } else {
            "部门整体支出绩效自评报告"
        };
        Recognised::one(Slot::Kind, kind, Sure::High, "标题里写明。", title.source.clone())
    }));
    if title.is_none()
        && is_of_project(text)
        && let Some((place, _)) = text.grids().next()
    {
        let source = Source::row(place, 0);
        found.push(Recognised::one(
            Slot::Kind,
            "项目支出绩效自评表",
            Sure::Medium,
            "表以项目名称开头。",
            source,
        ));
    }
    found.extend(unit(text, title.as_ref()));
    found.extend(short_name(
        text,
        found.last().and_then(|unit| unit.text(Slot::Unit)).map(str::to_owned),
    ));
    found.extend(report_year::recognise(text, title.as_ref()));
    found.extend(date(text));
    if found
        .iter()
        .any(|item| item.text(Slot::Kind).is_some_and(|kind| kind.contains("项目")))
    {
        found.extend(project_basics::of_project(text));
    }
    found
}

/// What a unit is called in one place.
struct Mention {
    name: String,
    source: Source,
    /// Whether the place is made for the name: the title, a line 填报单位.
    is_plain: bool,
}

fn unit(text: &Text<'_>, title: Option<&Title>) -> Option<Recognised> {
    let mut mentions = Vec::new();
    if let Some(title) = title {
        let before = title
            .words
            .split("20")
            .next()
            .unwrap_or_default()
            .trim_start_matches("关于");
        // What stands before the year of a report is whose it is, whatever kind of office that be.
        // 2023年度某局部门整体支出…
        let behind = title.words.split("年度").nth(1).filter(|_| before.is_empty());
        let behind = behind.and_then(|words| {
            let end = ["部门整体", "单位整体", "整体支出", "部门预算", "部门支出"]
                .iter()
                .filter_map(|word| words.find(word))
                .min()?;
            Some(&words[..end]).filter(|name| is_unit(name))
        });
        let before = behind.unwrap_or(before);
        // 自评表（2024年度） begins with no name.
        let is_form = before.contains("绩效") || before.ends_with(['（', '(']);
        let is_dated = before.len() < title.words.len() && is_named(before) && !is_form && !is_of_project(text);
        let of_project = || {
            let first = title.first.as_deref().filter(|first| is_unit(first));
            first.or_else(|| office_before_project(before))
        };
        if is_unit(before) || is_dated {
            mentions.push(Mention {
                name: before.to_owned(),
                source: title.source.clone(),
                is_plain: true,
            });
        } else if let Some(name) = of_project() {
            mentions.push(Mention {
                name: name.to_owned(),
                source: title.source.clone(),
                is_plain: false,
            });
        } else if let Some((place, words)) = text.paragraphs().take_while(|(place, _)| *place < title.place).last()
            && is_unit(words.trim())
        {
            mentions.push(Mention {
                name: words.trim().to_owned(),
                source: Source::text(place, 0..words.len()),
                is_plain: true,
            });
        }
    }
    // The office below the title.
    let below = title.and_then(|title| {
        text.paragraphs()
            .find(|(place, words)| *place > title.place && !words.trim().is_empty())
    });
    mentions.extend(
        below
            .filter(|(_, words)| is_unit(words.trim()))
            .map(|(place, words)| Mention {
                name: words.trim().to_owned(),
                source: Source::text(place, 0..words.len()),
                is_plain: true,
            }),
    );
    for (place, words) in text.paragraphs() {
        mentions.extend(in_paragraph(place, words));
    }
    // The office above the date.
    let signed = date(text).and_then(|item| {
        text.paragraphs()
            .rev()
            .find(|(place, _)| *place < item.sources[0].passage)
    });
    mentions.extend(
        signed
            .filter(|(_, words)| is_unit(words.trim()))
            .map(|(place, words)| Mention {
                name: words.trim().to_owned(),
                source: Source::text(place, 0..words.len()),
                is_plain: false,
            }),
    );
    for (place, grid) in text.grids() {
        for (row, cells) in grid.iter().enumerate().take(12) {
            // 某局（本级）; where a label says whose name it is, a section of an office has one as well.
            let values =
                labels::values(cells).map(|(slot, name)| (slot, name.split(['（', '(']).next().unwrap_or(name)));
            let is_name =
                |name: &str| (3..=40).contains(&name.chars().count()) && !name.contains(['。', '；', '，', '：']);
            let named = { values }.find(|(slot, name)| *slot == Slot::Unit && is_name(name));
            mentions.extend(named.map(|(_, name)| Mention {
                name: name.to_owned(),
                source: Source::row(place, row),
                is_plain: true,
            }));
        }
    }
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &mentions {
        *votes.entry(&mention.name).or_default() += if mention.is_plain { 2 } else { 1 };
    }
    // Of equals the first in the text.
    let best = mentions
        .iter()
        .rev()
        .max_by_key(|mention| votes.get(mention.name.as_str()))?;
    let times = mentions.iter().filter(|mention| mention.name == best.name).count();
    let rivals = votes.len() > 1;
    let (sure, reason) = match times {
        2.. => (Sure::High, format!("文中 {times} 处写法一致。")),
        _ if best.is_plain && !rivals => (Sure::High, "写在标题或单位名称一栏。".to_owned()),
        _ if rivals => (Sure::Low, "文中出现了不止一个单位名称。".to_owned()),
        _ => (Sure::Medium, "只在一处出现。".to_owned()),
    };
    Some(Recognised::one(
        Slot::Unit,
        best.name.clone(),
        sure,
        reason,
        best.source.clone(),
    ))
}

/// Places of prose where the unit is named: X（本级）, X 2022年年初预算, 填报单位：X.
fn in_paragraph(place: usize, words: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut take = |range: std::ops::Range<usize>, is_plain| {
        let name = words.get(range.clone()).unwrap_or_default();
        let from = range.start + (name.len() - name.trim_start().len());
        let name = name.trim();
        if is_unit(name) {
            found.push(Mention {
                name: name.to_owned(),
                source: Source::text(place, from..from + name.len()),
                is_plain,
            });
        }
    };
    let begin = |end: usize| {
        let before = &words[..end];
        let marks = before
            .rfind(['。', '，', '；', '：', '、'])
            .map_or(0, |at| at + '。'.len_utf8());
        let after = |word: &str| before[marks..].rfind(word).map(|at| marks + at + word.len());
        after("包括").or_else(|| after("包含")).unwrap_or(marks)
    };
    for (at, _) in words.match_indices("（本级").take(4) {
        take(begin(at)..at, false);
    }
    for (at, mark) in words.match_indices("年初预算").take(4) {
        let before = words[..at].trim_end_matches(['年', '度', ' ']);
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if before.len() - digits == 4 && !mark.is_empty() {
            let name = words[..digits].trim_end();
            take(begin(name.len())..name.len(), false);
        }
    }
    for (slot, range) in labels::in_line(words) {
        if slot == Slot::Unit {
            take(range, true);
        }
    }
    found
}

/// The name in captions, such as 表1 白云湖街年度关键指标.
fn short_name(text: &Text<'_>, unit: Option<String>) -> Option<Recognised> {
    text.paragraphs().find_map(|(place, words)| {
        if !crate::documents::import::text::flat::is_caption(words) {
            return None;
        }
        let from = words.find(|c: char| !c.is_ascii_digit() && !matches!(c, '附' | '表' | ' '))?;
        let rest = &words[from..];
        let to = ["年度关键指标", "各项任务", "重点任务", "部门整体", "20"]
            .iter()
            .filter_map(|word| rest.find(word))
            .min()?;
        let name = rest[..to].trim();
        let fits = (2..=12).contains(&name.chars().count()) && !name.contains(['：', '，', '。', '（'])
            // 表2 2023年度部门整体…: no name at all.
            && !name.starts_with('年');
        let known = unit.as_deref().is_some_and(|unit| unit.contains(name));
        let (sure, reason) = match known {
            true => (Sure::High, "表的标题用的名字，是单位全称的一部分。"),
            false => (Sure::Medium, "表的标题用的名字。"),
        };
        (fits && Some(name) != unit.as_deref()).then(|| {
            Recognised::one(
                Slot::ShortName,
                name,
                sure,
                reason,
                Source::text(place, from..from + to),
            )
        })
    })
}

/// 落款: the passages of the date and of the unit above it, if the unit stands there as it is called. What is
/// said there again bears the unit out.
pub fn signature(text: &Text<'_>, items: &mut [Recognised]) -> Vec<usize> {
    let source_of = |slot| items.iter().find(|item| item.slot() == Some(slot))?.sources.first();
    let Some(date) = source_of(Slot::ReportDate).map(|source| source.passage) else {
        return Vec::new();
    };
    let above = text.paragraphs().rev().find(|(place, _)| *place < date);
    let unit = items.iter_mut().find(|item| item.slot() == Some(Slot::Unit));
    if let (Some((place, words)), Some(unit)) = (above, unit)
        && unit.text(Slot::Unit) == Some(words.trim())
    {
        let source = Source::text(place, 0..words.len());
        if !unit.sources.contains(&source) {
            unit.sources.push(source);
        }
        return vec![place, date];
    }
    vec![date]
}

/// The date below the signature, a paragraph of its own before what is annexed, or behind its label where the form has
/// one: 填报日期：2024年4月18日.
fn date(text: &Text<'_>) -> Option<Recognised> {
    let only_date = |words: &str| {
        let [found] = quantities(words).try_into().ok()?;
        let What::Date(date) = found.what else { return None };
        (found.range == (0..words.len())).then_some(date)
    };
    let filled = || text.paragraphs().rev().filter(|(_, words)| !words.trim().is_empty());
    let signed = filled().take(LAST_PARAGRAPHS).find_map(|(place, words)| {
        let date = only_date(words.trim())?;
        let source = Source::text(place, 0..words.len());
        Some((date, "文末单独一行的日期。", source))
    });
    let labelled = || {
        filled().take(LAST_PARAGRAPHS).find_map(|(place, words)| {
            let label = ["填报日期", "填表日期", "报告日期", "填报时间"]
                .into_iter()
                .find_map(|label| words.find(label))?;
            let found = quantities(&words[label..]).into_iter().next()?;
            let What::Date(date) = found.what else { return None };
            let source = Source::text(place, label..label + found.range.end);
            Some((date, "表末写明。", source))
        })
    };
    let (date, reason, source) = signed.or_else(labelled)?;
    Some(Recognised::one(
        Slot::ReportDate,
        date.printed(),
        Sure::High,
        reason,
        source,
    ))
}

/// A date stands among so many of the last paragraphs; behind it come only annexes.
const LAST_PARAGRAPHS: usize = 40;
