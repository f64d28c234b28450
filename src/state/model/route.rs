//! Addresses within the one page, kept in the part of the URL after `#`.

use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::field::{Field, List};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Choice;

use super::intake::Purpose;
use super::reports::DraftId;

/// Where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// 全部报告.
    #[default]
    Start,
    /// 恢复中心.
    Recovery,
    /// 校验送审包.
    Verify,
    /// 用去年的报告开头, 用申报表建报告.
    Intake(Purpose),
    /// 新建报告.
    New,
    /// 这是什么.
    About,
    /// A page of one draft.
    Draft(DraftId, Page),
}

/// A page of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// 概览. It stands before the parts of the report.
    Overview,
    /// A part of the report.
    Chapter(Chapter),
    /// 检查.
    Checks,
    /// 预览与导出.
    Preview,
    /// 版本. It stands apart from the parts of the report.
    Versions,
}

impl Page {
    /// The pages of a report of a kind, in their order.
    pub fn of_kind(kind: ReportKind) -> impl DoubleEndedIterator<Item = Page> {
        Chapter::of_kind(kind)
            .iter()
            .map(|chapter| Page::Chapter(*chapter))
            .chain([Page::Checks, Page::Preview])
    }

    /// The page on which a field is filled in.
    pub fn of(field: Field) -> Page {
        match field {
            Field::SetAsideReason(_) | Field::Rows(List::SetAside) => Page::Checks,
            _ => Page::Chapter(Chapter::of(field)),
        }
    }

    /// What the page is called.
    pub fn label(self) -> &'static str {
        match self {
            Page::Overview => "概览",
            Page::Chapter(chapter) => chapter.label(),
            Page::Checks => "检查",
            Page::Preview => "预览与导出",
            Page::Versions => "版本",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Page::Overview => "overview",
            Page::Chapter(chapter) => chapter.code(),
            Page::Checks => "checks",
            Page::Preview => "preview",
            Page::Versions => "versions",
        }
    }

    /// The page before this one.
    pub fn previous(self, kind: ReportKind) -> Option<Page> {
        Page::of_kind(kind).rev().skip_while(|page| *page != self).nth(1)
    }

    /// The page after this one.
    pub fn next(self, kind: ReportKind) -> Option<Page> {
        Page::of_kind(kind).skip_while(|page| *page != self).nth(1)
    }
}

impl Route {
    /// The part of the address after `#`.
    pub fn hash(&self) -> String {
        match self {
            Route::Start => "#/".into(),
            Route::Recovery => "#/recovery".into(),
            Route::Intake(Purpose::LastYear) => "#/import".into(),
            Route::Intake(Purpose::Declaration) => "#/declaration".into(),
            Route::Verify => "#/verify".into(),
            Route::New => "#/new".into(),
            Route::About => "#/about".into(),
            Route::Draft(id, page) => format!("#/{}/{}", id.as_str(), page.code()),
        }
    }

    /// The page of a draft; none at the start.
    pub fn page(&self) -> Option<Page> {
        match self {
            Route::Start | Route::Recovery | Route::Verify | Route::Intake(_) | Route::New | Route::About => None,
            Route::Draft(_, page) => Some(*page),
        }
    }

    /// The draft that is shown; none at the start.
    pub fn draft(&self) -> Option<&DraftId> {
        match self {
            Route::Draft(id, _) => Some(id),
            _ => None,
        }
    }

    /// Reads an address; anything unknown leads to the start.
    pub fn from_hash(hash: &str) -> Route {
        let mut parts = hash.trim_start_matches(['#', '/']).split('/');
        let (id, code) = match (parts.next(), parts.next()) {
            (Some("recovery"), None) => return Route::Recovery,
            (Some("import"), None) => return Route::Intake(Purpose::LastYear),
            (Some("declaration"), None) => return Route::Intake(Purpose::Declaration),
            (Some("verify"), None) => return Route::Verify,
            (Some("new"), None) => return Route::New,
            (Some("about"), None) => return Route::About,
            (id, code) => (id.and_then(DraftId::read), code),
        };
        let (Some(id), Some(code)) = (id, code) else {
            return Route::Start;
        };
        let page = Page::of_kind(ReportKind::Department)
            .chain([Page::Overview, Page::Versions])
            .find(|page| page.code() == code)
            .unwrap_or(Page::Chapter(Chapter::Basics));
        Route::Draft(id, page)
    }
}
