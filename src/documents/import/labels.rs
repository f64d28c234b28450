//! Labels of the cells above a form, and the titles of forms.

use super::columns::{Column, column};
use super::recognised::Slot;

/// Words with a value behind them, and where it goes; some are read by their own and go nowhere.
const LABELS: [(&str, Option<Slot>); 26] = [
    ("项目名称", Some(Slot::ProjectTitle)),
    ("主管部门", Some(Slot::CompetentDepartment)),
    ("主管部门及代码", Some(Slot::CompetentDepartment)),
    ("主管部门及编码", Some(Slot::CompetentDepartment)),
    ("主管单位", Some(Slot::CompetentDepartment)),
    ("实施单位", Some(Slot::Unit)),
    ("项目单位", Some(Slot::Unit)),
    ("项目实施单位", Some(Slot::Unit)),
    ("预算单位", Some(Slot::Unit)),
    ("填报单位", Some(Slot::Unit)),
    ("单位名称", Some(Slot::Unit)),
    ("部门名称", Some(Slot::Unit)),
    ("部门（单位）名称", Some(Slot::Unit)),
    ("预算部门", Some(Slot::Unit)),
    ("评价单位", Some(Slot::Unit)),
    ("项目负责人", None),
    ("项目负责人及电话", None),
    ("负责人", None),
    ("联系人", None),
    ("联系电话", None),
    ("项目类型", None),
    ("项目类别", None),
    ("项目属性", None),
    ("项目期限", None),
    ("项目期", None),
    ("起止时间", None),
];

/// Where the value behind a label goes; none where the text is no label.
fn label(text: &str) -> Option<Option<Slot>> {
    if text.len() > 60 {
        return None;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain
        .trim_end_matches(['：', ':'])
        .replace('(', "（")
        .replace(')', "）");
    LABELS.iter().find(|(word, _)| *word == plain).map(|(_, slot)| *slot)
}

/// Whether a text is a label.
pub fn is_label(text: &str) -> bool {
    label(text).is_some()
}

/// The values that stand behind labels in a row of cells, a merged cell counted once.
pub fn values(cells: &[String]) -> impl Iterator<Item = (Slot, &str)> {
    // 项目名称 is also the head of a column.
    let mut heads: Vec<Column> = cells.iter().filter_map(|cell| column(cell)).collect();
    heads.dedup();
    let is_head = heads.len() > 1;
    cells.iter().enumerate().filter_map(move |(place, cell)| {
        let slot = label(cell).flatten().filter(|_| !is_head)?;
        let is_new = place == 0 || cells[place - 1] != *cell;
        let value = cells[place..]
            .iter()
            .map(|other| other.trim())
            .find(|other| *other != cell.trim())?;
        let is_value = is_new && !value.is_empty() && !is_label(value) && column(value).is_none();
        is_value.then_some((slot, value))
    })
}

/// Whether a line is the title of a form: 项目支出绩效自评表, with year and office before it.
pub fn is_form_title(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches(|c: char| "（）()年度0123456789".contains(c));
    let ends = [
        "自评表",
        "申报表",
        "监控表",
        "评价表",
        "自评报告",
        "评价报告",
        "监控报告",
    ];
    ends.iter().any(|end| plain.ends_with(end)) && !plain.contains(['，', '。', '；']) && plain.chars().count() <= 60
}
