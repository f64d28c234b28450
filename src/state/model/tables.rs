//! 从表格导入: a table on its way into the draft.

use std::rc::Rc;

use crate::documents::import::tables::header::Mapping;
use crate::documents::import::tables::sheet::Sheet;
use crate::domain::draft::taken::{Meaning, MoneyUnit, TableKind, Way};

pub use crate::documents::import::tables::plan::Plan;
pub use crate::documents::import::tables::planned::{Mark, PlannedCell, PlannedRow};

/// What happens around tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tables {
    /// 从表格导入, into this list; into that of the page where none is named.
    ChoosePressed(Option<TableKind>),
    /// 下载空白表.
    TemplatePressed,
    /// A file was chosen and read: its name, its bytes or a sentence, and the list it is for.
    FileRead(String, Result<Vec<u8>, String>, Option<TableKind>),
    /// Something was pasted: as HTML and as plain text, and the list it is for.
    Pasted(String, String, Option<TableKind>),
    /// Another sheet, by its place.
    SheetChosen(usize),
    /// What the table is about.
    KindChosen(TableKind),
    /// The rows of the head: the first, and how many.
    HeadChosen(Option<(usize, usize)>),
    /// What a column says.
    MeaningChosen(usize, Meaning),
    /// The unit of the amounts.
    UnitChosen(MoneyUnit),
    /// What becomes of the rows that are there.
    WayChosen(Way),
    /// Whether rows that the sheet hides are taken too.
    HiddenChosen(bool),
    /// 导入.
    Taken,
}

/// A table that was opened, and how it would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableImport {
    /// Where it comes from, for the heading.
    pub source: String,
    /// The sheets of the file, hidden ones last.
    pub sheets: Rc<Vec<Sheet>>,
    /// Which of them.
    pub sheet: usize,
    /// How it is read.
    pub mapping: Mapping,
    /// What becomes of the rows that are there.
    pub way: Way,
    /// What would be taken.
    pub plan: Rc<Plan>,
}

impl TableImport {
    /// The table that is looked at.
    pub fn table(&self) -> Option<&Sheet> {
        self.sheets.get(self.sheet)
    }

    /// How many rows would be taken.
    pub fn taken(&self) -> usize {
        self.plan.new + self.plan.updated
    }

    /// Why nothing can be taken yet, if so.
    pub fn hindrance(&self) -> Option<&'static str> {
        if !self.mapping.columns.contains(&self.mapping.kind.key()) {
            return Some(match self.mapping.kind {
                TableKind::Funds => "请先指定哪一列是“资金来源”。",
                TableKind::Indicators => "请先指定哪一列是“指标名称”。",
                TableKind::Projects => "请先指定哪一列是“项目名称”。",
                TableKind::Divisions => "请先指定哪一列是“机构名称”。",
                TableKind::Units => "请先指定哪一列是“单位名称”。",
            });
        }
        if self.mapping.asks_unit() {
            return Some("表里没有写明金额单位，请先选单位。");
        }
        (self.taken() == 0).then_some("没有可以导入的行，请核对表头和各列的内容。")
    }
}

/// The element of the button that asks for a table of this kind.
pub fn button(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Funds | TableKind::Indicators | TableKind::Projects => "table-import",
        TableKind::Divisions => "divisions-import",
        TableKind::Units => "units-import",
    }
}

/// What is done with the rows, in one line.
pub fn summary(plan: &Plan) -> String {
    let counts = [
        ("新增", plan.new),
        ("更新", plan.updated),
        ("删去", plan.removed),
        ("不导入", plan.left_out()),
    ];
    let said: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} {count} 行"))
        .collect();
    let faults = match plan.faults() {
        0 => String::new(),
        count => format!("，{count} 格读不出，没有填"),
    };
    if said.is_empty() {
        "没有可以导入的行".into()
    } else {
        said.join("，") + &faults
    }
}
