//! In what a file is not what the program writes of the same data, said in the words of those who get it.

use crate::documents::archive::read;
use crate::documents::archive::read::Archive;
use crate::documents::xlsx::shown::sheet_parts;

/// What of a file differs from the one that was written anew: "工作表“资金收支”". Empty where every byte is
/// the same; what cannot be looked into differs as a whole.
pub fn differing(found: &[u8], written: &[u8]) -> Vec<String> {
    if found == written {
        return Vec::new();
    }
    let (Ok(found), Ok(written)) = (read::open(found), read::open(written)) else {
        return vec!["整个文件".to_owned()];
    };
    let mut differing: Vec<String> = Vec::new();
    let sheets = sheets(&written);
    let mut say = |part: &str| {
        let word = word(part, &sheets);
        if !differing.contains(&word) {
            differing.push(word);
        }
    };
    for (part, bytes) in written.parts() {
        if found.part(part) != Some(bytes) {
            say(part);
        }
    }
    for (part, _) in found.parts() {
        if written.part(part).is_none() {
            say(part);
        }
    }
    if differing.is_empty() {
        differing.push("压缩方式（内容一样，可能用别的软件存过）".to_owned());
    }
    differing
}

/// The names of a workbook's parts, by sheet.
fn sheets(archive: &Archive) -> Vec<(String, String)> {
    let named = sheet_parts(archive).unwrap_or_default();
    let part = |bytes: &[u8]| archive.parts().find(|(_, own)| std::ptr::eq(*own, bytes));
    let sheets = named
        .into_iter()
        .filter_map(|(name, bytes)| Some((part(bytes)?.0.to_owned(), name)));
    sheets.collect()
}

/// What a reader calls a part of an office file.
fn word(part: &str, sheets: &[(String, String)]) -> String {
    if let Some((_, name)) = sheets.iter().find(|(own, _)| own == part) {
        return match name.as_str() {
            crate::documents::xlsx::shown::NAME => "里面带的数据".to_owned(),
            name => format!("工作表“{name}”"),
        };
    }
    let name = part.rsplit('/').next().unwrap_or(part);
    let word = match (part, name) {
        ("word/document.xml", _) => "正文",
        (_, "styles.xml" | "fontTable.xml" | "theme1.xml") => "格式",
        (_, "sharedStrings.xml") => "单元格里的文字",
        (_, "workbook.xml") => "工作表的名称、顺序或隐藏",
        (_, "settings.xml") => "文档设置",
        _ if name.starts_with("footer") => "页脚",
        _ if name.starts_with("header") => "页眉",
        _ if name.starts_with("comments") => "批注",
        _ if part.starts_with("customXml/") => "里面带的数据",
        _ if part.starts_with("docProps/") => "文件属性（作者、时间等）",
        _ => "内部结构",
    };
    word.to_owned()
}
