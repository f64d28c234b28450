//! 用去年的报告开头: what was recognised, and what was decided of it.

use std::rc::Rc;

use crate::documents::import::compose::kept::Kept;
use crate::documents::import::reading::reading;
use crate::documents::import::reading::reading::{Destination, Reading};
use crate::documents::import::reading::source_text::{self, Taken};
use crate::documents::import::recognised::{Slot, Source, Sure, Value};
use crate::documents::passage::Passage;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::source::ReportSource;
use crate::domain::values::input::Choice;
use crate::domain::values::row::Direction;

/// What happens on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeMessage {
    /// The page was opened, or the address came up anew: what was kept over a reload.
    Restored(Option<String>),
    /// 开始识别: what was pasted as HTML, where it was, and the text of the large field.
    Pasted(String, String),
    /// 选择文件.
    FileWanted,
    /// A file was chosen and read.
    FileRead(String, Result<Vec<u8>, String>),
    /// 采用, by the place of the item.
    Taken(usize),
    /// 不采用.
    Left(usize),
    /// 重新决定.
    Reopened(usize),
    /// 修改 was pressed, or put away.
    Correcting(Option<usize>),
    /// The values of an item as the user wrote them, which takes it.
    Corrected(usize, Vec<String>),
    /// 把握大的全部采用, of one part of the report or of all.
    SureTaken(Option<Chapter>),
    /// 都不采用: whatever is not decided on.
    OpenLeft,
    /// Whether a piece of narrative is taken along.
    PieceTaken(usize, bool),
    /// 看前后文: the item whose place within the original is shown, or put away.
    Original(Option<usize>),
    /// 只看未决定的.
    OnlyOpen(bool),
    /// The sure items of a part of the report are unfolded or folded.
    Unfolded(Chapter, bool),
    /// ↑ and ↓: to the next item that can be seen.
    Moved(usize, Direction),
    /// An item of the error summary was followed.
    Sought(usize),
    /// 生成今年的草稿.
    NextYearMade,
    /// 生成今年的草稿, of a 申报表.
    DeclaredMade,
    /// 作为去年的报告打开.
    LastYearMade,
    /// 换一份报告.
    Discarded,
}

/// What a report is read for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// 用去年的报告开头.
    #[default]
    LastYear,
    /// 用申报表建报告.
    Declaration,
}

impl Purpose {
    /// What the way is called.
    pub fn title(self) -> &'static str {
        match self {
            Purpose::LastYear => "用去年的报告开头",
            Purpose::Declaration => "用申报表建报告",
        }
    }

    /// The document that it reads.
    pub fn document(self) -> &'static str {
        match self {
            Purpose::LastYear => "去年报告",
            Purpose::Declaration => "申报表",
        }
    }

    /// What a document that came in by itself is good for, by the title above its table.
    pub fn of(passages: &[Passage]) -> Purpose {
        let is_title = |text: &str| text.contains("申报表") && text.chars().count() <= 40;
        let lines = passages.iter().take(5).flat_map(|passage| match passage {
            Passage::Paragraph { text, .. } => vec![text.as_str()],
            Passage::Table(grid) => grid.iter().take(1).flatten().map(String::as_str).collect(),
        });
        match lines.into_iter().any(is_title) {
            true => Purpose::Declaration,
            false => Purpose::LastYear,
        }
    }
}

/// What was decided on an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// 采用.
    Taken,
    /// 不采用.
    Left,
}

/// An item in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The part of the form that it goes to.
    pub chapter: Chapter,
    /// The values, as corrected.
    pub values: Vec<Value>,
    /// Whether the user has changed them.
    pub is_corrected: bool,
    /// How sure it is.
    pub sure: Sure,
    /// Why.
    pub reason: String,
    /// Where it stood.
    pub sources: Vec<Source>,
    /// What was decided.
    pub decision: Decision,
}

/// A report that is being taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The name of the file, or what else it is.
    pub name: String,
    /// What it is read for.
    pub purpose: Purpose,
    /// Its text.
    pub passages: Rc<Vec<Passage>>,
    /// What was recognised.
    pub items: Vec<Item>,
    /// What stays as narrative, and whether it is taken along.
    pub pieces: Vec<(reading::Piece, bool)>,
    /// How many headings, captions and headers of tables the report makes by itself.
    pub build: usize,
    /// Page numbers and lines of the table of contents.
    pub furniture: usize,
    /// The item that is shown in the text.
    pub shown: Option<usize>,
    /// The item that is being corrected.
    pub correcting: Option<usize>,
    /// 只看未决定的.
    pub only_open: bool,
    /// The parts of the report whose sure items are unfolded.
    pub unfolded: Vec<Chapter>,
    /// The item whose place is shown within the original.
    pub original: Option<usize>,
    /// Whether a draft was asked for while something was open.
    pub is_asked: bool,
}

impl Intake {
    /// Reads passages.
    pub fn of(name: &str, purpose: Purpose, passages: Vec<Passage>, furniture: usize) -> Intake {
        let Reading {
            items, pieces, build, ..
        } = reading::read(&passages);
        let items = items.into_iter().filter_map(|item| {
            Some(Item {
                chapter: item.slot()?.chapter(),
                values: item.values,
                is_corrected: false,
                sure: item.sure,
                reason: item.reason,
                sources: item.sources,
                decision: Decision::Open,
            })
        });
        Intake {
            name: name.to_owned(),
            purpose,
            items: items.collect(),
            pieces: pieces
                .into_iter()
                .map(|piece| {
                    // What a 申报表 says besides is no chapter of the report.
                    let is_of_report = purpose == Purpose::LastYear || matches!(piece.goes, Destination::Slot(_));
                    let is_taken = !piece.is_routine && is_of_report;
                    (piece, is_taken)
                })
                .collect(),
            build: build.len(),
            furniture,
            passages: Rc::new(passages),
            ..Intake::default()
        }
    }

    /// 原文 of the draft that is made of it.
    pub fn source(&self) -> ReportSource {
        let pieces = self.pieces.iter().filter(|(_, is_taken)| *is_taken);
        let pieces = pieces.map(|(piece, _)| Taken {
            sources: &piece.sources,
            values: None,
        });
        let items = self.items.iter().filter(|item| item.decision == Decision::Taken);
        let items = items.map(|item| Taken {
            sources: &item.sources,
            values: Some(&item.values),
        });
        source_text::of(&self.passages, &pieces.chain(items).collect::<Vec<_>>())
    }

    /// How many items stand so.
    pub fn count(&self, decision: Decision) -> usize {
        self.items.iter().filter(|item| item.decision == decision).count()
    }

    /// The sure items that are still open, of one part or of all.
    pub fn sure_and_open(&self, chapter: Option<Chapter>) -> usize {
        self.items.iter().filter(|item| is_sure_and_open(item, chapter)).count()
    }

    /// The places of the items that are still open.
    pub fn open(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.decision == Decision::Open)
    }

    /// Whether an item stands among the sure ones of its part, which are folded until they are asked for.
    pub fn is_folded(&self, item: &Item) -> bool {
        item.is_sure() && !self.unfolded.contains(&item.chapter)
    }

    /// Whether an item is on the page. The one that the eye is on stays there, whatever is decided of it.
    pub fn is_visible(&self, place: usize) -> bool {
        let Some(item) = self.items.get(place) else {
            return false;
        };
        let is_wanted = !self.only_open || item.decision == Decision::Open;
        self.shown == Some(place) || is_wanted && !self.is_folded(item)
    }

    /// The next item on the page in a direction.
    pub fn beside(&self, place: usize, direction: Direction) -> Option<usize> {
        match direction {
            Direction::Up => (0..place).rev().find(|other| self.is_visible(*other)),
            Direction::Down => (place + 1..self.items.len()).find(|other| self.is_visible(*other)),
        }
    }

    /// The draft that is made of everything that is taken over.
    pub fn draft(&self, make: fn(&[Vec<Value>], &[Kept]) -> Draft) -> Draft {
        let taken = self.items.iter().filter(|item| item.decision == Decision::Taken);
        let rows: Vec<Vec<Value>> = taken.map(|item| item.values.clone()).collect();
        let pieces = self.pieces.iter().filter(|(_, taken)| *taken);
        let kept = pieces.map(|(piece, _)| Kept::from(piece));
        make(&rows, &kept.collect::<Vec<_>>())
    }
}

/// Whether an item is certain, not decided on, and of this chapter where one is asked for.
pub fn is_sure_and_open(item: &Item, chapter: Option<Chapter>) -> bool {
    item.decision == Decision::Open && item.is_sure() && chapter.is_none_or(|chapter| chapter == item.chapter)
}

impl Item {
    /// What it is, for lists and for buttons: "内设机构：办公室".
    pub fn title(&self) -> String {
        let [first, ..] = self.values.as_slice() else {
            return String::new();
        };
        let words: String = first.text.chars().take(24).collect();
        let more = if first.text.chars().nth(24).is_some() {
            "……"
        } else {
            ""
        };
        format!("{}：{words}{more}", first.slot.label())
    }

    /// Whether the text says it in so many words, or figures bear it out.
    pub fn is_sure(&self) -> bool {
        self.sure == Sure::High
    }

    /// The slot of its first value.
    pub fn slot(&self) -> Option<Slot> {
        self.values.first().map(|value| value.slot)
    }
}

/// Where a piece of narrative goes, in words.
pub fn goes(piece: &reading::Piece) -> String {
    match piece.goes {
        Destination::Slot(slot) => format!("放进“{}”的{}", slot.chapter().label(), slot.label()),
        Destination::Own(..) => "在报告里单独成一节".to_owned(),
    }
}
