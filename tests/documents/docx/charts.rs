//! 附图: which there are, what stands in their parts, and that a reader of the document loses nothing by them.

use jiping::documents::archive::read::open;
use jiping::documents::docx;
use jiping::documents::docx::{expected, read};
use jiping::documents::exchange::exports;
use jiping::documents::project_file::samples;
use jiping::documents::report::block::{Chart, Report};
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::evaluation::evaluate::evaluate;

fn sample(charts: &str) -> Draft {
    let mut draft = samples::reference().expect("the sample");
    draft.apply(&Edit::Set(Field::Charts, charts.into()));
    draft
}

fn said(draft: &Draft) -> Report {
    report(draft, &evaluate(draft))
}

fn charts(report: &Report) -> Vec<&Chart> {
    docx::chart::charts(report).collect()
}

#[test]
fn a_report_that_wants_none_has_none() {
    assert!(charts(&said(&sample("without"))).is_empty());
}

#[test]
fn each_chart_says_its_numbers_as_the_tables_do() {
    let report = said(&sample("with"));
    let said: Vec<String> = charts(&report).iter().map(|chart| chart.said()).collect();
    let begins = [
        "图1 白云湖街各项资金的预算与执行（万元）：",
        "图2 白云湖街各部分得分与权重：",
    ];
    assert_eq!(said.len(), begins.len(), "{said:?}");
    for (said, begin) in said.iter().zip(begins) {
        assert!(said.starts_with(begin), "{said}");
    }
    assert!(
        said[0].contains("：一般公共预算，预算数14,319.13，执行数19,783.69；"),
        "{}",
        said[0]
    );
    assert!(said[1].contains("：部门支出进度，权重30，得分29.37；"), "{}", said[1]);
    for chart in charts(&report) {
        let highest = chart.bars.iter().flat_map(|bars| bars.reach).max();
        assert_eq!(highest.map(|reach| reach.printed_percent()), Some("100.00%".into()));
    }
}

#[test]
fn one_column_is_no_picture() {
    let mut draft = sample("with");
    let parts: Vec<_> = draft.scheme.parts.iter().skip(1).map(|part| part.id).collect();
    for part in parts {
        draft.apply(&Edit::Remove(List::Parts, part));
    }
    let report = said(&draft);
    let captions: Vec<&str> = charts(&report).iter().map(|chart| chart.caption.as_str()).collect();
    assert!(captions.iter().all(|caption| !caption.contains("得分")), "{captions:?}");
}

#[test]
fn the_document_has_the_numbers_in_the_drawing_and_a_workbook_behind_it() {
    let draft = sample("with");
    let word = exports::word(&draft, &evaluate(&draft));
    let archive = open(&word).expect("a good file");
    for number in 1..=2 {
        let part = |name: String| archive.part(&name).map(<[u8]>::to_vec).expect("the part");
        let drawing = String::from_utf8(part(format!("word/charts/chart{number}.xml"))).expect("text");
        // Drawn without the workbook, which it knows all the same.
        assert!(
            drawing.contains("<c:numCache>") && drawing.contains("<c:strCache>"),
            "{drawing}"
        );
        assert_eq!(drawing.matches("<c:externalData r:id=\"rId1\">").count(), 1);
        let workbook = open(&part(format!("word/embeddings/chart{number}.xlsx"))).expect("a workbook");
        assert!(workbook.part("xl/worksheets/sheet1.xml").is_some());
        assert!(workbook.part("xl/charts/chart1.xml").is_none());
        let text = String::from_utf8(part("word/document.xml".into())).expect("text");
        assert!(text.contains(&format!("r:id=\"chart{number}\"")));
    }
    assert_eq!(exports::word(&draft, &evaluate(&draft)), word);
    let report = said(&draft);
    assert_eq!(read::passages(&archive).expect("readable"), expected::passages(&report));
}
