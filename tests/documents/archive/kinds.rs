//! Files of the wrong kind: at each door the sentence that is true for them, and the way out.

use jiping::documents::archive::doors::Door;
use jiping::documents::archive::kind::Kind;
use jiping::documents::archive::write::write;
use jiping::documents::exchange::{exports, submission};
use jiping::documents::project_file::locked_file::{Cost, Dice, Passphrase, lock};
use jiping::documents::project_file::{pack, project_file, samples};
use jiping::domain::checks::run::check as all_checks;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::state::model::intake::IntakeMessage;
use jiping::state::model::intake::Purpose;
use jiping::state::model::message::Message;
use jiping::state::model::model::{Model, Overlay};
use jiping::state::model::route::Route;
use jiping::state::model::tables::Tables;
use jiping::state::update::update::update;

fn zip(parts: &[(&'static str, &str)]) -> Vec<u8> {
    write(parts.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())))
}

/// A file of the old office format with a stream of this name in its directory.
fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512 + 128, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2_048, 0);
    bytes
}

/// An OpenDocument file: the first part is not packed and says what it is.
fn open_document(of: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", plain).unwrap();
    write!(zip, "application/vnd.oasis.opendocument.{of}").unwrap();
    zip.start_file("content.xml", plain).unwrap();
    zip.write_all(b"<a/>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn locked() -> Vec<u8> {
    let dice = Dice {
        salt: [7; 16],
        nonce: [7; 12],
    };
    lock("{}", &Passphrase("白云湖 2022".into()), Cost::LEAST, &dice)
        .unwrap()
        .into_bytes()
}

/// One file of each kind, with what each door says of it: 打开文件, 用去年的报告开头, 从表格导入. Blank where it
/// comes in.
#[test]
fn every_kind_is_told_with_its_way_out_at_each_door() {
    let check = |bytes: &[u8], kind: Kind, said: [&str; 3]| {
        assert_eq!(Kind::of(bytes), kind, "{said:?}");
        for (door, said) in [Door::Open, Door::LastYear, Door::Table].into_iter().zip(said) {
            let found = kind.refused(door).unwrap_or_default();
            assert!(found.is_empty() || found.ends_with('。'), "{found}");
            assert!(
                found.contains(said) && found.is_empty() == said.is_empty(),
                "{kind:?} {door:?}: {found}"
            );
        }
    };
    let docx = zip(&[("word/document.xml", "<a/>")]);
    let xlsx = zip(&[("xl/workbook.xml", "<a/>")]);
    check(b"", Kind::Empty, ["文件是空的", "文件是空的", "文件是空的"]);
    check(
        "\u{feff} \n".as_bytes(),
        Kind::Empty,
        ["文件是空的", "文件是空的", "文件是空的"],
    );
    check(&docx, Kind::Word, ["", "", "复制后到这里粘贴"]);
    check(&xlsx, Kind::Excel, ["", "", ""]);
    check(&docx[..docx.len() - 30], Kind::BrokenZip, ["", "", ""]);
    check(&zip(&[("a.txt", "a")]), Kind::Zip, ["", "送审包请回首页", "先解压"]);
    check(
        b"{\"kind\":\"jiping-draft\"}",
        Kind::Json,
        ["", "从“打开文件”打开", "从“打开文件”打开"],
    );
    check(
        "\u{feff}{ }".as_bytes(),
        Kind::Json,
        ["", "从“打开文件”", "从“打开文件”"],
    );
    check(
        b"jiping-slot 2 a 1 a:0 2023 3 2 00\n{}",
        Kind::Json,
        ["", "从“打开文件”", "从“打开文件”"],
    );
    check(&locked(), Kind::LockedJson, ["", "绩评的加密文件", "绩评的加密文件"]);
    check("今年的工作".as_bytes(), Kind::Text, ["用去年的报告开头", "", ""]);
    check("{{执行率}}为百分之百".as_bytes(), Kind::Text, ["文本文件", "", ""]);
    check("[2023]12号".as_bytes(), Kind::Text, ["文本文件", "", ""]);
    check(b"\xc4\xea\xb6\xc8\xd7\xdc\xbd\xe1", Kind::Text, ["文本文件", "", ""]);
    check(b"%PDF-1.7\n%\xe2\xe3", Kind::Pdf, ["", "", "PDF 文件"]);
    check(
        &zip(&[("OFD.xml", "<a/>"), ("Doc_0/Document.xml", "<a/>")]),
        Kind::Ofd,
        [".ofd", "全选复制", ".ofd"],
    );
    check(
        &open_document("text"),
        Kind::OpenText,
        ["另存为 .docx", "另存为 .docx", "选中表格"],
    );
    check(
        &open_document("spreadsheet"),
        Kind::OpenSheet,
        ["另存为 .xlsx", "另存为 .xlsx", "另存为 .xlsx"],
    );
    check(
        &open_document("presentation"),
        Kind::Slides,
        ["演示文稿", "演示文稿", "演示文稿"],
    );
    check(
        &zip(&[("ppt/presentation.xml", "<a/>")]),
        Kind::Slides,
        ["演示文稿", "演示文稿", "演示文稿"],
    );
    check(
        &zip(&[("uof.xml", "<a/>")]),
        Kind::Uof,
        ["标文通", "另存为 .docx", "另存为 .xlsx"],
    );
    check(
        &zip(&[("xl/workbook.bin", "a")]),
        Kind::OldExcel,
        [".xlsb", "另存为 .xlsx", "另存为 .xlsx"],
    );
    check(b"{\\rtf1\\ansi", Kind::Rtf, ["RTF", "另存为 .docx", "选中表格"]);
    check(
        &ole("WordDocument"),
        Kind::OldWord,
        [".doc、.wps", "另存为 .docx", "选中表格"],
    );
    check(
        &ole("Workbook"),
        Kind::OldExcel,
        [".xls、.et", "另存为 .xlsx", "另存为 .xlsx"],
    );
    check(
        &ole("Book"),
        Kind::OldExcel,
        [".xls、.et", "另存为 .xlsx", "另存为 .xlsx"],
    );
    check(
        &ole("EncryptedPackage"),
        Kind::LockedOffice,
        ["去掉密码", "去掉密码", "去掉密码"],
    );
    check(
        &ole("PowerPoint Document"),
        Kind::Slides,
        ["演示文稿", "演示文稿", "演示文稿"],
    );
    check(
        &ole("别的"),
        Kind::OldOffice,
        ["旧格式", "另存为 .docx", "另存为 .xlsx"],
    );
    check(b"<!DOCTYPE html><html>", Kind::Page, ["", "", ""]);
    check(b"<?xml version=\"1.0\"?>\n<html xmlns=\"\">", Kind::Page, ["", "", ""]);
    check(b"\n<table><tr>", Kind::Page, ["", "", ""]);
    check(
        b"<?xml version=\"1.0\"?><?mso-application?>",
        Kind::Xml,
        ["XML", "另存为 .docx", "另存为 .xlsx"],
    );
    check(
        b"MIME-Version: 1.0\r\n",
        Kind::PageArchive,
        [".mht", "另存为 .docx", "另存为 .xlsx"],
    );
    for picture in [
        &b"\x89PNG\r\n"[..],
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBP",
        b"BM\x36\x10\0\0\0\0\0\0\x36",
        b"\0\0\0\x18ftypheic",
    ] {
        check(picture, Kind::Picture, ["识别成文字", "识别成文字", "识别成表格"]);
    }
    for packed in [&b"7z\xbc\xaf\x27\x1c"[..], b"Rar!\x1a\x07", b"\x1f\x8b\x08"] {
        check(packed, Kind::Packed, ["先解压", "先解压", "先解压"]);
    }
    check(b"\xff\x80\0\x01", Kind::Unknown, ["认不出", "认不出", "认不出"]);
}

#[test]
fn what_this_program_writes_comes_in_at_its_door() {
    let draft = samples::reference().unwrap();
    let evaluation = evaluate(&draft);
    let check = |bytes: &[u8], kind: Kind| {
        assert_eq!(Kind::of(bytes), kind);
        assert_eq!(kind.refused(Door::Open), None, "{kind:?}");
    };
    check(&exports::word(&draft, &evaluation), Kind::Word);
    check(
        &exports::excel(&draft, &evaluation, &all_checks(&draft, &evaluation)).unwrap(),
        Kind::Excel,
    );
    check(&submission::write(&draft).unwrap(), Kind::Zip);
    check(project_file::write(&draft, "").as_bytes(), Kind::Json);
    check(pack::write(&draft.scheme).as_bytes(), Kind::Json);
    check(&locked(), Kind::LockedJson);
}

/// The doors of the program, each with the same three files.
#[test]
fn the_doors_say_it() {
    let pdf = b"%PDF-1.7".to_vec();
    let notice = |model: &Model| {
        model
            .notice
            .as_ref()
            .map(|notice| notice.text.clone())
            .unwrap_or_default()
    };
    let mut model = Model::default();
    update(&mut model, Message::FileRead("年报.pdf".into(), Ok(pdf.clone())));
    assert!(model.intake.is_none());
    assert!(
        notice(&model).starts_with("“年报.pdf”打不开：这份 PDF 打不开"),
        "{}",
        notice(&model)
    );
    let mut model = Model {
        route: Route::Intake(Purpose::LastYear),
        ..Model::default()
    };
    for (name, bytes, said) in [
        ("年报.pdf", pdf.clone(), "没有传完整"),
        ("年报.rtf", b"{\\rtf1 \\'c4\\'ea}".to_vec(), "另存为 .docx"),
        (
            "备份.json",
            project_file::write(&samples::reference().unwrap(), "").into_bytes(),
            "从“打开文件”打开",
        ),
        ("加密.json", locked(), "输入加密时设的密码"),
    ] {
        model.notice = None;
        update(
            &mut model,
            Message::Intake(IntakeMessage::FileRead(name.into(), Ok(bytes))),
        );
        assert!(
            notice(&model).contains(said) && model.intake.is_none(),
            "{name}: {}",
            notice(&model)
        );
    }
    // Text as Chinese Windows writes it is a report like another.
    let gbk = b"\xd2\xbb\xa1\xa2\xbb\xf9\xb1\xbe\xc7\xe9\xbf\xf6\r\n\xce\xd2\xb5\xa5\xce\xbb\xc8\xcb\xd4\xb1\xd2\xbb\xb0\xd9\xc3\xfb\xa1\xa3";
    model.notice = None;
    update(
        &mut model,
        Message::Intake(IntakeMessage::FileRead("年报.txt".into(), Ok(gbk.to_vec()))),
    );
    assert!(model.intake.is_some(), "{}", notice(&model));
    let mut model = crate::drafts::opened();
    for (bytes, said) in [
        (pdf, "这是 PDF 文件"),
        (ole("Workbook"), "另存为 .xlsx"),
        (locked(), "绩评的加密文件"),
    ] {
        model.notice = None;
        let effects = update(
            &mut model,
            Message::Tables(Tables::FileRead("表.xls".into(), Ok(bytes), None)),
        );
        assert!(
            effects.is_empty() && notice(&model).contains(said),
            "{}",
            notice(&model)
        );
    }
    let page = b"<table><tr><td>\xe9\xa1\xb9\xe7\x9b\xae</td></tr></table>".to_vec();
    update(
        &mut model,
        Message::Tables(Tables::FileRead("表.xls".into(), Ok(page), None)),
    );
    assert!(matches!(model.overlay, Some(Overlay::Tables(_))), "{}", notice(&model));
    // A project file that is locked or a scheme says so also where no passphrase can be asked for.
    let fault = |bytes: &[u8]| project_file::read(bytes).unwrap_err().to_string();
    assert!(fault(&locked()).contains("加密的项目文件"));
    assert!(fault(pack::write(&samples::reference().unwrap().scheme).as_bytes()).contains("评分方案"));
}
