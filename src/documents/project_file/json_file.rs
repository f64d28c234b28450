//! JSON from a file of unknown origin: how far it can be read, and why not further. Drafts, schemes and locked
//! files come in by this one door, whether they lie in a file, in the browser or inside a document.

use serde_json::Value;

use crate::domain::values::input::{clean, is_plain};

/// Why bytes are not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// Nothing in it.
    Empty,
    /// Larger than such files can be, in MB.
    TooLarge(usize),
    /// A Word, Excel or other packed file.
    Packed,
    /// Not text in UTF-8.
    NotText,
    /// Text, but not JSON, with the place of the fault.
    NotJson {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
    },
}

impl JsonFault {
    /// What is wrong and what to do. `what` is what was expected: 项目文件.
    pub fn sentence(&self, what: &str) -> String {
        match self {
            Self::Empty => "文件是空的。请换一份备份再试。".into(),
            Self::TooLarge(limit) => format!("文件超过 {limit} MB，不会是绩评的{what}。请核对选对了没有。"),
            Self::Packed => {
                format!("这是 Word、Excel 或压缩文件，不是{what}。请选从绩评下载的 .json 文件。")
            }
            Self::NotText => "文件不是文本，可能传输时损坏了。请选从绩评下载的 .json 文件。".into(),
            Self::NotJson { line, column } => {
                format!("内容不是{what}的格式（第 {line} 行第 {column} 列起读不懂）。请选从绩评下载的 .json 文件。")
            }
        }
    }
}

/// Reads JSON of at most so many MB. What is larger is not looked at. Its texts are cleaned as typed ones are, so
/// that no text in the program holds what a document cannot.
pub fn read(bytes: &[u8], most: usize) -> Result<Value, JsonFault> {
    if bytes.len() > most * 1024 * 1024 {
        return Err(JsonFault::TooLarge(most));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(JsonFault::Packed);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| JsonFault::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(JsonFault::Empty);
    }
    let mut json = serde_json::from_str(text).map_err(|error| JsonFault::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    clean_texts(&mut json);
    Ok(json)
}

/// Cleans every text. JSON nests 128 deep at most, so that this ends well before the stack does.
fn clean_texts(json: &mut Value) {
    match json {
        Value::String(text) if !text.chars().all(is_plain) => *text = clean(text),
        Value::Array(rows) => rows.iter_mut().for_each(clean_texts),
        Value::Object(fields) => fields.values_mut().for_each(clean_texts),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
