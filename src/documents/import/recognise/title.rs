//! The title, and of what it makes the text a report.

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::labels;
use crate::documents::import::text::marks::{MarkKind, mark};

use super::text::Text;

/// The title of a report.
pub struct Title {
    /// Its words, without white space.
    pub words: String,
    /// The passage.
    pub place: usize,
    /// Its first line, where it has several.
    pub first: Option<String>,
    /// Where it stands.
    pub source: Source,
}

/// The title: one of the first paragraphs, short, with 自评报告 or 自评表 in it, or the first row of the first table.
pub fn title(text: &Text<'_>) -> Option<Title> {
    let of_table = || {
        let (place, grid) = text.grids().next()?;
        let rows = grid.iter().enumerate().take(3);
        rows.filter_map(|(row, cells)| Some((row, only_cell(cells)?)))
            .find_map(|(row, words)| {
                let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
                labels::is_form_title(words).then(|| Title {
                    words: plain,
                    place,
                    first: None,
                    source: Source::row(place, row),
                })
            })
    };
    title_in_text(text).or_else(of_table)
}

/// What a row says that is one merged cell.
pub(super) fn only_cell(cells: &[String]) -> Option<&str> {
    let mut texts = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let first = texts.next()?;
    texts.all(|text| text == first).then_some(first)
}

/// Whether a text is the form of a project: so its title says, or it has none and begins with the project's name.
pub fn is_of_project(text: &Text<'_>) -> bool {
    let names_one = || {
        let first = text.grids().next();
        first.is_some_and(|(_, grid)| {
            let mut named = grid.iter().take(6).flat_map(|cells| labels::values(cells));
            named.any(|(slot, _)| slot == Slot::ProjectTitle)
        })
    };
    match title(text) {
        // 整改 answers an evaluation and is none.
        Some(title) if title.words.contains("整体") || title.words.contains("整改") => false,
        // A list of projects is of the office that has them.
        Some(title)
            if ["汇总表", "一览表", "清单", "明细表"]
                .iter()
                .any(|list| title.words.contains(list)) =>
        {
            false
        }
        Some(title) => title.words.contains("项目") || !title.words.contains("部门") && names_one(),
        None => names_one(),
    }
}

/// How the titles of texts about performance end that are called neither a report nor a form.
const TITLES: [&str; 6] = ["自评情况", "评价情况", "情况说明", "绩效情况", "自评总结", "自评"];

fn title_in_text(text: &Text<'_>) -> Option<Title> {
    text.paragraphs().take(20).find_map(|(place, words)| {
        let plain: String = words.chars().filter(|c| !c.is_whitespace()).take(81).collect();
        let undated = plain.trim_end_matches(|c: char| "（）()年度0123456789".contains(c));
        // 二、绩效自评情况 is a heading.
        let is_own = (plain.contains("20") || plain.contains("整体"))
            && mark(&plain).is_none_or(|mark| mark.kind > MarkKind::ChineseInBrackets);
        let named = ["绩效自评报告", "绩效评价报告", "绩效自评表", "自评报告", "自评情况报告"]
            .iter()
            .any(|name| plain.contains(name))
            || labels::is_form_title(words)
            || plain.contains("绩效") && (plain.ends_with("报告") || plain.ends_with('表'))
            || is_own && plain.contains("绩效") && TITLES.iter().any(|end| undated.ends_with(end));
        let short = plain.chars().count() <= 80 && !plain.ends_with(['。', '；', '，']) && !plain.contains('，');
        (named && short).then(|| Title {
            words: plain,
            place,
            first: words.trim().split_once('\n').map(|(first, _)| first.trim().to_owned()),
            source: Source::text(place, 0..words.len()),
        })
    })
}
