//! 用去年的报告开头: what was recognised in another report, decided on one by one, then made into a draft.

use std::rc::Rc;

use crate::documents::archive::read;
use crate::documents::docx;
use crate::documents::import::compose::{self, Kept};
use crate::documents::import::lines::lay;
use crate::documents::import::passage::Passage;
use crate::documents::import::reading::{self, Destination, Reading};
use crate::documents::import::recognised::{Slot, Source, Sure, Value};
use crate::domain::draft::Draft;
use crate::domain::input::Choice;
use crate::domain::outline::Chapter;

use super::editing::{tell, warn};
use super::effect::Effect;
use super::intake_kept;
use super::model::Model;
use super::route::Route;

/// A larger text is no report of a year, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// What happens on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeMessage {
    /// The page was opened, or the address came up anew: what was kept over a reload.
    Restored(Option<String>),
    /// 开始识别: the text of the large field.
    Pasted(String),
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
    /// Whether a piece of narrative is taken along.
    PieceTaken(usize, bool),
    /// 看原文: the item whose place in the text is shown.
    Shown(usize),
    /// An item of the error summary was followed.
    Sought(usize),
    /// 生成今年的草稿.
    NextYearMade,
    /// 作为去年的报告打开.
    LastYearMade,
    /// 换一份报告.
    Discarded,
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
    /// Whether a draft was asked for while something was open.
    pub is_asked: bool,
}

impl Intake {
    /// Reads passages.
    pub fn of(name: &str, passages: Vec<Passage>, furniture: usize) -> Intake {
        let Reading { items, pieces, build } = reading::read(&passages);
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
            items: items.collect(),
            pieces: pieces
                .into_iter()
                .map(|piece| (piece.clone(), !piece.is_routine))
                .collect(),
            build: build.len(),
            furniture,
            passages: Rc::new(passages),
            ..Intake::default()
        }
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

    fn draft(&self, make: fn(&[Vec<Value>], &[Kept]) -> Draft) -> Draft {
        let taken = self.items.iter().filter(|item| item.decision == Decision::Taken);
        let rows: Vec<Vec<Value>> = taken.map(|item| item.values.clone()).collect();
        let pieces = self.pieces.iter().filter(|(_, taken)| *taken);
        let kept = pieces.map(|(piece, _)| Kept::from(piece));
        make(&rows, &kept.collect::<Vec<_>>())
    }
}

fn is_sure_and_open(item: &Item, chapter: Option<Chapter>) -> bool {
    item.decision == Decision::Open && item.sure == Sure::High && chapter.is_none_or(|chapter| chapter == item.chapter)
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

/// Takes an event in.
pub fn update(model: &mut Model, message: IntakeMessage) -> Vec<Effect> {
    match message {
        IntakeMessage::Restored(kept) => {
            if model.intake.is_none()
                && let Some(intake) = kept.as_deref().and_then(intake_kept::read)
            {
                model.intake = Some(Rc::new(intake));
            }
            vec![Effect::FocusPage]
        }
        IntakeMessage::Pasted(text) => of_text(model, "粘贴的文字", &text),
        IntakeMessage::FileWanted => vec![Effect::ChooseReport],
        IntakeMessage::FileRead(name, content) => match content {
            Ok(bytes) => file_read(model, &name, &bytes),
            Err(reason) => warn(model, format!("“{name}”打不开：{reason}")),
        },
        IntakeMessage::Taken(place) => decided(model, place, Decision::Taken),
        IntakeMessage::Left(place) => decided(model, place, Decision::Left),
        IntakeMessage::Reopened(place) => decided(model, place, Decision::Open),
        IntakeMessage::Correcting(place) => changed(model, |intake| {
            intake.correcting = place;
            intake.shown = place.or(intake.shown);
        }),
        IntakeMessage::Corrected(place, texts) => {
            let effects = changed(model, |intake| {
                if let Some(item) = intake.items.get_mut(place) {
                    for (value, text) in item.values.iter_mut().zip(texts) {
                        item.is_corrected |= value.text != text;
                        value.text = text;
                    }
                    item.decision = Decision::Taken;
                }
                intake.correcting = None;
                intake.shown = Some(place);
            });
            with_focus(effects, "intake-shown")
        }
        IntakeMessage::SureTaken(chapter) => changed(model, |intake| {
            for item in intake.items.iter_mut().filter(|item| is_sure_and_open(item, chapter)) {
                item.decision = Decision::Taken;
            }
        }),
        IntakeMessage::PieceTaken(place, taken) => changed(model, |intake| {
            if let Some(piece) = intake.pieces.get_mut(place) {
                piece.1 = taken;
            }
        }),
        IntakeMessage::Shown(place) => changed(model, |intake| intake.shown = Some(place)),
        IntakeMessage::Sought(place) => {
            let effects = changed(model, |intake| intake.shown = Some(place));
            with_focus(effects, "intake-shown")
        }
        IntakeMessage::NextYearMade => made(
            model,
            compose::next_year,
            "已生成今年的草稿：目标和指标留着，完成情况清空；去年的金额在资金表里对照。",
        ),
        IntakeMessage::LastYearMade => made(model, compose::last_year, "已按去年的报告生成草稿。"),
        IntakeMessage::Discarded => {
            model.intake = None;
            vec![Effect::KeepIntake(None), Effect::FocusPage]
        }
    }
}

fn with_focus(mut effects: Vec<Effect>, id: &'static str) -> Vec<Effect> {
    effects.push(Effect::FocusElement(id));
    effects
}

/// A file that was dropped or chosen while the page is shown.
pub fn file_read(model: &mut Model, name: &str, bytes: &[u8]) -> Vec<Effect> {
    if read::is_packed(bytes) {
        let passages = read::open(bytes).and_then(|archive| docx::read::passages(&archive));
        return match passages {
            Ok(passages) => taken_in(model, Intake::of(name, passages, 0)),
            Err(fault) => warn(model, format!("“{name}”打不开：{fault}")),
        };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => of_text(model, name, text),
        Err(_) => warn(
            model,
            format!("“{name}”不是 Word（.docx）文件，也不是 UTF-8 的文本。请打开原文件，全选复制后粘贴到这里。"),
        ),
    }
}

fn of_text(model: &mut Model, name: &str, text: &str) -> Vec<Effect> {
    if text.trim().is_empty() {
        return with_focus(
            warn(model, "还没有文字。请把去年的报告全选复制，粘贴到框里。".into()),
            "intake-text",
        );
    }
    if text.len() > LARGEST {
        return warn(
            model,
            format!("文字超过 {} MB，不会是一份报告，请核对。", LARGEST / 1024 / 1024),
        );
    }
    let laid = lay(text);
    taken_in(model, Intake::of(name, laid.passages, laid.furniture.len()))
}

fn taken_in(model: &mut Model, intake: Intake) -> Vec<Effect> {
    if intake.items.is_empty() && intake.pieces.is_empty() {
        return warn(
            model,
            format!("“{}”里没有读到文字。扫描成图片的 PDF 要先识别成文字。", intake.name),
        );
    }
    model.notice = None;
    let kept = intake_kept::write(&intake);
    model.intake = Some(Rc::new(intake));
    vec![Effect::KeepIntake(Some(kept)), Effect::FocusPage]
}

fn changed(model: &mut Model, change: impl FnOnce(&mut Intake)) -> Vec<Effect> {
    let Some(intake) = &mut model.intake else { return vec![] };
    let intake = Rc::make_mut(intake);
    change(intake);
    vec![Effect::KeepIntake(Some(intake_kept::write(intake)))]
}

fn decided(model: &mut Model, place: usize, decision: Decision) -> Vec<Effect> {
    let mut next = None;
    let effects = changed(model, |intake| {
        if let Some(item) = intake.items.get_mut(place) {
            item.decision = decision;
        }
        if intake.correcting == Some(place) {
            intake.correcting = None;
        }
        // The eye goes on to what is still open.
        let open = intake.open().map(|(place, _)| place).find(|open| *open > place);
        next = open.filter(|_| decision != Decision::Open);
        intake.shown = next.or(Some(place));
    });
    with_focus(effects, "intake-shown")
}

/// Makes a draft once everything is decided; asks for what is open otherwise.
fn made(model: &mut Model, make: fn(&[Vec<Value>], &[Kept]) -> Draft, told: &str) -> Vec<Effect> {
    let Some(intake) = &mut model.intake else { return vec![] };
    if intake.count(Decision::Open) > 0 {
        Rc::make_mut(intake).is_asked = true;
        return vec![Effect::FocusElement("intake-summary")];
    }
    let draft = intake.draft(make);
    model.intake = None;
    tell(model, told.to_owned(), None);
    vec![Effect::KeepIntake(None), Effect::PlaceDraft(Box::new(draft))]
}

/// The page was opened.
pub(super) fn opened(model: &Model) -> Vec<Effect> {
    match model.intake {
        Some(_) => vec![Effect::FocusPage],
        None => vec![Effect::ReadIntake],
    }
}

/// Whether files that come in now are reports.
pub(super) fn is_open(model: &Model) -> bool {
    model.route == Route::Intake
}
