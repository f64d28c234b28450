//! 用去年的报告开头: what was recognised in another report, decided on one by one, then made into a draft.

use std::rc::Rc;

use crate::documents::import::compose::compose;
use crate::documents::import::compose::kept::Kept;
use crate::documents::import::reading::report_file;
use crate::documents::import::recognised::Value;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::source::ReportSource;
use crate::state::model::effect::Effect;
use crate::state::model::intake::{Decision, Intake, IntakeMessage, Purpose, is_sure_and_open};
use crate::state::model::model::Model;
use crate::state::model::route::Route;

use super::editing::{tell, warn};
use super::intake_kept;

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
        IntakeMessage::Pasted(page, text) => pasted(model, &page, &text),
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
        IntakeMessage::OpenLeft => {
            let effects = changed(model, |intake| {
                let open = intake.items.iter_mut().filter(|item| item.decision == Decision::Open);
                open.for_each(|item| item.decision = Decision::Left);
            });
            with_focus(effects, "intake-make")
        }
        IntakeMessage::PieceTaken(place, taken) => changed(model, |intake| {
            if let Some(piece) = intake.pieces.get_mut(place) {
                piece.1 = taken;
            }
        }),
        IntakeMessage::Original(place) => changed(model, |intake| {
            intake.original = place;
            intake.shown = place.or(intake.shown);
        }),
        IntakeMessage::OnlyOpen(only) => changed(model, |intake| {
            intake.only_open = only;
            intake.shown = None;
        }),
        IntakeMessage::Unfolded(chapter, unfolded) => changed(model, |intake| {
            intake.unfolded.retain(|other| *other != chapter);
            intake.unfolded.extend(unfolded.then_some(chapter));
        }),
        IntakeMessage::Moved(place, direction) => {
            let Some(next) = model.intake.as_ref().and_then(|intake| intake.beside(place, direction)) else {
                return vec![];
            };
            let effects = changed(model, |intake| intake.shown = Some(next));
            with_focus(effects, "intake-shown")
        }
        IntakeMessage::Sought(place) => {
            let effects = changed(model, |intake| {
                let chapter = intake.items.get(place).map(|item| item.chapter);
                intake.unfolded.extend(chapter);
                intake.shown = Some(place);
            });
            with_focus(effects, "intake-shown")
        }
        IntakeMessage::NextYearMade => made(
            model,
            compose::next_year,
            Keep::Nothing,
            "已生成今年的草稿：目标和指标留着，完成情况清空；去年的金额在资金表里对照。",
        ),
        IntakeMessage::DeclaredMade => made(
            model,
            compose::declared,
            Keep::Whole,
            "已按申报表生成草稿：目标、指标和预算已填好，申报的值另存一份，检查时逐项比对。",
        ),
        IntakeMessage::LastYearMade => made(model, compose::last_year, Keep::Checked, "已按去年的报告生成草稿。"),
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
    match report_file::of_file(bytes) {
        Ok(laid) => {
            let purpose = match model.route {
                Route::Intake(purpose) => purpose,
                _ => Purpose::of(&laid.passages),
            };
            taken_in(model, Intake::of(name, purpose, laid.passages, laid.furniture.len()))
        }
        Err(none) => warn(model, format!("“{name}”打不开：{none}")),
    }
}

/// What was pasted, as HTML and as plain text.
fn pasted(model: &mut Model, page: &str, text: &str) -> Vec<Effect> {
    if text.trim().is_empty() && page.trim().is_empty() {
        let told = match purpose_here(model) {
            Purpose::LastYear => "还没有文字。请把去年的报告全选复制，粘贴到框里。",
            Purpose::Declaration => "还没有文字。请把申报表全选复制，粘贴到框里。",
        };
        return with_focus(warn(model, told.into()), "intake-text");
    }
    match report_file::of_clipboard(page, text) {
        Ok(laid) => {
            let purpose = purpose_here(model);
            taken_in(
                model,
                Intake::of("粘贴的文字", purpose, laid.passages, laid.furniture.len()),
            )
        }
        Err(none) => warn(model, none.to_string()),
    }
}

/// What the page that is shown reads reports for.
fn purpose_here(model: &Model) -> Purpose {
    match model.route {
        Route::Intake(purpose) => purpose,
        _ => Purpose::default(),
    }
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
    let effects = changed(model, |intake| {
        if let Some(item) = intake.items.get_mut(place) {
            item.decision = decision;
        }
        if intake.correcting == Some(place) {
            intake.correcting = None;
        }
        // The eye goes on to what is still open and on the page.
        let open = intake.open().map(|(place, _)| place);
        let open = open.filter(|open| *open > place).find(|open| intake.is_visible(*open));
        intake.shown = open.filter(|_| decision != Decision::Open).or(Some(place));
    });
    with_focus(effects, "intake-shown")
}

/// What of the source stays beside the draft.
enum Keep {
    /// Last year's report beside this year's would be of another year.
    Nothing,
    /// What a 申报表 says is no statement of the report: it is kept to be looked at.
    Whole,
    /// Last year's own report, whose sentences are checked as well.
    Checked,
}

/// Makes a draft once everything is decided; asks for what is open otherwise.
fn made(model: &mut Model, make: fn(&[Vec<Value>], &[Kept]) -> Draft, keep: Keep, told: &str) -> Vec<Effect> {
    let Some(intake) = &mut model.intake else { return vec![] };
    if intake.count(Decision::Open) > 0 {
        Rc::make_mut(intake).is_asked = true;
        return vec![Effect::FocusElement("intake-summary")];
    }
    let mut draft = intake.draft(make);
    draft.source = match keep {
        Keep::Nothing => ReportSource::default(),
        Keep::Whole => ReportSource {
            text: String::new(),
            ..intake.source()
        },
        Keep::Checked => intake.source(),
    };
    model.intake = None;
    tell(model, told.to_owned(), None);
    // What was taken in is forgotten once its draft has got its place.
    vec![Effect::PlaceAtHome(Box::new(draft))]
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
    matches!(model.route, Route::Intake(_))
}
