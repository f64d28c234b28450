//! 送审包 in which a file was changed and the list of checksums written anew: nothing of it is hidden.

use jiping::documents::archive::read::open;
use jiping::documents::archive::write;
use jiping::documents::docx::package;
use jiping::documents::exchange::exports;
use jiping::documents::exchange::submission::{Standing, Verdict};
use jiping::documents::report::lists;
use jiping::domain::draft::draft::Draft;

use crate::packages::{
    Parts, as_of_another_version, differing, edit, excel, other, part, parts, relist, remove, replace, verified, word,
};

/// Someone who changes a file and writes the list anew: what the program writes of the data tells all the same.
#[test]
fn a_list_that_was_written_anew_hides_nothing() {
    use Standing::{Added, Missing, Rewritten};
    let check = |what: &str, change: &dyn Fn(&mut Parts), items: &[(&str, Standing)], conflict: &str| {
        let mut parts = parts();
        change(&mut parts);
        relist(&mut parts);
        let found = verified(&parts);
        assert_eq!(found.verdict(), Verdict::Changed, "{what}");
        assert_eq!(differing(&found), items, "{what}");
        let said = found.conflicts.concat() + &found.draft.err().unwrap_or_default();
        assert!(said.contains(conflict), "{what}: {said}");
    };
    let (report, workbook, file) = ("自评报告.docx", "自评数据.xlsx", "项目文件.json");
    let (findings, evidence) = ("复核清单.docx", "佐证材料清单.docx");
    let places = |name: &str, places: &str| format!("“{name}”和用包里的数据重新写出来的不一样：{places}。");
    // Files that were replaced or left out.
    let empty = package::write(&lists::evidence(&Draft::default()), None);
    check(
        "findings replaced",
        &|parts| replace(parts, findings, empty.clone()),
        &[(findings, Rewritten)],
        &places(findings, "文件属性（作者、时间等）、正文"),
    );
    check(
        "evidence replaced",
        &|parts| replace(parts, evidence, empty.clone()),
        &[(evidence, Rewritten)],
        &places(evidence, "文件属性（作者、时间等）、正文"),
    );
    for name in [findings, evidence, workbook, report] {
        check("left out", &|parts| remove(parts, name), &[(name, Missing)], "");
    }
    check(
        "left out",
        &|parts| remove(parts, file),
        &[(file, Missing)],
        "包里没有“项目文件.json”",
    );
    check(
        "added",
        &|parts| parts.insert(0, ("补充.txt".into(), vec![])),
        &[("补充.txt", Added)],
        "",
    );
    check(
        "no document",
        &|parts| replace(parts, workbook, b"PK".to_vec()),
        &[(workbook, Rewritten)],
        "“自评数据.xlsx”里的数据读不出来",
    );
    let both = [(report, Rewritten), (workbook, Rewritten)];
    check(
        "other data",
        &|parts| replace(parts, file, exports::file(&other())),
        &both,
        "“自评数据.xlsx”里带的数据和“项目文件.json”不是同一份",
    );
    check(
        "other data in Word",
        &|parts| replace(parts, report, word(&other())),
        &[(report, Rewritten)],
        "“自评报告.docx”里带的数据和“项目文件.json”不是同一份",
    );
    check(
        "data laid out otherwise",
        &|parts| {
            let text = String::from_utf8_lossy(part(parts, file)).replacen("{", "{ ", 1);
            replace(parts, file, text.into_bytes());
        },
        &[(file, Rewritten)],
        &places(file, "整个文件"),
    );
    // One part of a file: the file, its part, before, after, and what is said.
    let in_file = |name: &str, inner: &str, before: &str, after: &str, said: &str| {
        let what = format!("{name}, {inner}: {before} → {after}");
        check(
            &what,
            &|parts| edit(parts, name, inner, before, after),
            &[(name, Rewritten)],
            said,
        );
    };
    let sheet = "xl/worksheets/sheet2.xml";
    in_file(
        report,
        "word/document.xml",
        "97.88%",
        "99.88%",
        "“自评报告.docx”的文字有 1 处和数据不一致",
    );
    in_file(
        report,
        "word/document.xml",
        "<w:r><w:t",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t",
        &places(report, "正文"),
    );
    in_file(
        report,
        "word/document.xml",
        "</w:body>",
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:body>",
        &places(report, "正文"),
    );
    in_file(report, "word/footer1.xml", "— ", "— 未经审定 ", &places(report, "页脚"));
    in_file(report, "word/footer2.xml", "— ", "— 未经审定 ", &places(report, "页脚"));
    in_file(
        report,
        "word/styles.xml",
        "<w:rPr>",
        "<w:rPr><w:color w:val=\"FFFFFF\"/>",
        &places(report, "格式"),
    );
    in_file(
        report,
        "word/settings.xml",
        "<w:defaultTabStop",
        "<w:trackRevisions/><w:defaultTabStop",
        &places(report, "文档设置"),
    );
    in_file(
        report,
        "docProps/core.xml",
        "</dc:title>",
        "（修订）</dc:title>",
        &places(report, "文件属性（作者、时间等）"),
    );
    in_file(
        report,
        "word/_rels/document.xml.rels",
        "footer1.xml",
        "footer2.xml",
        &places(report, "内部结构"),
    );
    in_file(
        report,
        "customXml/item1.xml",
        "<draft",
        "<!-- --><draft",
        &places(report, "里面带的数据"),
    );
    in_file(findings, "word/document.xml", "错误", "提示", &places(findings, "正文"));
    in_file(
        workbook,
        sheet,
        "<f>SUM(B4:B6)</f>",
        "<f>SUM(B4:B5)</f>",
        &places(workbook, "工作表“资金收支”"),
    );
    in_file(
        workbook,
        sheet,
        "<v>14319.13</v>",
        "<v>14999</v>",
        "“自评数据.xlsx”的文字有 1 处和数据不一致",
    );
    in_file(
        workbook,
        sheet,
        "<row r=\"5\"",
        "<row hidden=\"1\" r=\"5\"",
        &places(workbook, "工作表“资金收支”"),
    );
    in_file(
        workbook,
        "xl/workbook.xml",
        "<sheet name=\"资金收支\"",
        "<sheet state=\"hidden\" name=\"资金收支\"",
        &places(workbook, "工作表的名称、顺序或隐藏"),
    );
    in_file(
        workbook,
        "xl/styles.xml",
        "#,##0.00",
        "#,##0",
        &places(workbook, "格式"),
    );
    in_file(
        workbook,
        "xl/sharedStrings.xml",
        "一般公共预算</t>",
        "一般公共预算拨款</t>",
        "“自评数据.xlsx”的文字有 ",
    );
    // The same parts, packed otherwise, and parts that do not belong there.
    let with = |parts: &mut Parts, name: &str, new: Option<&str>| {
        let archive = open(part(parts, name)).expect("opens");
        let mut inner: Vec<(&str, Vec<u8>)> = archive.parts().map(|(name, bytes)| (name, bytes.to_vec())).collect();
        match new {
            Some(new) => inner.push((new, b"<a/>".to_vec())),
            None => inner.reverse(),
        }
        replace(parts, name, write::write(inner));
    };
    check(
        "packed otherwise",
        &|parts| with(parts, report, None),
        &[(report, Rewritten)],
        &places(report, "压缩方式（内容一样，可能用别的软件存过）"),
    );
    check(
        "comments",
        &|parts| with(parts, report, Some("word/comments.xml")),
        &[(report, Rewritten)],
        &places(report, "批注"),
    );
    check(
        "a header",
        &|parts| with(parts, findings, Some("word/header1.xml")),
        &[(findings, Rewritten)],
        &places(findings, "页眉"),
    );
}

/// What another program wrote cannot be written again here: that is said, and what can be seen is seen.
#[test]
fn a_package_of_another_version_is_not_called_untouched() {
    let check = |change: &dyn Fn(&mut Parts), expected: Verdict, said: &str| {
        let mut parts = parts();
        for name in ["自评报告.docx", "自评数据.xlsx", "项目文件.json"] {
            as_of_another_version(&mut parts, name);
        }
        change(&mut parts);
        relist(&mut parts);
        let found = verified(&parts);
        assert_eq!(found.verdict(), expected, "{:?} {:?}", found.items, found.conflicts);
        let all = found.sentence() + &found.conflicts.concat();
        assert!(all.contains(said), "{all}");
    };
    check(&|_| {}, Verdict::Unproven, "另一版绩评（0.0.9）写的");
    check(
        &|parts| edit(parts, "自评报告.docx", "word/document.xml", "97.88%", "99.88%"),
        Verdict::Changed,
        "“自评报告.docx”的文字有 1 处和数据不一致",
    );
    check(
        &|parts| replace(parts, "自评数据.xlsx", excel(&other())),
        Verdict::Changed,
        "“自评数据.xlsx”里带的数据和“项目文件.json”不是同一份",
    );
}
