//! Reading .docx: text, headings, numbers that Word makes by itself, merged cells; and what is refused.
use jiping::documents::archive::read::{ArchiveFault, Kind, LARGEST_MB, open};
use jiping::documents::archive::write::write;
use jiping::documents::docx;
use jiping::documents::docx::read::passages;
use jiping::documents::passage::Passage;
use jiping::documents::project_file::samples;
use jiping::documents::report::report::report;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;

fn word(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let mut parts = vec![("word/document.xml", document.into_bytes())];
    parts.extend(others.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())));
    write(parts)
}

/// One passage per line: `# text` for a heading of level 1, cells between bars.
fn shown(bytes: &[u8]) -> String {
    let archive = open(bytes).expect("the package opens");
    let line = |passage: Passage| match passage {
        Passage::Paragraph { text, level: None } => text.replace('\n', "⏎"),
        Passage::Paragraph {
            text,
            level: Some(level),
        } => format!("{} {text}", "#".repeat(level.into())),
        Passage::Table(grid) => grid
            .iter()
            .map(|row| format!("|{}|", row.join("|")))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let passages = passages(&archive).expect("the document reads");
    passages.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

const STYLES: (&str, &str) = (
    "word/styles.xml",
    r#"<w:styles xmlns:w="w">
    <w:style w:styleId="a"><w:name w:val="heading 2"/></w:style>
    <w:style w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="a"/></w:style>
    <w:style w:styleId="c"><w:name w:val="c"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:styleId="d"><w:name w:val="d"/><w:basedOn w:val="d"/></w:style>
    <w:style w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>"#,
);

const NUMBERING: (&str, &str) = (
    "word/numbering.xml",
    r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#,
);

fn listed(level: usize, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

#[test]
fn the_text_is_read_as_it_is_seen() {
    let check = |body: &str, expected: &str| {
        assert_eq!(shown(&word(body, &[STYLES, NUMBERING])), expected, "{body}");
    };
    let paragraph =
        |style: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>"#);
    check("", "");
    check("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", "");
    check(
        "<w:p><w:r><w:t>一&amp;二&#x4e09;</w:t></w:r><w:r><w:t>四</w:t></w:r></w:p>",
        "一&二三四",
    );
    check(
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>",
        "甲⏎乙\t丙",
    );
    check(&paragraph("a"), "## 文");
    check(&paragraph("b"), "## 文");
    check(&paragraph("c"), "# 文");
    check(&paragraph("d"), "文");
    check(&paragraph("t"), "");
    check(&paragraph("不存在"), "文");
    check(
        "<w:p><w:del><w:r><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>",
        "增",
    );
    check(
        r#"<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>"#,
        "1",
    );
    check(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r></w:p>",
        "框\n外",
    );
    let lists = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "点"), (0, "丁"), (1, "戊")];
    let body: String = lists.iter().map(|(level, text)| listed(*level, text)).collect();
    check(&body, "一、甲\n3.乙\n4.丙\n点\n二、丁\n3.戊");
}

#[test]
fn merged_cells_stand_in_every_place_they_cover() {
    let cell = |rules: &str, text: &str| {
        format!("<w:tc><w:tcPr>{rules}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let check = |rows: &[Vec<String>], expected: &str| {
        let body: String = rows
            .iter()
            .map(|row| format!("<w:tr>{}</w:tr>", row.concat()))
            .collect();
        assert_eq!(shown(&word(&format!("<w:tbl>{body}</w:tbl>"), &[])), expected);
    };
    let (begins, goes_on, wide) = (
        r#"<w:vMerge w:val="restart"/>"#,
        "<w:vMerge/>",
        r#"<w:gridSpan w:val="2"/>"#,
    );
    check(&[vec![cell("", "甲"), cell("", "乙")]], "|甲|乙|");
    check(
        &[
            vec![cell(wide, "合"), cell("", "丙")],
            vec![cell("", "1"), cell("", "2"), cell("", "3")],
        ],
        "|合|合|丙|\n|1|2|3|",
    );
    check(
        &[
            vec![cell(begins, "产出"), cell("", "1")],
            vec![cell(goes_on, ""), cell("", "2")],
        ],
        "|产出|1|\n|产出|2|",
    );
    check(
        &[vec![cell("", "短")], vec![cell("", "1"), cell("", "2")]],
        "|短||\n|1|2|",
    );
    check(
        &[vec![format!(
            "<w:tc><w:tbl><w:tr>{}</w:tr></w:tbl></w:tc>",
            cell("", "内")
        )]],
        "|内|",
    );
    let huge = r#"<w:gridSpan w:val="4000000000"/>"#;
    check(&[vec![cell(huge, "长")]], &format!("|{}|", ["长"; 200].join("|")));
}

#[test]
fn our_own_documents_come_back_whole() {
    let written = samples::reference().expect("the sample reads");
    for sample in [written, Draft::default()] {
        let report = report(&sample, &evaluate(&sample));
        let read = passages(&open(&docx::package::write(&report, None)).expect("opens")).expect("reads");
        assert_eq!(read, docx::expected::passages(&report));
    }
}

#[test]
fn what_is_no_document_is_refused_with_its_reason() {
    let check = |bytes: &[u8], expected: Result<Kind, ArchiveFault>| {
        let got = open(bytes).map(|archive| archive.kind);
        assert_eq!(got, expected, "{:?}", &bytes[..bytes.len().min(20)]);
        if let Err(fault) = got {
            assert!(fault.to_string().contains('请'), "{fault:?} says what to do");
        }
    };
    let zip = |parts: &[(&str, &[u8])]| write(parts.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    check(&word("", &[]), Ok(Kind::Word));
    check(&zip(&[("xl/workbook.xml", b"<a/>")]), Ok(Kind::Excel));
    check(&zip(&[("a.txt", b"a")]), Ok(Kind::Zip));
    check(b"", Err(ArchiveFault::Empty));
    check(b"%PDF-1.7", Err(ArchiveFault::NotPacked));
    check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Err(ArchiveFault::NotPacked));
    check(b"PK\x03\x04", Err(ArchiveFault::Damaged));
    check(&vec![0; LARGEST_MB * 1024 * 1024 + 1], Err(ArchiveFault::TooLarge));
    check(&zip(&[("../a.xml", b"<a/>")]), Err(ArchiveFault::Trick));
    check(&zip(&[("/etc/a.xml", b"<a/>")]), Err(ArchiveFault::Trick));
    check(
        &zip(&[("a.xml", b"<a/>"), ("A.XML", b"<a/>")]),
        Err(ArchiveFault::Trick),
    );
    check(
        &zip(&[("word/document.xml", b"<!doctype x [<!ENTITY a 'b'>]><a/>")]),
        Err(ArchiveFault::Dtd),
    );
    check(
        &zip(&[("word/document.xml", b"<a/>"), ("word/vbaProject.bin", b"x")]),
        Err(ArchiveFault::Macros),
    );
    check(
        &zip(&[("word/document.xml", &vec![b' '; 65 * 1024 * 1024])]),
        Err(ArchiveFault::Bomb),
    );
    check(
        &zip(&[("word/document.xml", &vec![b' '; 9 * 1024 * 1024])]),
        Err(ArchiveFault::Bomb),
    );
    let names: Vec<String> = (0..501).map(|place| format!("{place}.bin")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    check(&zip(&many), Err(ArchiveFault::TooManyParts));
    let whole = word("<w:p/>", &[STYLES]);
    for end in 1..whole.len() {
        assert!(open(&whole[..end]).is_err(), "cut at {end}");
    }
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        // Whatever comes of it, it comes without a panic.
        let _ = open(&damaged).map(|archive| passages(&archive));
    }
}
