//! 规则包: a scoring scheme as one JSON file `{kind, version, scheme}`, and those that come with the program.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::domain::checks::scheme::scheme_faults::faults;
use crate::domain::draft::draft::{Draft, SchemeStanding};
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::values::row::NextId;

use super::json_file::JsonFault;
use super::{json_file, placed};

/// What the envelope says it is.
pub const KIND: &str = "jiping-scheme";

/// The version of the format that this program writes. Parts that are added later are blank in older
/// files; the number changes only when an older program would misread a newer file.
pub const VERSION: u64 = 1;

/// The largest file that is read at all, MB. The largest scheme of the program has less than 0.03.
const LARGEST: usize = 2;

/// Schemes whose indicators are of use under any other, and stand in the library as well.
const FRAMEWORKS: [&str; 2] = [
    include_str!("../../packs/hunan-department.json"),
    include_str!("../../packs/national-department.json"),
];

/// 随程序提供的方案. The first of a kind stands in where none was chosen yet. A new place is a new file here.
const BUILT_IN: [&str; 20] = [
    include_str!("../../packs/department-levels.json"),
    include_str!("../../packs/national-project.json"),
    include_str!("../../packs/baiyun.json"),
    include_str!("../../packs/national-project-cost.json"),
    include_str!("../../packs/hubei.json"),
    include_str!("../../packs/guangshui.json"),
    include_str!("../../packs/sichuan.json"),
    include_str!("../../packs/sichuan-project-20-10-70.json"),
    include_str!("../../packs/sichuan-department.json"),
    include_str!("../../packs/yunnan-10.json"),
    include_str!("../../packs/yunnan-20.json"),
    include_str!("../../packs/yinchuan.json"),
    include_str!("../../packs/chongqing-department.json"),
    include_str!("../../packs/guangxi.json"),
    include_str!("../../packs/chengan.json"),
    include_str!("../../packs/haidian.json"),
    FRAMEWORKS[0],
    FRAMEWORKS[1],
    include_str!("../../packs/blank.json"),
    include_str!("../../packs/blank-project.json"),
];

/// Why a file is not a rule pack that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not JSON at all.
    Unreadable(JsonFault),
    /// JSON, but not a rule pack.
    NotOurs,
    /// Written by a newer program.
    Newer,
    /// A rule pack with something in it that is not what it should be, with its place.
    Damaged(String),
    /// A scheme by which nothing can be computed, with the sentences that say why.
    Unusable(Vec<String>),
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(fault) => write!(out, "{}", fault.sentence("评分方案")),
            Self::NotOurs => write!(out, "这个 .json 文件不是评分方案。请选从绩评下载的方案文件。"),
            Self::Newer => write!(out, "这是更新版本的绩评存的方案。请用新版本的绩评打开。"),
            Self::Damaged(place) => write!(out, "方案里“{place}”这一处写得不对。请改正后再导入。"),
            Self::Unusable(reasons) => write!(out, "方案不能用：{}", reasons.join("")),
        }
    }
}

#[derive(Serialize)]
struct Envelope {
    kind: &'static str,
    version: u64,
    scheme: Value,
}

/// Writes a scheme, readable, without its blank parts. The same scheme gives the same bytes.
pub fn write(scheme: &Scheme) -> String {
    // A scheme is text, numbers as text, and lists, all of which JSON can hold; there is no way to fail.
    let mut scheme = scheme.clone();
    scheme.renumber(&mut NextId::default());
    let mut value = serde_json::to_value(scheme).unwrap_or_default();
    drop_blank(&mut value);
    let envelope = Envelope {
        kind: KIND,
        version: VERSION,
        scheme: value,
    };
    serde_json::to_string_pretty(&envelope).unwrap_or_default() + "\n"
}

/// Takes out what reading puts back by itself: empty texts and lists, and what is not so. An empty object
/// stays, because all its parts are blank on purpose.
fn drop_blank(value: &mut Value) {
    let blank = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::Object(_) => false,
    };
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(drop_blank);
            fields.retain(|_, value| !blank(value));
        }
        Value::Array(rows) => rows.iter_mut().for_each(drop_blank),
        _ => {}
    }
}

/// Reads a rule pack and makes sure that scores can be computed by it.
pub fn read(bytes: &[u8]) -> Result<Scheme, PackError> {
    let mut json = json_file::read(bytes, LARGEST).map_err(PackError::Unreadable)?;
    if json.get("kind").and_then(Value::as_str) != Some(KIND) {
        return Err(PackError::NotOurs);
    }
    match json.get("version").and_then(Value::as_u64) {
        Some(1..=VERSION) => {}
        Some(version) if version > VERSION => return Err(PackError::Newer),
        _ => return Err(PackError::NotOurs),
    }
    let scheme = json.get_mut("scheme").map(Value::take).ok_or(PackError::NotOurs)?;
    let scheme: Scheme = placed::read(scheme).map_err(PackError::Damaged)?;
    // Two rows of one identity, or rows without, cannot be told apart in the form.
    let mut draft = Draft::by(scheme);
    draft.mend_identities();
    let scheme = Scheme::clone(&draft.scheme);
    let faults: Vec<String> = faults(&scheme).into_iter().map(|fault| fault.message).collect();
    if faults.is_empty() {
        Ok(scheme)
    } else {
        Err(PackError::Unusable(faults))
    }
}

/// The schemes whose indicators stand in the library as well.
pub fn frameworks() -> Vec<Scheme> {
    FRAMEWORKS
        .iter()
        .filter_map(|pack| read(pack.as_bytes()).ok())
        .collect()
}

/// The schemes that come with the program, in the order of the list.
pub fn built_in() -> Vec<Scheme> {
    // Each is read in the tests; one that could not be read here would be missing from the list.
    BUILT_IN.iter().filter_map(|pack| read(pack.as_bytes()).ok()).collect()
}

/// The scheme that stands in for a document of this kind as long as none was chosen.
pub fn standing_in(kind: ReportKind) -> Scheme {
    let mut packs = BUILT_IN.iter().filter_map(|pack| read(pack.as_bytes()).ok());
    packs.find(|scheme| scheme.kind == kind).unwrap_or_default()
}

/// 新报告: blank, by the scheme that was chosen, or by the one that stands in.
pub fn new_draft(kind: ReportKind, chosen: Option<Scheme>) -> Draft {
    let scheme_standing = match chosen {
        Some(_) => SchemeStanding::Chosen,
        None => SchemeStanding::Open,
    };
    Draft {
        scheme_standing,
        ..Draft::by(chosen.unwrap_or_else(|| standing_in(kind)))
    }
}
