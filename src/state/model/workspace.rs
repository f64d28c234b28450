//! The open draft with everything that follows from it.

use std::rc::Rc;

use crate::documents::project_file::lineage::Stamp;
use crate::documents::report::block::Report;
use crate::documents::report::marks::Marks;
use crate::documents::report::report::report;
use crate::domain::checks::finding::finding::Finding;
use crate::domain::checks::findings::Findings;
use crate::domain::checks::run::check_after;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::completeness::Completeness;
use crate::domain::evaluation::evaluate::evaluate_after;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::explanation::explain::explain;
use crate::domain::explanation::explanation::{Explanation, Origin};
use crate::domain::values::calendar::Moment;
use crate::domain::values::input::Choice;
use crate::domain::values::row::{Id, find, find_mut};
use crate::domain::values::shared::Shared;

use super::contest::Contest;
use super::grid::Selection;
use super::indicator_view::IndicatorView;
use super::kept::{Kept, Link, Pen};
use super::last_look::LastLook;
use super::reports::{Backup, DraftId, StorageFault};
use super::stepping::Stop;
use super::ticks::{done, ticks};
use super::working_off::{ChecksView, Filter, Looks};

/// 打开的报告.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// Which draft.
    pub id: DraftId,
    /// What was typed: the report, or the form of a project in it.
    pub draft: Rc<Draft>,
    /// The report and which of its forms is shown, while one is.
    pub whole: Option<(Rc<Draft>, Id)>,
    /// What follows from it.
    pub evaluation: Rc<Evaluation>,
    /// What is wrong with it; while somebody types, with the draft as it was a few keys ago.
    pub findings: Rc<Findings>,
    /// The draft that the findings and the ticks are about.
    pub looked_through: Rc<Draft>,
    /// How far each part is filled in, in the order of [`Chapter::of_kind`].
    pub completeness: Rc<[Completeness]>,
    /// The field being typed in with its raw text, which is shown unchanged until the field is left.
    pub typing: Option<(Field, String)>,
    /// Whether 检查 has been opened, or a finding was gone to; before that, a field that is merely not written in yet
    /// says nothing at its own place. What is counted never depends on it.
    pub checked: bool,
    /// Which findings the page 检查 lists.
    pub filter: Filter,
    /// The page of the preview, from 0, from which a field was gone to: whoever comes back looks at it again.
    pub left_page: Option<usize>,
    /// How the page 检查 shows what was found.
    pub checks_view: ChecksView,
    /// The finding that was gone to last, while the stepping goes on.
    pub stop: Option<Stop>,
    /// The last two looks at the page 检查.
    pub looks: Looks,
    /// 复核清单, once it was printed from the page that is shown.
    pub list: Option<Rc<Report>>,
    /// The indicator whose editor is open.
    pub open_indicator: Option<Id>,
    /// How the list of indicators is looked at.
    pub indicator_view: IndicatorView,
    /// Whether the window is wide enough for an editor beside the list.
    pub has_side: bool,
    /// Whether and when it was saved.
    pub saving: Saving,
    /// Which copy was written last.
    pub stamp: Stamp,
    /// Whether the slots in localStorage have what the journal has.
    pub settled: bool,
    /// Whether this window writes the draft.
    pub pen: Pen,
    /// How often the pen was taken from this window of late.
    pub contest: Contest,
    /// When it was last taken out of the browser.
    pub backup: Option<Backup>,
    /// The file on the disk that is written as well.
    pub link: Link,
    /// The cells of a table that are selected, where they are several.
    pub selection: Option<Selection>,
    /// The field that data are being picked for.
    pub picking: Option<Field>,
    /// The figure being explained.
    pub explained: Option<Explained>,
}

/// The figure being explained and where on the screen it was pressed, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Which figure.
    pub figure: Figure,
    /// The left edge of the number that was pressed.
    pub left: i32,
    /// The lower edge of the number that was pressed.
    pub below: i32,
}

/// 保存状态.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Everything is kept.
    Saved(Moment),
    /// Something was changed since.
    Pending,
    /// What was changed is being written.
    Writing,
    /// The last attempt failed; the work is only in this window.
    Failed(StorageFault),
}

impl Workspace {
    /// Opens a draft as storage has it.
    pub fn open(id: DraftId, kept: Kept, saving: Saving) -> Workspace {
        let draft = Rc::new(*kept.draft);
        let evaluation = Rc::new(evaluate_after(&draft, None));
        let findings = Rc::new(check_after(&draft, &evaluation, None));
        let indicator_view = IndicatorView::of(&draft);
        Workspace {
            id,
            completeness: ticks(&draft, &evaluation, &findings),
            looked_through: Rc::clone(&draft),
            draft,
            whole: None,
            evaluation,
            findings,
            typing: None,
            checked: false,
            filter: Filter::default(),
            left_page: None,
            checks_view: ChecksView::default(),
            stop: None,
            looks: Looks {
                last: kept.look.as_deref().map(LastLook::read),
                before: None,
            },
            list: None,
            open_indicator: None,
            indicator_view,
            has_side: false,
            saving,
            stamp: kept.stamp,
            settled: true,
            pen: kept.pen,
            contest: Contest::default(),
            backup: kept.backup,
            link: kept.link,
            selection: None,
            picking: None,
            explained: None,
        }
    }

    /// Puts another draft in place and derives its figures, reusing what did not change. What is wrong with it is
    /// found by [`Workspace::look_through`].
    pub fn replace(&mut self, draft: Rc<Draft>) {
        self.evaluation = Rc::new(evaluate_after(&draft, Some((&self.draft, &self.evaluation))));
        self.draft = draft;
        if let Some((whole, id)) = &mut self.whole {
            let mut report = Draft::clone(whole);
            if let Some(form) = find_mut(&mut report.forms, *id) {
                let before = std::mem::replace(&mut form.draft, Shared::of(Rc::clone(&self.draft)));
                report.carry_from_form(*id, &before);
            }
            *whole = Rc::new(report);
        }
    }

    /// Whether the editor of an indicator stands beside the list and follows the row that is typed in. 填整张表 needs
    /// the whole width, and there, as in narrow windows, it stands below its row.
    pub fn edits_beside(&self) -> bool {
        self.has_side && !self.indicator_view.whole
    }

    /// Whether the editor of an indicator has its fields to itself: it stands below its row, which then only shows them.
    pub fn is_open_below(&self, id: Id) -> bool {
        self.open_indicator == Some(id) && !self.edits_beside()
    }

    /// Whether the findings are of an earlier draft.
    pub fn is_behind(&self) -> bool {
        !Rc::ptr_eq(&self.looked_through, &self.draft)
    }

    /// Finds what is wrong with the draft as it is now, reusing what did not change.
    pub fn look_through(&mut self) {
        let before = Some((&*self.looked_through, &*self.findings));
        let findings = check_after(&self.draft, &self.evaluation, before);
        self.completeness = ticks(&self.draft, &self.evaluation, &findings);
        self.findings = Rc::new(findings);
        self.looked_through = Rc::clone(&self.draft);
    }

    /// The draft that is kept: the report, also while one of its forms is shown.
    pub fn kept(&self) -> Rc<Draft> {
        self.whole.as_ref().map_or(&self.draft, |(whole, _)| whole).clone()
    }

    /// The form that is shown.
    pub fn form(&self) -> Option<Id> {
        self.whole.as_ref().map(|(_, id)| *id)
    }

    /// Shows a kept draft, or a form in it; a form that is not there shows the report.
    pub fn show(&mut self, kept: Rc<Draft>, form: Option<Id>) {
        let same = self.form() == form;
        let found = form.and_then(|id| Some((id, find(&kept.forms, id)?.draft.held())));
        let (whole, shown) = match found {
            Some((id, draft)) => (Some((kept, id)), draft),
            None => (None, kept),
        };
        if !same {
            // Another draft has other rows; nothing of the earlier can be taken over.
            self.draft = Rc::default();
            self.evaluation = Rc::new(evaluate_after(&self.draft, None));
            self.findings = Rc::default();
            self.looked_through = Rc::default();
            self.open_indicator = None;
            self.indicator_view = IndicatorView::of(&shown);
            self.stop = None;
            self.filter = Filter::default();
        }
        self.typing = None;
        self.selection = None;
        self.picking = None;
        self.explained = None;
        self.whole = None;
        self.replace(shown);
        self.whole = whole;
    }

    /// The text to show in a field: as typed while typing goes on, else as the draft says it.
    pub fn text(&self, field: Field) -> String {
        match &self.typing {
            Some((typing, raw)) if *typing == field => raw.clone(),
            _ => self.draft.text(field),
        }
    }

    /// Whether a finding is told at its own field: before 检查 was asked for, not if it only says what is not written
    /// yet. The panel, the list of parts and 检查 tell and count all of them.
    pub fn is_told(&self, finding: &Finding) -> bool {
        self.checked || !finding.code.is_of_blanks()
    }

    /// The calculation that a number was typed as; none while it is being typed.
    pub fn working(&self, field: Field) -> Option<String> {
        if self.typing.as_ref().is_some_and(|(typing, _)| *typing == field) {
            return None;
        }
        self.draft.working(field).map(str::to_owned)
    }

    /// The findings of one part of the report.
    pub fn found_in(&self, chapter: Chapter) -> Vec<&Finding> {
        self.findings
            .iter()
            .filter(|finding| Chapter::of(finding.field) == chapter)
            .collect()
    }

    /// The findings to show at a field: none while it is being typed in.
    pub fn told_at(&self, field: Field) -> Vec<Finding> {
        if self.typing.as_ref().is_some_and(|(typing, _)| *typing == field) {
            return Vec::new();
        }
        let of_indicator = field
            .indicator()
            .and_then(|id| self.draft.indicators.iter().position(|row| row.id == id));
        let findings = match of_indicator.and_then(|place| self.findings.indicators.get(place)) {
            Some(findings) => findings,
            None => &self.findings.general,
        };
        findings
            .iter()
            .filter(|finding| finding.field == field && self.is_told(finding))
            .cloned()
            .collect()
    }

    /// How many parts are complete.
    pub fn done(&self) -> usize {
        done(&self.completeness)
    }

    /// The official text.
    pub fn report(&self) -> Report {
        report(&self.draft, &self.evaluation)
    }

    /// 标注稿: the numbers of the official text, each with how it stands.
    pub fn marks(&self, report: &Report) -> Marks {
        Marks::of(report, &self.draft, &self.evaluation, &self.findings)
    }

    /// Where the explained figure comes from.
    pub fn explanation(&self) -> Option<Explanation> {
        explain(&self.draft, &self.evaluation, self.explained?.figure)
    }

    /// The fields that the explained figure rests on, to be marked in the form.
    pub fn traced(&self) -> Vec<Field> {
        let operands = self
            .explanation()
            .map(|explanation| explanation.operands)
            .unwrap_or_default();
        let fields = operands.into_iter().filter_map(|operand| match operand.origin {
            Origin::Field(field) => Some(field),
            Origin::Figure(Figure::Total(column)) => Some(Field::StatedTotal(column)),
            _ => None,
        });
        fields.collect()
    }
}

/// The name of an exported file, without its ending.
pub fn file_name(draft: &Draft) -> String {
    let unit = [&draft.name, &draft.basics.project, &draft.basics.unit]
        .into_iter()
        .map(|name| name.trim())
        .find(|name| !name.is_empty());
    let year = draft
        .basics
        .year
        .value()
        .map(|year| format!("{}年度", year.get()))
        .unwrap_or_default();
    let plain = plain_name(unit.unwrap_or("未填单位"));
    format!("{plain}{year}{}", draft.scheme.kind.label())
}

/// A text without the characters that file systems refuse, and not too long for them.
pub fn plain_name(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() && !"\\/:*?\"<>|".contains(*c))
        .take(60)
        .collect()
}
