//! PDFs written for one matter each: places, pages, what is refused, and files that were changed.

use std::fmt::Write as _;
use std::io::Write as _;

use jiping::documents::import::pdf::{NoPdf, passages};
use jiping::documents::passage::lines;
use proptest::prelude::*;

use super::pdf::{check, fixture, read};
use crate::mutation::{Dice, mutate};

/// A file with these drawings as pages, in a font of 国标码 that says nothing of its characters by itself, and with
/// these objects besides.
pub(super) fn made(drawings: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        3 0 obj<</Font<</F 4 0 R/G 6 0 R>>/XObject<</I 7 0 R/L 9 0 R>>>>endobj\n\
        4 0 obj<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>endobj\n\
        5 0 obj<</Type/Font/Subtype/CIDFontType0/DW 1000>>endobj\n\
        6 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]>>endobj\n\
        7 0 obj<</Subtype/Image/Width 1/Height 1/Length 1>>stream\n0\nendstream endobj\n"
        .to_vec();
    let mut kids = String::new();
    for (place, drawing) in drawings.iter().enumerate() {
        let number = 100 + place * 2;
        write!(kids, "{number} 0 R ").expect("a string");
        let page = format!(
            "{number} 0 obj<</Type/Page/Parent 2 0 R/Contents {} 0 R>>endobj\n{} 0 obj<</Length {}>>stream\n",
            number + 1,
            number + 1,
            drawing.len()
        );
        file.extend(page.bytes());
        file.extend(drawing);
        file.extend(b"\nendstream endobj\n");
    }
    let pages = format!(
        "2 0 obj<</Type/Pages/Kids[{kids}]/Resources 3 0 R/MediaBox[0 0 600 800]>>endobj\n{more}\
         trailer<</Root 1 0 R>>\n%%EOF\n"
    );
    file.extend(pages.bytes());
    file
}

/// Words at their places, in 10 points.
pub(super) fn words(words: &[(i32, i32, &str)]) -> Vec<u8> {
    let mut drawing = b"BT/F 10 Tf ".to_vec();
    for (x, y, text) in words {
        let codes = encoding_rs::GB18030.encode(text).0;
        let codes: String = codes.iter().map(|byte| format!("{byte:02x}")).collect();
        drawing.extend(format!("1 0 0 1 {x} {y} Tm<{codes}>Tj ").bytes());
    }
    drawing.extend(b"ET ");
    drawing
}

#[test]
fn columns_without_lines_come_from_their_places() {
    let drawing = words(&[
        (100, 700, "各项目支出情况如下："),
        (60, 680, "项目"),
        (200, 680, "预算数"),
        (300, 680, "执行数"),
        (60, 664, "农村供水维修养护"),
        (205, 664, "300.00"),
        (305, 664, "288.00"),
        (60, 648, "防汛物资储备和"),
        (205, 648, "20.50"),
        (310, 648, "20.50"),
        (60, 635, "仓库维修"),
        (60, 610, "合计"),
        (205, 610, "320.50"),
        (305, 610, "308.50"),
    ]);
    let read = lines(&read(&made(&[drawing], "")));
    assert_eq!(
        read,
        [
            "各项目支出情况如下：",
            "项目｜预算数｜执行数",
            "农村供水维修养护｜300.00｜288.00",
            "防汛物资储备和仓库维修｜20.50",
            "合计｜320.50｜308.50",
        ]
    );
}

/// A ruled row of three cells at a height, its middle at `y` + 3.
fn ruled(y: i32, cells: [&str; 3]) -> Vec<u8> {
    let mut drawing = String::new();
    for height in [y - 7, y + 13] {
        write!(drawing, "60 {height} m 540 {height} l S ").expect("a string");
    }
    // Some writers draw lines as thin areas.
    for x in [60, 220, 380, 540] {
        write!(drawing, "{x} {} 0.5 20 re f ", y - 7).expect("a string");
    }
    let mut drawing = drawing.into_bytes();
    drawing.extend(words(&[(70, y, cells[0]), (230, y, cells[1]), (390, y, cells[2])]));
    drawing
}

#[test]
fn pages_are_joined_without_their_heads_and_numbers() {
    let full = "本单位负责全县水资源管理和防汛抗旱工作，全年完成投资三千万元，其中中央资金一";
    let page = |number: i32, body: Vec<u8>| {
        let mut drawing = words(&[(60, 770, "清河县水务局绩效自评"), (280, 20, &format!("— {number} —"))]);
        drawing.extend(body);
        drawing
    };
    let head = ["指标", "目标值", "完成值"];
    let first = [
        words(&[(60, 756, "一、部门概况……………………1")]),
        words(&[(80, 740, &full[..111]), (60, 724, full), (60, 708, "千万元。")]),
        ruled(120, head),
        ruled(100, ["供水户数", "≥30户", "32户"]),
        ruled(80, ["管网长度", "5公里", "5公里"]),
    ];
    let second = [
        ruled(720, head),
        ruled(700, ["群众满意度", "≥90%", "95%"]),
        words(&[(80, 660, &full[..111]), (60, 644, full)]),
    ];
    let third = [words(&[(60, 740, full), (60, 724, "千万元。")])];
    let pages = [
        page(1, first.concat()),
        page(2, second.concat()),
        page(3, third.concat()),
    ];
    let one = format!("{}{full}千万元。", &full[..111]);
    let two = format!("{}{full}{full}千万元。", &full[..111]);
    check(
        "three pages",
        &made(&pages, ""),
        &[
            &one,
            "指标｜目标值｜完成值",
            "供水户数｜≥30户｜32户",
            "管网长度｜5公里",
            "群众满意度｜≥90%｜95%",
            &two,
        ],
    );
}

/// Lines from the left end of one of three columns to the right end of the table.
fn lined(lines: &[(i32, i32)]) -> Vec<u8> {
    let mut drawing = String::new();
    for (from, y) in lines {
        write!(drawing, "{from} {y} m 540 {y} l S ").expect("a string");
    }
    let ends = || lines.iter().map(|(_, y)| *y);
    let (low, high) = (ends().min().unwrap_or_default(), ends().max().unwrap_or_default());
    for x in [60, 220, 380, 540] {
        write!(drawing, "{x} {low} m {x} {high} l S ").expect("a string");
    }
    drawing.into_bytes()
}

#[test]
fn cells_go_on_over_a_page() {
    let first = [
        lined(&[(60, 140), (60, 120), (60, 100)]),
        words(&[(70, 127, "一级指标"), (230, 127, "指标"), (390, 127, "说明")]),
        words(&[(70, 107, "产出指标"), (230, 107, "供水户数"), (390, 107, "因汛期推迟")]),
    ];
    let second = [
        lined(&[(60, 760), (60, 740), (220, 720), (60, 700), (60, 680)]),
        words(&[(390, 747, "开工")]),
        words(&[(230, 727, "管网长度"), (390, 727, "无"), (230, 707, "水质达标率")]),
        words(&[(70, 687, "效益指标"), (230, 687, "满意度")]),
    ];
    check(
        "a row that is cut, and a merged cell",
        &made(&[first.concat(), second.concat()], ""),
        &[
            "一级指标｜指标｜说明",
            "产出指标｜供水户数｜因汛期推迟开工",
            "产出指标｜管网长度｜无",
            "产出指标｜水质达标率｜",
            "效益指标｜满意度｜",
        ],
    );
}

#[test]
fn the_title_of_a_form_on_each_page_is_no_running_head() {
    let page = |name: &str| {
        let mut drawing = b"BT/F 16 Tf 1 0 0 1 200 760 Tm".to_vec();
        let title = encoding_rs::GB18030.encode("项目支出绩效自评表").0;
        drawing.extend(b"<");
        drawing.extend(title.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
        drawing.extend(b">Tj ET ");
        drawing.extend(ruled(700, ["项目名称", name, ""]));
        drawing.extend(ruled(680, ["执行率", "95%", "10"]));
        drawing
    };
    check(
        "two forms",
        &made(&[page("供水"), page("防汛")], ""),
        &[
            "项目支出绩效自评表",
            "项目名称｜供水｜",
            "执行率｜95%｜10",
            "项目支出绩效自评表",
            "项目名称｜防汛｜",
            "执行率｜95%｜10",
        ],
    );
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(data).expect("memory");
    packer.finish().expect("memory")
}

/// A file whose only page is this data, packed, and a lot of objects that is the same.
fn bomb(kind: &str) -> Vec<u8> {
    // A run of 0x81 unpacks to 64 times its length.
    let data = packed(&vec![0x81; 6 << 20]);
    let mut file = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj \
        3 0 obj<</Type/Page/Contents 4 0 R>>endobj\n"
        .to_vec();
    file.extend(
        format!(
            "4 0 obj<<{kind}/Filter[/FlateDecode/RunLengthDecode]/Length {}>>stream\n",
            data.len()
        )
        .bytes(),
    );
    file.extend(data);
    file.extend(b"\nendstream endobj trailer<</Root 1 0 R>>");
    file
}

#[test]
fn what_cannot_be_read_is_refused_with_the_way_out() {
    let text = || words(&[(60, 700, "绩效自评报告")]);
    let forms: String = (9..40)
        .map(|number| {
            let inside = "/L Do ".repeat(40);
            let length = inside.len();
            format!(
                "{number} 0 obj<</Subtype/Form/Resources<</XObject<</L {} 0 R>>>>/Length {length}>>stream\n{inside}\nendstream endobj\n",
                number + 1
            )
        })
        .collect();
    let shapes = [text(), b"BT/G 10 Tf<00010002000300040005>Tj ET".to_vec()].concat();
    let pictures = || b"q 600 0 0 800 0 0 cm/I Do Q ".to_vec();
    for (name, file, expected) in [
        ("another file", b"PK\x03\x04".to_vec(), NoPdf::NotPdf),
        ("an empty file", Vec::new(), NoPdf::NotPdf),
        ("only a head", b"%PDF-1.7\n%%EOF".to_vec(), NoPdf::Damaged),
        (
            "a password",
            made(&[text()], "trailer<</Encrypt 8 0 R>>"),
            NoPdf::Locked,
        ),
        ("pictures", made(&[pictures(), pictures()], ""), NoPdf::Scanned),
        (
            "pictures with a stamp",
            made(&[[pictures(), words(&[(9, 9, "3")])].concat()], ""),
            NoPdf::Scanned,
        ),
        ("blank pages", made(&[Vec::new()], ""), NoPdf::Empty),
        ("shapes without characters", made(&[shapes], ""), NoPdf::Unreadable),
        (
            "drawings in drawings",
            made(&[b"/L Do".to_vec()], &forms),
            NoPdf::TooLarge,
        ),
        ("a page that unpacks without end", bomb(""), NoPdf::TooLarge),
        (
            "objects that unpack without end",
            bomb("/Type/ObjStm/N 1/First 9"),
            NoPdf::TooLarge,
        ),
    ] {
        assert_eq!(passages(&file), Err(expected), "{name}");
        assert!(expected.to_string().ends_with('。'), "{name}");
    }
}

#[test]
fn a_page_has_one_number() {
    let drawing = words(&[(60, 700, "得分"), (60, 680, "15"), (60, 660, "10"), (300, 20, "3")]);
    check(
        "numbers one below the other",
        &made(&[drawing], ""),
        &["得分", "15", "10"],
    );
}

#[test]
fn what_refers_to_itself_ends() {
    let text = words(&[(60, 700, "绩效自评报告")]);
    for (name, more) in [
        (
            "pages in themselves",
            "2 0 obj<</Kids[2 0 R 100 0 R 2 0 R]/Resources 3 0 R>>endobj\n",
        ),
        ("a font below itself", "5 0 obj 5 0 R endobj\n"),
        (
            "a drawing in itself",
            "9 0 obj<</Length 5>>stream\n/L Do\nendstream endobj\n",
        ),
        ("lists in lists", &format!("50 0 obj{}endobj\n", "[".repeat(100_000))),
        ("words without end", &"60 0 obj(".repeat(20_000)),
        ("data without end", &"70 0 obj<</Length 9>>stream ".repeat(20_000)),
    ] {
        let read = passages(&made(&[[text.clone(), b"/L Do ".to_vec()].concat()], more));
        assert!(
            read.is_ok() || matches!(read, Err(NoPdf::Damaged | NoPdf::Empty)),
            "{name}: {read:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is changed in a file, it is read or refused.
    #[test]
    fn a_changed_file_is_read_or_refused(seed in any::<u64>(), which in 0..3_usize, rounds in 1..6_usize) {
        let names = ["pdf/object-streams.pdf", "pdf/standard-encoding.pdf", "pdf/rotated.pdf"];
        let mut bytes = fixture(names[which]);
        let mut dice = Dice(seed | 1);
        for _ in 0..rounds {
            mutate(&mut bytes, &mut dice);
        }
        let _ = passages(&bytes);
    }

    /// Whatever stands on a page, it is drawn to its end.
    #[test]
    fn any_drawing_is_gone_through(drawing in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = passages(&made(&[drawing], ""));
    }
}
