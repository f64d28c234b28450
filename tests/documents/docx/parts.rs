//! The Word document as Word wants it: elements in the order of the schema, whole tables, pages that hold together.

use std::io::{Cursor, Read};

use jiping::documents::docx::{namespaces, package};
use jiping::documents::project_file::pack::new_draft;
use jiping::documents::report::block::{Align, Annex, Block, Cell, Column, Cover, Report, Table};
use jiping::documents::report::pagination::Turn;
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::references::span::Span;
use jiping::domain::scheme::scheme::ReportKind;

use crate::wordml::out_of_order;

fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..zip.len())
        .map(|place| {
            let mut file = zip.by_index(place).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn document(blocks: Vec<Block>) -> String {
    let report = Report {
        blocks,
        ..Report::default()
    };
    part(&report, "word/document.xml")
}

fn part(report: &Report, name: &str) -> String {
    let mut parts = parts(&package::write(report, None)).into_iter();
    parts.find(|(found, _)| found == name).unwrap().1
}

fn column(width: u32) -> Column {
    Column {
        width,
        align: Align::Left,
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span {
        text: text.into(),
        figure: false,
    }])
}

/// One of each block, with cells merged in head and body.
fn small() -> Report {
    let table = Table {
        columns: vec![column(400), column(300), column(300)],
        head: vec![
            vec![Cell::new("主要任务").down(2), Cell::new("金额").across(2)],
            vec![Cell::new("年初"), Cell::new("执行")],
        ],
        body: vec![
            vec![Cell::new("甲\n乙").down(2), Cell::new("1.00"), Cell::new("2.00")],
            vec![Cell::new("3.00"), Cell::new("4.00")],
            vec![Cell::new("合计").across(2).centred(), Cell::new("6.00")],
        ],
    };
    let figure = Span {
        text: "97.88%".into(),
        figure: true,
    };
    let words = Span {
        text: "执行率为".into(),
        figure: false,
    };
    let wide = table.clone();
    Report {
        turn: Turn::Upright,
        cover: Some(Cover {
            title: vec!["2022年度自评报告".into()],
            lines: vec!["某某街道办事处".into()],
        }),
        has_contents: true,
        title: vec!["某某街道办事处".into(), "2022年度自评报告".into()],
        blocks: vec![
            Block::Heading(1, "一、基本情况".into()),
            Block::Heading(2, "（一）部门概况".into()),
            Block::Heading(3, "1.目标".into()),
            Block::Heading(4, "（1）细目".into()),
            Block::Paragraph(vec![words, figure]),
            Block::Gap("还没有写".into()),
            Block::Caption("表1 项目".into()),
            Block::UnitLine("单位：万元".into()),
            Block::Table(table),
            Block::Note("注：尾差。".into()),
            paragraph("特此报告。"),
            Block::Signature(vec!["某某街道办事处".into(), "2023年3月8日".into()]),
            Block::Annex(Annex {
                label: "附件1".into(),
                title: "自评表".into(),
                turn: Turn::Landscape,
            }),
            Block::Table(wide),
            Block::Annex(Annex {
                label: "附件2".into(),
                title: "另一张表".into(),
                turn: Turn::Upright,
            }),
            Block::Note("注：无。".into()),
        ],
        ..Report::default()
    }
}

#[test]
fn elements_and_attributes_are_those_of_the_schema() {
    let with = |edits: &[(Field, &str)]| {
        let mut draft = crate::drafts::sample();
        edits
            .iter()
            .for_each(|(field, value)| crate::drafts::set(&mut draft, *field, value));
        report(&draft, &evaluate(&draft))
    };
    let (cover, contents) = ((Field::Cover, "with"), (Field::Contents, "with"));
    let form = (Field::Scheme(SchemeField::TableForm), "department");
    let project = crate::drafts::answered(new_draft(ReportKind::Project, None));
    for (which, report) in [
        ("small", small()),
        ("sample", with(&[cover, contents])),
        ("annexed", with(&[form])),
        ("project", report(&project, &evaluate(&project))),
        ("blank", report(&Draft::default(), &evaluate(&Draft::default()))),
    ] {
        for (name, xml) in parts(&package::write(&report, Some("{}"))) {
            assert_eq!(out_of_order(&xml), [], "{which}: {name}");
        }
    }
}

#[test]
fn another_order_is_noticed() {
    for xml in [
        "<w:settings><w:evenAndOddHeaders/><w:defaultTabStop w:val=\"1\"/></w:settings>",
        "<w:pPr><w:jc w:val=\"left\"/><w:ind/></w:pPr>",
        "<w:tc><w:p/><w:tcPr/></w:tc>",
        "<w:body><w:sectPr/><w:p/></w:body>",
        "<w:p><w:r/><w:pPr/></w:p>",
        "<w:jc/>",
        "<w:jc w:val=\"centre\"/>",
        "<w:ind w:left=\"1.5\"/>",
        "<w:ind w:links=\"1\"/>",
        "<w:tcW w:w=\"5\"/>",
        "<w:colour/>",
    ] {
        assert_eq!(out_of_order(xml).len(), 1, "{xml}: {:?}", out_of_order(xml));
    }
    assert_eq!(out_of_order("<w:pPr><w:ind/><w:jc w:val=\"left\"/></w:pPr>"), []);
}

/// `UPDATE_GOLDEN=1` rewrites the file. One element a line, so that a difference can be read.
#[test]
fn a_small_report_is_written_so() {
    let xml = part(&small(), "word/document.xml");
    let found = xml.replace("><", ">\n<") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/small-report.xml");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "look at it, then run with UPDATE_GOLDEN=1");
}

/// The columns that a row's cells cover in all, row by row.
fn covered(xml: &str) -> Vec<usize> {
    let rows = xml.split("<w:tr>").skip(1);
    rows.map(|row| {
        let cells = row.split("<w:tc>").skip(1);
        cells
            .map(|cell| {
                let span = cell.split_once("<w:gridSpan w:val=\"");
                span.map_or(1, |(_, rest)| rest.split('"').next().unwrap().parse().unwrap())
            })
            .sum()
    })
    .collect()
}

#[test]
fn every_row_covers_every_column_once() {
    let (a, wide, high) = (|| Cell::new("甲"), Cell::new("宽").across(9), Cell::new("高").down(9));
    for (says, body) in [
        ("too few cells", vec![vec![a()], vec![]]),
        ("too many cells", vec![vec![a(), a(), a(), a()]]),
        (
            "wider than the table",
            vec![vec![a(), wide.clone()], vec![wide.clone()]],
        ),
        ("higher than the table", vec![vec![a(), high], vec![a(), a()]]),
        (
            "into a cell from above",
            vec![vec![a(), a().down(2), a()], vec![wide.clone(), a()]],
        ),
        ("nothing wide", vec![vec![a().across(0).down(0), a(), a()]]),
    ] {
        let columns = vec![column(1), column(1), column(1)];
        for (head, body) in [(vec![], body.clone()), (body, vec![])] {
            let rows = head.len() + body.len();
            let columns = columns.clone();
            let xml = document(vec![Block::Table(Table { columns, head, body })]);
            assert_eq!(covered(&xml), vec![3; rows], "{says}");
        }
    }
}

#[test]
fn a_table_of_nothing_is_left_out() {
    let columns = vec![column(1)];
    let body = vec![vec![Cell::new("甲")]];
    for table in [
        Table {
            columns,
            ..Table::default()
        },
        Table {
            body,
            ..Table::default()
        },
        Table::default(),
    ] {
        assert!(!document(vec![Block::Table(table)]).contains("<w:tbl>"));
    }
}

#[test]
fn only_a_row_of_great_height_may_break() {
    for (characters, breaks) in [(10, false), (300, false), (2_000, true)] {
        let table = Table {
            columns: vec![column(1), column(1)],
            head: vec![],
            body: vec![vec![Cell::new("长".repeat(characters)), Cell::new("甲")]],
        };
        let xml = document(vec![Block::Table(table)]);
        assert_eq!(!xml.contains("<w:cantSplit/>"), breaks, "{characters}");
    }
}

#[test]
fn sum_and_signature_do_not_stand_alone_on_a_page() {
    let row = |text: &str| vec![Cell::new(text)];
    let table = Table {
        columns: vec![column(1)],
        head: vec![],
        body: vec![row("首"), row("倒二"), row("合计")],
    };
    let xml = document(vec![
        Block::Table(table),
        paragraph("中"),
        paragraph("末"),
        Block::Signature(vec!["署名".into(), "日期".into()]),
    ]);
    for (text, kept) in [
        // A table of three rows stays together.
        ("首", true),
        ("倒二", true),
        ("合计", false),
        ("中", false),
        ("末", true),
        ("署名", true),
        ("日期", false),
    ] {
        let before = xml.split(&format!(">{text}<")).next().unwrap();
        let paragraph = before.rsplit("<w:p>").next().unwrap();
        assert_eq!(paragraph.contains("<w:keepNext/>"), kept, "{text}");
    }
}

#[test]
fn digits_are_western_and_stay_in_one_piece() {
    let styles = part(&small(), "word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN"/>"#));
}

/// Programs look at each run for a relationship; docx2python opens no file in which a part with runs has no
/// namespace of relationships.
#[test]
fn parts_with_runs_name_both_namespaces() {
    let mut count = 0;
    for (name, text) in parts(&package::write(&small(), None)) {
        if text.contains("<w:r>") {
            for namespace in [namespaces::W, namespaces::R] {
                assert!(text.contains(namespace), "{name} does not name {namespace}");
            }
            count += 1;
        }
    }
    assert_eq!(count, 3);
}

#[test]
fn the_unit_is_the_author() {
    for (title, author) in [
        (
            vec!["某某街道办事处", "自评报告"],
            "<dc:creator>某某街道办事处</dc:creator>",
        ),
        (vec!["自评报告"], "<dc:creator></dc:creator>"),
        (vec![], "<dc:creator></dc:creator>"),
    ] {
        let title = title.into_iter().map(str::to_owned).collect();
        let core = part(
            &Report {
                title,
                ..Report::default()
            },
            "docProps/core.xml",
        );
        assert!(core.contains(author), "{core}");
    }
}
