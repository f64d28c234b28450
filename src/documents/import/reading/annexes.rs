//! 附表: forms of projects that stand within a report or behind another form.

use std::ops::Range;

use crate::documents::passage::{Grid, Passage};

use crate::documents::import::recognise::text::{Text, words};
use crate::documents::import::recognise::title::is_of_project;
use crate::documents::import::recognised::Slot;
use crate::documents::import::text::flat::is_caption;
use crate::documents::import::text::labels;
use crate::documents::import::text::marks::{MarkKind, mark};

/// The table of a form follows its title within so many passages.
const NEAR: usize = 8;

/// The passages of each annexed form. What is not of a project, and the first form of a text that is itself one, is the
/// report.
pub fn annexes(passages: &[Passage]) -> Vec<Range<usize>> {
    let forms = forms(passages);
    if forms.is_empty() {
        return forms;
    }
    let own = usize::from(is_of_project(&Text::new(passages)));
    forms.into_iter().skip(own).collect()
}

/// Every form of a project in a text.
fn forms(passages: &[Passage]) -> Vec<Range<usize>> {
    let mut forms: Vec<Range<usize>> = Vec::new();
    let mut place = 0;
    while place < passages.len() {
        let table = match &passages[place] {
            Passage::Paragraph { text, .. } if is_title(text) => (place + 1..passages.len().min(place + NEAR))
                .take_while(|next| !matches!(&passages[*next], Passage::Paragraph { text, .. } if is_title(text)))
                .find(|next| match &passages[*next] {
                    Passage::Table(grid) => is_of_one(grid) || passages[place + 1..*next].iter().any(names_one),
                    Passage::Paragraph { .. } => false,
                }),
            Passage::Table(grid) => is_of_one(grid).then_some(place),
            Passage::Paragraph { .. } => None,
        };
        let Some(table) = table else {
            place += 1;
            continue;
        };
        // Its other tables follow, up to the next title or heading.
        let goes_on = |next: &usize| match &passages[*next] {
            Passage::Paragraph { text, level } => {
                let is_heading = mark(text.trim()).is_some_and(|mark| mark.kind <= MarkKind::ChineseInBrackets);
                !is_title(text) && !is_heading && level.is_none() && text.chars().count() <= 40
            }
            Passage::Table(grid) => !is_of_one(grid),
        };
        let tables = (table + 1..passages.len()).take_while(goes_on);
        let last = tables
            .filter(|next| matches!(passages[*next], Passage::Table(_)))
            .last();
        forms.push(place..last.unwrap_or(table) + 1);
        place = last.unwrap_or(table) + 1;
    }
    forms
}

fn is_title(text: &str) -> bool {
    labels::is_form_title(text)
        && !is_caption(text.trim())
        && text.contains("项目")
        && text.trim_end_matches(|c: char| !c.is_alphabetic()).contains('表')
}

/// 项目名称：某项目, a line above the table of a form.
fn names_one(passage: &Passage) -> bool {
    let own = labels::in_line(words(passage));
    own.iter().any(|(slot, _)| *slot == Slot::ProjectTitle)
}

/// Whether a table begins with the name of its project.
fn is_of_one(grid: &Grid) -> bool {
    let mut named = grid.iter().take(6).flat_map(|cells| labels::values(cells));
    named.any(|(slot, _)| slot == Slot::ProjectTitle)
}
