//! E10 表的编号: tables of the office's own whose numbers are not those of their places in the report.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;
use crate::domain::prose::pasted::mentions;
use crate::domain::references::table_numbers::{OwnTable, own_tables};

/// Finds E10: one finding for each text, because its numbers are put right together.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let tables = own_tables(draft);
    for own in tables.chunk_by(|one, next| one.field == next.field) {
        let mut wrong = own.iter().filter(|table| table.number.value != table.place);
        let (Some(first), count) = (wrong.next(), wrong.count()) else {
            continue;
        };
        let caption = excerpt(first.caption, 24);
        let message = match count {
            0 => format!("“{caption}”是全文的第 {0} 张表，编号应是“表{0}”。", first.place),
            more => format!(
                "“{caption}”是全文的第 {0} 张表，编号应是“表{0}”；这段文字里另有 {more} 张表的编号也不对。",
                first.place
            ),
        };
        let label = match count {
            0 => format!("改为表{}", first.place),
            _ => "按全文的顺序编号".to_owned(),
        };
        let finding = Finding::new(
            Code::E10,
            first.field,
            message,
            "全文的表按出现的先后统一编号，一表一号；这段文字里提到它的地方一并改，别处提到的请自己核对。",
        );
        let edit = Edit::Set(first.field, renumbered(first.text, own));
        found.push(finding.with_fix(label, edit));
    }
}

/// The text with each caption's number as it should be, and what it says of its own tables with it.
fn renumbered(text: &str, own: &[OwnTable<'_>]) -> String {
    // A number that two tables have says nothing of which is meant.
    let mut places: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for table in own {
        let place = places.entry(table.number.value).or_insert(Some(table.place));
        *place = place.filter(|place| *place == table.place);
    }
    let mut changes: Vec<(Range<usize>, usize)> = own
        .iter()
        .map(|table| (table.number.range.clone(), table.place))
        .collect();
    let said = mentions(text).into_iter().filter_map(|mention| {
        let place = places.get(&mention.value).copied().flatten()?;
        let is_caption = own.iter().any(|table| table.number.range == mention.range);
        (!is_caption).then_some((mention.range, place))
    });
    changes.extend(said);
    changes.sort_by_key(|(range, _)| range.start);
    let mut renumbered = String::new();
    let mut done = 0;
    for (range, place) in changes {
        renumbered += text.get(done..range.start).unwrap_or_default();
        renumbered += &place.to_string();
        done = range.end;
    }
    renumbered + text.get(done..).unwrap_or_default()
}
