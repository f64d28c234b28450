//! Drafts that travel inside documents: they come back whole, and what was changed in Word is shown.
use jiping::documents::archive::read::{Archive, open};
use jiping::documents::archive::write::write;
use jiping::documents::carried::CarriedFault;
use jiping::documents::docx::package;
use jiping::documents::exchange::alignment::differing;
use jiping::documents::exchange::line::ShownLine;
use jiping::documents::exchange::{exports, line, reopened};
use jiping::documents::passage::Passage;
use jiping::documents::project_file::{project_file, samples};
use jiping::documents::report::report::report;
use jiping::domain::checks::run::check;
use jiping::domain::draft::comparison::TextChange;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use proptest::prelude::*;

fn word(draft: &Draft) -> Vec<u8> {
    package::write(
        &report(draft, &evaluate(draft)),
        Some(&project_file::carried_text(draft)),
    )
}

fn excel(draft: &Draft) -> Vec<u8> {
    let evaluation = evaluate(draft);
    exports::excel(draft, &evaluation, &check(draft, &evaluation)).expect("it is written")
}

fn sample() -> Draft {
    samples::reference().expect("the sample reads")
}

/// A package again, with the parts as they are after a change.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let archive: Archive = open(bytes).expect("opens");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let parts: Vec<(String, Vec<u8>)> = archive
        .parts()
        .filter_map(|(name, bytes)| Some((name.to_owned(), change(name, text(bytes))?.into_bytes())))
        .collect();
    write(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())))
}

fn in_document(bytes: &[u8], before: &str, after: &str) -> Vec<u8> {
    changed(bytes, |name, text| {
        if name == "word/document.xml" {
            assert!(text.contains(before), "{before}");
            return Some(text.replacen(before, after, 1));
        }
        Some(text)
    })
}

fn opened(bytes: &[u8]) -> Result<(Draft, Vec<TextChange>), CarriedFault> {
    let archive = open(bytes).map_err(CarriedFault::Archive)?;
    reopened::open(&archive).map(|(opened, changes)| (opened.draft, changes))
}

#[test]
fn a_draft_comes_back_from_its_document() {
    let mut empty = Draft::default();
    empty.mend_identities();
    for draft in [sample(), empty] {
        assert_eq!(opened(&word(&draft)), Ok((draft.clone(), vec![])));
        assert_eq!(word(&draft), word(&draft), "same draft, same bytes");
    }
}

#[test]
fn what_was_changed_in_word_is_shown() {
    let draft = sample();
    let bytes = word(&draft);
    let check = |before: &str, after: &str, expected: &[(Option<&str>, Option<&str>)]| {
        let (same, changes) = opened(&in_document(&bytes, before, after)).expect("opens");
        assert_eq!(same, draft, "the data stay");
        let short = |text: &Option<String>| text.as_ref().map(|text| text.chars().take(12).collect::<String>());
        let got: Vec<_> = changes
            .iter()
            .map(|change| (short(&change.data), short(&change.shown)))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(data, shown)| (data.map(str::to_owned), shown.map(str::to_owned)))
            .collect();
        assert_eq!(got, expected, "{before} → {after}");
    };
    // A program that splits runs or adds spaces changes nothing.
    check("一、基本情况", "一、</w:t></w:r><w:r><w:t> 基本情况", &[]);
    check("一、基本情况", "一、概况", &[(Some("一、基本情况"), Some("一、概况"))]);
    check(
        "一、基本情况</w:t></w:r></w:p>",
        "一、基本情况</w:t></w:r></w:p><w:p><w:r><w:t>新写的一段</w:t></w:r></w:p>",
        &[(None, Some("新写的一段"))],
    );
    check(
        "97.88%",
        "98.00%",
        &[(Some("广州市白云区人民政府白云"), Some("广州市白云区人民政府白云"))],
    );
}

#[test]
fn a_change_says_in_which_section_it_is() {
    let bytes = in_document(&word(&sample()), "97.88%", "98.00%");
    let (_, changes) = opened(&bytes).expect("opens");
    let sections: Vec<&str> = changes.iter().map(|change| change.section.as_str()).collect();
    assert_eq!(sections, ["2.部门整体资金情况"]);
}

#[test]
fn what_was_changed_in_excel_is_shown() {
    let draft = sample();
    let bytes = excel(&draft);
    let check = |part: &str, before: &str, after: &str, expected: &[(&str, &str, &str)]| {
        let edited = changed(&bytes, |name, text| {
            if name != part {
                return Some(text);
            }
            assert!(text.contains(before), "{part}: {before}");
            Some(text.replacen(before, after, 1))
        });
        let (same, changes) = opened(&edited).expect("opens");
        assert_eq!(same, draft, "the data stay");
        let got: Vec<_> = changes
            .iter()
            .map(|change| {
                let [data, shown] = [&change.data, &change.shown].map(|text| text.as_deref().unwrap_or_default());
                (change.section.as_str(), data, shown)
            })
            .collect();
        assert_eq!(got, expected, "{before} → {after}");
    };
    let (strings, money) = ("xl/sharedStrings.xml", "xl/worksheets/sheet2.xml");
    check(money, "<v>14319.13</v>", "<v>14319.130000000001</v>", &[]);
    // A result that was computed anew and is no other is none.
    check(money, "<f>SUM(B4:B6)</f>", "<f>B4+B5+B6</f>", &[]);
    check(strings, "一般公共预算</t>", " 一般公共预算 </t>", &[]);
    check(
        money,
        "<v>14319.13</v>",
        "<v>14999</v>",
        &[(
            "资金收支",
            "一般公共预算｜14319.13｜19783.69｜缺调整预算数｜缺调整预算数",
            "一般公共预算｜14999｜19783.69｜缺调整预算数｜缺调整预算数",
        )],
    );
    check(
        "xl/worksheets/sheet4.xml",
        "</sheetData>",
        "<row r=\"99\"><c r=\"B99\" t=\"inlineStr\"><is><r><t>新</t></r><r><t>项目</t></r></is></c></row></sheetData>",
        &[("重点项目", "", "新项目")],
    );
}

/// The results of formulas taken out, as programs leave them out that do not compute.
fn without_results(text: &str) -> String {
    let mut cells = text.split("</f>");
    let mut left = cells.next().unwrap_or_default().to_owned();
    for cell in cells {
        let (result, rest) = cell.split_once("</v>").expect("each formula has a result");
        assert!(result.starts_with("<v>"), "{result}");
        left += &format!("</f><v></v>{rest}");
    }
    left.replace(" t=\"str\"><f>", "><f>")
}

#[test]
fn a_workbook_saved_without_results_shows_what_was_changed_and_nothing_else() {
    let bytes = excel(&sample());
    let check = |changes: &[(&str, &str)], expected: &[(&str, &str, &str)]| {
        let edited = changed(&bytes, |name, text| {
            if !name.starts_with("xl/worksheets/") {
                return Some(text);
            }
            let text = without_results(&text);
            Some(
                changes
                    .iter()
                    .fold(text, |text, (before, after)| text.replacen(before, after, 1)),
            )
        });
        let (same, changes) = opened(&edited).expect("opens");
        assert_eq!(same, sample(), "the data stay");
        let got: Vec<_> = changes
            .iter()
            .map(|change| {
                let [data, shown] = [&change.data, &change.shown].map(|text| text.as_deref().unwrap_or_default());
                (change.section.as_str(), data, shown)
            })
            .collect();
        assert_eq!(got, expected);
    };
    check(&[], &[]);
    check(
        &[("<v>14319.13</v>", "<v>14999</v>")],
        &[(
            "资金收支",
            "一般公共预算｜14319.13｜19783.69｜缺调整预算数｜缺调整预算数",
            "一般公共预算｜14999｜19783.69｜缺调整预算数｜缺调整预算数",
        )],
    );
    check(
        &[("<f>SUM(B4:B6)</f>", "<f>SUM(B4:B4)</f>")],
        &[(
            "资金收支",
            "合计｜15329.35｜21015.64｜20571.11｜0.9788｜5686.29｜调整预算数的合计是直接填写的。",
            "合计｜=SUM(B4:B4)（文件里没有算出结果）｜21015.64｜20571.11｜0.9788｜5686.29｜调整预算数的合计是直接填写的。",
        )],
    );
}

#[test]
fn what_gives_no_draft_back_says_why() {
    let bytes = word(&sample());
    let check = |bytes: &[u8], expected: &str| {
        let fault = opened(bytes).expect_err("nothing comes back");
        assert!(fault.to_string().starts_with(expected), "{fault}");
    };
    let carried = |name: &str| name.starts_with("customXml/");
    check(
        &changed(&bytes, |name, text| (!carried(name)).then_some(text)),
        "这份文件不是绩评导出的",
    );
    check(
        &changed(&bytes, |name, text| {
            let text = if carried(name) {
                text.replace("白云", "黑云")
            } else {
                text
            };
            Some(text)
        }),
        "文件里带的报告数据和写入时不一样",
    );
    check(&write([("a.txt", vec![])]), "这个压缩文件里没有绩评的报告");
    check(b"abc", "不是 .docx、.xlsx 文件");
}

fn line(text: &str) -> ShownLine {
    line::of_passages(&[Passage::text(text)]).pop().expect("a line")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// What is equal is no difference, and the differences lead from one state to the other.
    #[test]
    fn differences_lead_from_the_data_to_the_document(data in "[a-e]{0,12}", shown in "[a-e]{0,12}") {
        let lines = |text: &str| text.chars().map(|c| line(&format!("{c}文"))).collect::<Vec<_>>();
        let (data, shown) = (lines(&data), lines(&shown));
        let found = differing(&data, &shown);
        let mut made: Vec<ShownLine> = Vec::new();
        let mut at = 0;
        for place in &found {
            made.extend_from_slice(&data[at..place.at]);
            let new = place.shown.map(|new| &shown[new]);
            prop_assert!(!place.is_there || new != data.get(place.at));
            made.extend(new.cloned());
            at = place.at + usize::from(place.is_there);
        }
        made.extend_from_slice(&data[at..]);
        prop_assert_eq!(made, shown);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is typed, the document is well-formed, shows it as the report says it, and gives it back.
    #[test]
    fn any_text_survives(unit in any::<String>(), overview in any::<String>(), reason in "(\\PC|_x00[0-9A-F]{2}_)*") {
        let mut draft = sample();
        draft.apply(&Edit::Set(Field::Unit, unit));
        draft.apply(&Edit::Set(Field::WorkOverview, overview));
        draft.apply(&Edit::Set(Field::ExecutionReason, reason));
        prop_assert_eq!(opened(&word(&draft)), Ok((draft.clone(), vec![])));
        let archive = open(&excel(&draft)).expect("opens");
        let came_back = reopened::read(&archive).expect("comes back");
        prop_assert_eq!((came_back.opened.draft, came_back.data), (draft, vec![]), "nothing looks changed");
    }
}
