//! 年度 that a report is about.

use std::collections::BTreeMap;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure};
use crate::documents::import::text::labels::filled;
use crate::domain::values::calendar::Year;
use crate::domain::values::input::Value;
use crate::domain::values::parse::half_width;
use crate::domain::values::quantity::Quantity;

use super::text::Text;
use super::title::{Title, only_cell};

/// What speaks for a year.
struct Votes {
    /// By the title, and by sentences that say which report it is.
    strong: usize,
    /// Places that are no day: a report is dated in the year after its own.
    plain: usize,
    times: usize,
    source: Source,
}

impl Votes {
    fn of(source: Source) -> Votes {
        Votes {
            strong: 0,
            plain: 0,
            times: 0,
            source,
        }
    }
}

/// The year: that of the title and of the sentences that say which report it is, before that of any other.
pub(super) fn recognise(text: &Text<'_>, title: Option<&Title>) -> Option<Recognised> {
    let mut votes: BTreeMap<u16, Votes> = BTreeMap::new();
    let rows = text.grids().take(1).flat_map(|(place, grid)| {
        let lines = grid.iter().enumerate().take(4);
        lines.filter_map(move |(row, cells)| Some((place, Some(row), only_cell(cells)?)))
    });
    let paragraphs = text.paragraphs().map(|(place, words)| (place, None, words));
    for (place, row, words) in paragraphs.chain(rows) {
        for (at, _) in words.match_indices('年').take(200) {
            let digits = words[..at].trim_end();
            // Digits may be of full width.
            let Some((start, _)) = digits.char_indices().rev().nth(3) else {
                continue;
            };
            let Ok(year) = Year::read(&half_width(&digits[start..])) else {
                continue;
            };
            let is_longer = digits[..start].ends_with(|c: char| c.is_ascii_digit());
            let rest = words[at + '年'.len_utf8()..].trim_start().trim_start_matches('度');
            let tells = ["部门整体", "年初预算", "部门预算", "部门支出", "绩效自评"]
                .iter()
                .any(|word| rest.starts_with(word));
            // （2024年度） below the title of a form.
            let is_alone = words.chars().filter(|c| !c.is_whitespace()).count() <= 8 && place < 8;
            let is_in_title = title.is_some_and(|title| title.place == place) || is_alone;
            let source = row.map_or_else(
                || Source::text(place, start..at + '年'.len_utf8()),
                |row| Source::row(place, row),
            );
            let strong = usize::from(tells) + 3 * usize::from(is_in_title);
            if !is_longer {
                let is_day = rest
                    .split_once('月')
                    .is_some_and(|(month, _)| Quantity::read(month.trim()).is_ok());
                let own = votes.entry(year.get()).or_insert_with(|| Votes::of(source.clone()));
                if strong > 0 && own.strong == 0 {
                    own.source = source;
                }
                own.strong += strong;
                own.plain += usize::from(!is_day);
                own.times += 1;
            }
        }
    }
    for (place, row, year) in labelled(text) {
        let own = votes.entry(year).or_insert_with(|| Votes::of(Source::row(place, row)));
        own.strong += 3;
        own.plain += 1;
        own.times += 1;
    }
    let best = votes.iter().max_by_key(|(_, own)| (own.strong, own.plain, own.times));
    let (
        year,
        Votes {
            strong, times, source, ..
        },
    ) = best?;
    let rival = votes
        .iter()
        .filter(|(other, _)| *other != year)
        .map(|(_, votes)| votes.strong)
        .max()
        .unwrap_or_default();
    let (sure, reason) = match (*strong, rival) {
        (strong, rival) if strong > rival * 2 => (Sure::High, "标题或资金、自评的句子里写明。".to_owned()),
        (0, _) => (Sure::Low, format!("只是出现最多的年份（{times} 次）。")),
        _ => (Sure::Medium, "文中还说到别的年度。".to_owned()),
    };
    Some(Recognised::one(
        Slot::Year,
        year.to_string(),
        sure,
        reason,
        source.clone(),
    ))
}

/// 评价年度 | 2023年: a year behind its label in the first rows of a table, which are no days of a project.
fn labelled(text: &Text<'_>) -> Vec<(usize, usize, u16)> {
    const LABELS: [&str; 7] = [
        "年度",
        "评价年度",
        "自评年度",
        "预算年度",
        "所属年度",
        "项目年度",
        "绩效年度",
    ];
    let rows = text.grids().take(2).flat_map(|(place, grid)| {
        let rows = grid.iter().enumerate().take(8);
        rows.map(move |(row, cells)| (place, row, cells))
    });
    let found = rows.filter_map(|(place, row, cells)| {
        let filled = filled(cells);
        filled.windows(2).find_map(|pair| {
            let is_label = LABELS.contains(&pair[0].trim_end_matches(['：', ':']));
            let year = Year::read(half_width(pair[1]).trim_end_matches('度').trim_end_matches('年')).ok();
            year.filter(|_| is_label).map(|year| (place, row, year.get()))
        })
    });
    found.collect()
}
