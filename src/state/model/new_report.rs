//! 新建报告: what is asked before a report is begun, and what of it is remembered for the next one.

use serde::{Deserialize, Serialize};

use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::table_form::TableForm;
use crate::domain::scheme::tables_of::form_of;
use crate::domain::values::calendar::{Moment, Year};
use crate::domain::values::input::{Entry, Input};
use crate::domain::values::parse::Fault;

use super::packs::{Pack, PackKey};

/// What was answered so far. The year is not remembered: it follows from today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewReport {
    /// 单位.
    pub unit: String,
    /// 地区.
    pub place: String,
    /// 年度 as typed: filled in with the year whose report is due.
    #[serde(skip)]
    pub year: String,
    /// 文书.
    pub kind: ReportKind,
    /// 评分方案; none while it is to be chosen later.
    pub scheme: Option<PackKey>,
    /// 表样; none where it is that of the scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<TableForm>,
    /// Whether 开始填写 was pressed before what a report cannot do without was said.
    #[serde(skip)]
    pub was_pressed: bool,
}

impl Default for NewReport {
    fn default() -> Self {
        NewReport {
            unit: String::new(),
            place: String::new(),
            year: String::new(),
            kind: ReportKind::Department,
            scheme: None,
            form: None,
            was_pressed: false,
        }
    }
}

/// What is typed on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// 单位.
    Unit,
    /// 年度.
    Year,
    /// 地区.
    Place,
}

/// What happens on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewReportMessage {
    /// What was remembered was read, and what time it is.
    Opened(Option<String>, Moment),
    /// Something was typed.
    Typed(Asked, String),
    /// The document was chosen.
    KindChosen(ReportKind),
    /// A scheme was chosen; none for 以后再选.
    SchemeChosen(Option<PackKey>),
    /// A form was chosen.
    FormChosen(TableForm),
    /// 开始填写.
    Begun,
}

impl NewReport {
    /// What was remembered, with the year whose report is due now; a text that is none of ours remembers nothing.
    pub fn read(remembered: Option<&str>, now: &Moment) -> NewReport {
        let kept = remembered.and_then(|text| serde_json::from_str(text).ok());
        let mut asked: NewReport = kept.unwrap_or_default();
        if let Some(year) = now.year() {
            asked.year = year.saturating_sub(1).to_string();
        }
        asked
    }

    /// As a text to be remembered.
    pub fn written(&self) -> String {
        // Texts and closed lists only; there is no way to fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Why the year cannot be read, if so.
    pub fn year_fault(&self) -> Option<Fault> {
        Entry::<Year>::read(&self.year).fault()
    }

    /// Whether 单位全称 is asked for again: a report without it has no title.
    pub fn lacks_unit(&self) -> bool {
        self.was_pressed && self.unit.trim().is_empty()
    }

    /// Where the office is, as far as it was said.
    pub fn whereabouts(&self) -> &str {
        match self.place.trim() {
            "" => &self.unit,
            place => place,
        }
    }

    /// The chosen scheme, if it is there and for the chosen document.
    pub fn chosen<'a>(&self, packs: &'a [Pack]) -> Option<&'a Pack> {
        let key = self.scheme.as_ref()?;
        let mut packs = packs.iter();
        packs.find(|pack| pack.scheme.kind == self.kind && pack.key() == *key)
    }
}

impl NewReport {
    /// The form of the chosen scheme; the national one as long as none was chosen.
    pub fn form_of_scheme(&self, packs: &[Pack]) -> TableForm {
        self.chosen(packs)
            .map_or(TableForm::Levels, |pack| form_of(&pack.scheme))
    }
}
