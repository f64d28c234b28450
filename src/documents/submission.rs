//! 送审包: report, workbook, project file, list of evidence and findings in one .zip with the checksum of each,
//! and what can be said of a package that comes back.

use std::fmt;

use rust_xlsxwriter::XlsxError;

use crate::domain::checks::run::check;
use crate::domain::draft::Draft;
use crate::domain::evaluation::evaluate;

use super::archive::read::{self, Archive, ArchiveFault};
use super::archive::write;
use super::checksum::sha256;
use super::docx::package;
use super::{carried, exports, lists, project_file};

/// 校验清单, in the format of `sha256sum`, so that it can be checked without this program.
const MANIFEST: &str = "校验清单.txt";
const WORD: &str = "自评报告.docx";
const EXCEL: &str = "自评数据.xlsx";
const FILE: &str = "项目文件.json";

/// Writes a package. The same draft gives the same bytes on every machine.
pub fn write(draft: &Draft) -> Result<Vec<u8>, XlsxError> {
    let mut parts = parts(draft)?;
    let sums = parts
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(&[bytes])));
    let manifest: String = sums.collect();
    parts.push((MANIFEST, manifest.into_bytes()));
    Ok(write::write(parts))
}

fn parts(draft: &Draft) -> Result<Vec<(&'static str, Vec<u8>)>, XlsxError> {
    let evaluation = evaluate(draft);
    let findings = check(draft, &evaluation);
    Ok(vec![
        (WORD, exports::word(draft, &evaluation)),
        (EXCEL, exports::excel(draft, &evaluation, &findings)?),
        (FILE, exports::file(draft)),
        ("佐证材料清单.docx", package::write(&lists::evidence(draft), None)),
        ("复核清单.docx", exports::review_list(draft, &findings)),
    ])
}

/// How a file of a package stands to its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As it was packed.
    Same,
    /// Changed since.
    Changed,
    /// On the list, but not in the package.
    Missing,
    /// In the package, but not on the list.
    Added,
}

impl Standing {
    /// Whether nothing has to be said of it.
    pub fn is_same(self) -> bool {
        self == Standing::Same
    }

    /// What is said of it.
    pub fn label(self) -> &'static str {
        match self {
            Standing::Same => "一样",
            Standing::Changed => "改过",
            Standing::Missing => "缺少",
            Standing::Added => "后来加的",
        }
    }
}

/// A file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// How it stands to the list.
    pub standing: Standing,
}

/// What a package turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its files in the order of the list, then those that were added.
    pub items: Vec<Item>,
    /// The draft of its project file, if that can be read.
    pub draft: Result<Draft, String>,
    /// What does not go together although each file may be as it was packed, one sentence each.
    pub conflicts: Vec<String>,
}

impl Verified {
    /// Whether every file is as it was packed and all go together.
    pub fn is_sound(&self) -> bool {
        let same = self.items.iter().all(|item| item.standing == Standing::Same);
        same && self.draft.is_ok() && self.conflicts.is_empty()
    }
}

/// Why a file is no package that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPackage;

impl fmt::Display for NoPackage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "这个压缩文件里没有“{MANIFEST}”，不是绩评的送审包。请选从绩评导出的送审包；里面的文件要单独打开，请先解压。"
        )
    }
}

/// Checks a package: each file against the list, and the documents against the project file.
pub fn verify(archive: &Archive) -> Result<Verified, NoPackage> {
    let manifest = archive.part(MANIFEST).ok_or(NoPackage)?;
    let manifest = String::from_utf8_lossy(manifest);
    let listed: Vec<(&str, &str)> = manifest.lines().filter_map(|line| line.split_once("  ")).collect();
    let mut items: Vec<Item> = listed
        .iter()
        .map(|(sum, name)| Item {
            name: (*name).to_owned(),
            standing: match archive.part(name) {
                None => Standing::Missing,
                Some(bytes) if sha256(&[bytes]) == *sum => Standing::Same,
                Some(_) => Standing::Changed,
            },
        })
        .collect();
    let names = archive.parts().map(|(name, _)| name);
    let added = names.filter(|name| *name != MANIFEST && !listed.iter().any(|(_, listed)| listed == name));
    items.extend(added.map(|name| Item {
        name: name.to_owned(),
        standing: Standing::Added,
    }));
    let draft = match archive.part(FILE) {
        Some(bytes) => project_file::read(bytes)
            .map(|opened| opened.draft)
            .map_err(|error| format!("“{FILE}”打不开：{error}")),
        None => Err(format!("包里没有“{FILE}”，看不到报告的数据。")),
    };
    let conflicts = match &draft {
        Ok(draft) => [WORD, EXCEL]
            .iter()
            .filter_map(|name| conflict(archive, name, draft))
            .collect(),
        Err(_) => Vec::new(),
    };
    Ok(Verified {
        items,
        draft,
        conflicts,
    })
}

/// In what a document does not go together with the project file.
fn conflict(archive: &Archive, name: &str, draft: &Draft) -> Option<String> {
    let bytes = archive.part(name)?;
    let opened: Result<Archive, ArchiveFault> = read::open(bytes);
    let opened = opened.map_err(|fault| fault.to_string());
    match opened.and_then(|archive| carried::open(&archive).map_err(|fault| fault.to_string())) {
        Err(reason) => Some(format!("“{name}”里的数据读不出来：{reason}")),
        Ok((opened, _)) if opened.draft != *draft => Some(format!(
            "“{name}”里带的数据和“{FILE}”不是同一份。请让报送单位重新导出送审包。"
        )),
        Ok((_, changes)) if !changes.is_empty() => Some(format!(
            "“{name}”的文字有 {} 处和数据不一致。请打开“{name}”看是哪几处。",
            changes.len()
        )),
        Ok(_) => None,
    }
}
