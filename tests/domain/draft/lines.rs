//! Lines of a text as rows of a list.

use jiping::domain::draft::lines::{rows_of_lines, without_number};
use jiping::domain::draft::table::Table;

#[test]
fn numbers_of_places_in_a_list_are_taken_off() {
    for (line, expected) in [
        ("1、党政办公室", "党政办公室"),
        ("2. 财政所", "财政所"),
        ("３．民政办", "民政办"),
        ("（三）司法所", "司法所"),
        ("(4)城管办", "城管办"),
        ("（五）、安监办", "安监办"),
        ("六、经济办", "经济办"),
        ("7）综治办", "综治办"),
        ("⑧ 武装部", "武装部"),
        ("一是加强领导", "加强领导"),
        ("第二，完善制度", "完善制度"),
        ("- 工会", "工会"),
        ("·妇联", "妇联"),
        // What belongs to the words stays.
        ("1.5亿元项目", "1.5亿元项目"),
        ("2022年重点工作", "2022年重点工作"),
        ("三资管理办公室", "三资管理办公室"),
        ("第一中学", "第一中学"),
        ("（试行）办法", "（试行）办法"),
        ("一是", ""),
        ("", ""),
    ] {
        assert_eq!(without_number(line), expected, "{line}");
    }
}

/// A text that is put into a table, and its rows: cells by "|", rows by "/"; none where it stays one text.
fn check(table: Table, text: &str, expected: Option<&str>) {
    let rows = rows_of_lines(table, text);
    let said = rows.map(|rows| rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("/"));
    assert_eq!(said.as_deref(), expected, "{text}");
}

#[test]
fn lines_become_rows() {
    check(
        Table::Divisions,
        "1、党政办公室（加挂人大办公室牌子）；\r\n2、财政所\r\n\r\n3、司法所(信访办)。\n",
        Some("党政办公室|人大办公室/财政所/司法所|信访办"),
    );
    check(
        Table::Divisions,
        "综合科（挂法规科的牌子）\n财务科",
        Some("综合科|法规科/财务科"),
    );
    check(
        Table::SubordinateUnits,
        "一、文化站（事业单位）\n二、敬老院",
        Some("文化站（事业单位）/敬老院"),
    );
    check(
        Table::Objectives,
        "一是完成人居环境整治；\n二是保障民生。",
        Some("完成人居环境整治/保障民生"),
    );
    check(
        Table::Problems,
        "（一）预算编制不够细。\n（二）支出进度慢；",
        Some("预算编制不够细。/支出进度慢；"),
    );
    check(Table::Divisions, "党政办公室", None);
    check(Table::Divisions, "党政办公室\n\n", None);
    check(Table::Projects, "任务\t名称\n甲\t乙", None);
}
