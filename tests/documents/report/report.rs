//! The official text and its Word document.

use std::io::{Cursor, Read};

use jiping::documents::docx::package;
use jiping::documents::project_file::project_file;
use jiping::documents::report::block::{Block, Cell, Column, Report, Table};
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List, OutlineField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::references::span::Span;
use jiping::domain::values::row::Direction;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::drafts::{findings, indicator, sample, set};

fn part(docx: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn names(docx: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..zip.len())
        .map(|place| zip.name_for_index(place).unwrap().unwrap().into_owned())
        .collect()
}

/// The text of a part, paragraph by paragraph; fails where the XML is not well-formed.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut lines, mut line) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Text(text) => line += &text,
            Event::GeneralRef(name) => {
                line += match &*name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    _ => "\"",
                }
            }
            Event::End(end) if end.name().as_ref() == "w:p" => lines.push(std::mem::take(&mut line)),
            Event::Eof => return lines,
            _ => {}
        }
    }
}

fn written(draft: &Draft) -> Vec<u8> {
    package::write(
        &report(draft, &evaluate(draft)),
        Some(&project_file::carried_text(draft)),
    )
}

/// Compares with a file of tests/golden; `UPDATE_GOLDEN=1` rewrites it.
fn golden(name: &str, found: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name} differs; look at it, then run with UPDATE_GOLDEN=1"
    );
}

#[test]
fn the_parts_are_all_there_and_well_formed() {
    let docx = written(&sample());
    assert_eq!(
        names(&docx),
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/fontTable.xml",
            "customXml/item1.xml",
            "customXml/itemProps1.xml",
            "customXml/_rels/item1.xml.rels",
        ]
    );
    let types = part(&docx, "[Content_Types].xml");
    for name in names(&docx) {
        paragraphs(&part(&docx, &name));
        assert!(
            name.ends_with(".rels")
                || name == "[Content_Types].xml"
                || name == "customXml/item1.xml"
                || types.contains(&format!("\"/{name}\"")),
            "{name} has no type"
        );
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    assert_eq!(written(&sample()), written(&sample()));
    let read = project_file::read(project_file::write(&sample(), "2023").as_bytes()).unwrap();
    assert_eq!(written(&read.draft), written(&sample()));
}

#[test]
fn the_report_reads_as_published() {
    let lines: Vec<String> = paragraphs(&part(&written(&sample()), "word/document.xml"))
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    golden("reference-2022.txt", &(lines.join("\n") + "\n"));
    for line in [
        "一、基本情况",
        "（一）部门概况",
        "（三）部门整体收支情况",
        "广州市白云区人民政府白云湖街道办事处2022年年初预算15,329.35万元，其中一般公共预算14,319.13万元，政府性基金1,010.22万元；调整预算数21,015.64万元；执行数20,571.11万元，其中一般公共预算支出19,783.69万元，政府性基金支出787.42万元，其他收入支出0万元。总体支出执行率为97.88%。",
        "二、综合评价分析",
        "三、存在的主要问题",
        "四、改进措施及相关建议",
        "2023年3月18日",
    ] {
        assert!(
            lines.iter().any(|found| found == line),
            "{line} is not a line of the document"
        );
    }
}

#[test]
fn what_is_missing_is_a_marked_gap() {
    let blank = crate::drafts::new();
    let text = paragraphs(&part(&written(&blank), "word/document.xml")).join("\n");
    for gap in [
        "【年度总体工作还没有写】",
        "【资金情况还没有填】",
        "【绩效指标还没有填】",
        "【总分还算不出，自评结论还不能写】",
        "【改进措施还没有写】",
    ] {
        assert!(text.contains(gap), "{gap} is not marked in {text}");
    }
}

#[test]
fn the_format_is_that_of_official_documents() {
    let docx = written(&sample());
    let document = part(&docx, "word/document.xml");
    let styles = part(&docx, "word/styles.xml");
    for measure in [
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#,
        r#"w:linePitch="579""#,
        "<w:tblHeader/>",
        "<w:cantSplit/>",
        r#"<w:vMerge w:val="restart"/>"#,
        r#"<w:vMerge w:val="continue"/>"#,
    ] {
        assert!(document.contains(measure), "{measure}");
    }
    for measure in [
        r#"w:line="579" w:lineRule="exact""#,
        "仿宋_GB2312",
        "方正小标宋简体",
        "楷体_GB2312",
        r#"<w:outlineLvl w:val="0"/>"#,
        r#"w:firstLineChars="200""#,
    ] {
        assert!(styles.contains(measure), "{measure}");
    }
    assert!(part(&docx, "word/settings.xml").contains("evenAndOddHeaders"));
    assert!(part(&docx, "word/footer1.xml").contains(" PAGE "));
}

#[test]
fn hostile_text_stays_text() {
    let mut draft = crate::drafts::new();
    for text in [
        "<w:p>&amp;]]>",
        "\u{0}\u{1}\u{b}\u{c}\u{ffff}",
        "😀𠮷",
        &"长".repeat(100_000),
    ] {
        set(&mut draft, Field::Unit, text);
        set(&mut draft, Field::WorkOverview, text);
        let lines = paragraphs(&part(&written(&draft), "word/document.xml")).join("");
        let kept: String = text.chars().filter(|c| !c.is_control() && *c != '\u{ffff}').collect();
        assert!(lines.contains(kept.trim()), "{kept}");
    }
    // Characters that came in by another way are taken out at the last door.
    let blocks = vec![Block::Paragraph(vec![Span {
        text: "甲\u{1}\u{ffff}乙".into(),
        figure: false,
    }])];
    let docx = package::write(
        &Report {
            blocks,
            ..Report::default()
        },
        None,
    );
    assert!(paragraphs(&part(&docx, "word/document.xml")).contains(&"甲乙".to_owned()));
}

#[test]
fn spans_of_a_table_are_kept_apart() {
    let column = Column {
        width: 500,
        align: Default::default(),
    };
    let table = Table {
        columns: vec![column, column],
        head: vec![],
        body: vec![
            vec![Cell::new("一").down(2), Cell::new("甲")],
            vec![Cell::new("乙")],
            vec![Cell::new("丙").across(2)],
        ],
    };
    let grid: Vec<Vec<(usize, &str, bool, usize)>> = table
        .grid()
        .iter()
        .map(|row| {
            row.iter()
                .map(|placed| {
                    (
                        placed.column,
                        placed.cell.text.as_str(),
                        placed.continues,
                        placed.rows_left,
                    )
                })
                .collect()
        })
        .collect();
    assert_eq!(
        grid,
        [
            vec![(0, "一", false, 2), (1, "甲", false, 1)],
            vec![(0, "一", true, 1), (1, "乙", false, 1)],
            vec![(0, "丙", false, 1)],
        ]
    );
}

#[test]
fn a_large_report_is_written() {
    let mut draft = sample();
    for _ in 0..300 {
        indicator(&mut draft, "1", &[("≥", "1", "1")]);
    }
    let last = draft.indicators[20].id;
    draft.apply(&Edit::Duplicate(List::Indicators, last));
    let rows = part(&written(&draft), "word/document.xml").matches("<w:tr>").count();
    let (first, second, third) = (1 + 2 + 315 + 1, 1 + 315 + 1, 1 + 3 + 1);
    assert_eq!(
        rows,
        first + second + third,
        "heads, parts, rows and totals of the three tables"
    );
}

/// The headings of a report, in order.
#[test]
fn a_table_pasted_into_a_text_is_a_table() {
    let mut draft = crate::drafts::new();
    let text = "甲乙两项如下。\n表3 项目执行情况\n单位：万元\n项目\t金额\n水厂\t1,200.50\n管网\t80\n\n单位：\t水利局\n其余正常";
    set(&mut draft, Field::Achievements, text);
    let blocks = report(&draft, &evaluate(&draft)).blocks;
    let shown = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(spans) => Some(spans.iter().map(|span| span.text.as_str()).collect::<String>()),
        Block::Caption(text) => Some(format!("[题] {text}")),
        Block::UnitLine(text) => Some(format!("[单位] {text}")),
        Block::Table(table) => {
            let rows = table.head.iter().chain(&table.body);
            let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>().join("|");
            Some(format!("[表] {}", rows.map(row).collect::<Vec<_>>().join("；")))
        }
        _ => None,
    });
    let shown: Vec<String> = shown.collect();
    let from = shown.iter().position(|line| line.starts_with("甲乙两项")).unwrap();
    assert_eq!(
        shown[from..from + 6],
        [
            "甲乙两项如下。",
            "[题] 表3 项目执行情况",
            "[单位] 单位：万元",
            "[表] 项目|金额；水厂|1,200.50；管网|80",
            "单位：\t水利局。",
            "其余正常。",
        ]
    );
}

fn headings(draft: &Draft) -> Vec<String> {
    let report = report(draft, &evaluate(draft));
    let blocks = report.blocks.into_iter();
    blocks
        .filter_map(|block| match block {
            Block::Heading(level @ 1..=2, text) => Some(format!("{}{text}", "  ".repeat(usize::from(level) - 1))),
            _ => None,
        })
        .collect()
}

#[test]
fn the_outline_orders_the_report() {
    let mut draft = sample();
    let id = |draft: &Draft, heading: &str| {
        let mut sections = draft.scheme.outline.iter();
        sections.find(|section| section.heading == heading).unwrap().id
    };
    // Problems before the assessment, achievements dropped, one heading renamed, one text of one's own.
    let problems = id(&draft, "存在的主要问题");
    for _ in 0..5 {
        draft.apply(&Edit::Move(List::Outline, problems, Direction::Up));
    }
    let dropped = id(&draft, "主要工作成效");
    draft.apply(&Edit::Remove(List::Outline, dropped));
    let renamed = id(&draft, "部门概况");
    set(&mut draft, Field::Outline(renamed, OutlineField::Heading), "单位概况");
    let own = draft.apply(&Edit::Add(List::Outline, Some(renamed))).row.unwrap();
    set(
        &mut draft,
        Field::Outline(own, OutlineField::Heading),
        "自评工作组织情况",
    );
    set(
        &mut draft,
        Field::Outline(own, OutlineField::Text),
        "成立自评小组，逐项核对。",
    );
    assert_eq!(
        headings(&draft),
        [
            "一、基本情况",
            "  （一）单位概况",
            "  （二）自评工作组织情况",
            "  （三）年度总体工作和重点工作任务",
            "  （四）部门整体收支情况",
            "  （五）部门整体绩效管理情况",
            "二、存在的主要问题",
            "三、综合评价分析",
            "  （一）自评结论综述",
            "  （二）各项工作任务绩效目标完成情况分析",
            "  （三）各重点任务项目支出完成情况分析",
            "四、改进措施及相关建议",
        ]
    );
    let text = format!("{:?}", report(&draft, &evaluate(&draft)).blocks);
    assert!(text.contains("成立自评小组，逐项核对。") && !text.contains("主要工作成效"));
    // What the outline leaves out is not missing.
    draft.results.achievements.clear();
    assert_eq!(findings(&draft, Code::E9).len(), 0);
    // Tables are numbered in the order in which they stand.
    let conclusion = id(&draft, "自评结论综述");
    for _ in 0..12 {
        draft.apply(&Edit::Move(List::Outline, conclusion, Direction::Up));
    }
    let text = format!("{:?}", report(&draft, &evaluate(&draft)).blocks);
    assert!(
        text.contains("评分情况见表1。") && text.contains("设置情况见表2。"),
        "{text}"
    );
}
