//! 导出前核对: a document that waits for an answer.

use super::effect::Export;

/// How a document leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// As a file.
    Export(Export),
    /// On paper.
    Print,
}

impl Departure {
    /// What the button says that goes on with it.
    pub fn going_on(self) -> &'static str {
        match self {
            Departure::Export(_) => "继续导出",
            Departure::Print => "继续打印",
        }
    }

    /// What is asked before it.
    pub fn title(self) -> &'static str {
        match self {
            Departure::Export(_) => "导出前核对",
            Departure::Print => "打印前核对",
        }
    }

    /// Whether readers outside will see what is wrong in it.
    pub fn is_handed_in(self) -> bool {
        match self {
            Departure::Export(Export::Word | Export::Excel | Export::Package) | Departure::Print => true,
            Departure::Export(Export::ReviewList | Export::ProjectFile) => false,
        }
    }
}

/// The element of an export among the ways of the preview, which gets the focus back.
pub fn way_id(export: Export) -> &'static str {
    match export {
        Export::Word => "way-word",
        Export::Excel => "way-excel",
        Export::Package => "way-package",
        Export::ReviewList => "way-list",
        Export::ProjectFile => "way-file",
    }
}
