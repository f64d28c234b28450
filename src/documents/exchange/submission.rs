//! 送审包: report, workbook, project file, list of evidence and findings in one .zip with the checksum of each,
//! and what can be said of a package that comes back.

use std::collections::BTreeSet;
use std::fmt;

use rust_xlsxwriter::XlsxError;

use crate::documents::archive::checksum::sha256;
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::archive::{read, write};
use crate::documents::docx::package;
use crate::documents::project_file::project_file;
use crate::documents::report::lists;
use crate::domain::checks::run::check;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;

use super::rewritten::differing;
use super::{exports, reopened};

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

/// How a file of a package stands to its list, and to what the program writes of the data in the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As it was packed.
    Same,
    /// Changed since.
    Changed,
    /// As the list says, but not what the program writes of the data: the list was written anew as well.
    Rewritten,
    /// It belongs to the package, but is not in it.
    Missing,
    /// In the package, but does not belong to it.
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
            Standing::Rewritten => "和数据对不上",
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
    /// The program that wrote it, where that was another one: what it wrote cannot be written again here, so
    /// that its files are held against the list and the data, but not against their bytes.
    pub other_writer: Option<String>,
}

/// What can be said of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every byte is what the program writes of the data in the package.
    Untouched,
    /// Nothing speaks against it, but another program wrote it.
    Unproven,
    /// Something is not as it was exported.
    Changed,
}

impl Verified {
    /// What can be said of the package.
    pub fn verdict(&self) -> Verdict {
        let same = self.items.iter().all(|item| item.standing == Standing::Same);
        match same && self.draft.is_ok() && self.conflicts.is_empty() {
            false => Verdict::Changed,
            true if self.other_writer.is_some() => Verdict::Unproven,
            true => Verdict::Untouched,
        }
    }

    /// Whether every byte is as it was exported.
    pub fn is_sound(&self) -> bool {
        self.verdict() == Verdict::Untouched
    }

    /// What is said of it.
    pub fn sentence(&self) -> String {
        match self.verdict() {
            Verdict::Untouched => "没有被改过：每个文件都和用包里的数据重新写出来的一样，一个字节不差。".to_owned(),
            Verdict::Unproven => {
                let writer = self.other_writer.as_deref().filter(|writer| !writer.is_empty());
                format!(
                    "没有发现改动，但没有核对到每个字节：这个包是另一版绩评（{}）写的，这里写不出一样的文件。和校验清单一致，Word、Excel 里的数据和文字也是同一份。要核对到每个字节，请用写它的那一版校验。",
                    writer.unwrap_or("没有写明版本")
                )
            }
            Verdict::Changed => "和导出时不一样，下面标出的地方请核实。".to_owned(),
        }
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

/// Checks a package: each file against the list, and against what the program writes of the project file.
pub fn verify(archive: &Archive) -> Result<Verified, NoPackage> {
    let manifest = archive.part(MANIFEST).ok_or(NoPackage)?;
    let text = String::from_utf8_lossy(manifest);
    let listed: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once("  ")).collect();
    let opened = match archive.part(FILE) {
        Some(bytes) => project_file::read(bytes).map_err(|error| format!("“{FILE}”打不开：{error}")),
        None => Err(format!("包里没有“{FILE}”，看不到报告的数据。")),
    };
    let writer = opened.as_ref().ok().map(|opened| opened.writer.clone());
    let other_writer = writer.filter(|writer| writer != project_file::WRITER);
    let draft = opened.map(|opened| opened.draft);
    let anew = match &draft {
        Ok(draft) if other_writer.is_none() => written(draft),
        _ => None,
    };
    let anew = anew.as_ref();
    let mut names: Vec<&str> = listed.iter().map(|(_, name)| *name).collect();
    let written = anew.into_iter().flat_map(Archive::parts).map(|(name, _)| name);
    names.extend(written.chain(archive.parts().map(|(name, _)| name)).chain([FILE]));
    let mut seen = BTreeSet::from([MANIFEST]);
    names.retain(|name| seen.insert(*name));
    let standing = |name: &str| {
        let Some(bytes) = archive.part(name) else {
            return Standing::Missing;
        };
        let sum = listed.iter().find(|(_, listed)| *listed == name).map(|(sum, _)| *sum);
        // Everything is written anew from the draft in the project file, so that only the list can speak of that file.
        match (anew.map(|anew| anew.part(name)), sum) {
            (_, Some(sum)) if name == FILE && sha256(&[bytes]) != sum => Standing::Changed,
            (Some(Some(written)), _) if bytes == written => Standing::Same,
            (Some(None), _) | (None, None) => Standing::Added,
            (_, Some(sum)) if sha256(&[bytes]) != sum => Standing::Changed,
            (Some(Some(_)), _) => Standing::Rewritten,
            (None, Some(_)) => Standing::Same,
        }
    };
    let item = |name: &&str| Item {
        name: (*name).to_owned(),
        standing: standing(name),
    };
    let items: Vec<Item> = names.iter().map(item).collect();
    let mut conflicts: Vec<String> = match &draft {
        Ok(draft) => names
            .iter()
            .flat_map(|name| conflicts_of(archive, anew, name, draft))
            .collect(),
        Err(_) => Vec::new(),
    };
    let same = items.iter().all(|item| item.standing == Standing::Same);
    if same && anew.is_some_and(|anew| anew.part(MANIFEST) != Some(manifest)) {
        conflicts.push(format!(
            "“{MANIFEST}”改过，里面的校验码和文件对不上；文件本身和用数据写出来的一样。"
        ));
    }
    Ok(Verified {
        items,
        draft,
        conflicts,
        other_writer,
    })
}

/// The package that the program writes of a draft, taken apart.
fn written(draft: &Draft) -> Option<Archive> {
    read::open(&write(draft).ok()?).ok()
}

/// In what a file does not go together with the project file: the draft that a document carries, what it
/// shows, and its bytes.
fn conflicts_of(archive: &Archive, anew: Option<&Archive>, name: &str, draft: &Draft) -> Vec<String> {
    let Some(bytes) = archive.part(name) else {
        return Vec::new();
    };
    let places = match anew.map(|anew| anew.part(name)) {
        Some(Some(written)) => differing(bytes, written),
        Some(None) => return Vec::new(),
        None => Vec::new(),
    };
    if anew.is_some() && places.is_empty() {
        return Vec::new();
    }
    let mut said = Vec::new();
    if [WORD, EXCEL].contains(&name) {
        match mismatch(bytes, name, draft) {
            Ok(sentence) => said.extend(sentence),
            // Of another draft everything is different.
            Err(sentence) => return vec![sentence],
        }
    }
    if !places.is_empty() {
        let places = places.join("、");
        said.push(format!("“{name}”和用包里的数据重新写出来的不一样：{places}。"));
    }
    said
}

/// In what a document shows something else than the project file; or that it is not of that data at all.
fn mismatch(bytes: &[u8], name: &str, draft: &Draft) -> Result<Option<String>, String> {
    let opened: Result<Archive, ArchiveFault> = read::open(bytes);
    let opened = opened.map_err(|fault| fault.to_string());
    let opened = opened.and_then(|archive| reopened::open(&archive).map_err(|fault| fault.to_string()));
    let (opened, changes) = opened.map_err(|reason| format!("“{name}”里的数据读不出来：{reason}"))?;
    if opened.draft != *draft {
        return Err(format!(
            "“{name}”里带的数据和“{FILE}”不是同一份。请让报送单位重新导出送审包。"
        ));
    }
    Ok((!changes.is_empty()).then(|| {
        format!(
            "“{name}”的文字有 {} 处和数据不一致。请打开“{name}”看是哪几处。",
            changes.len()
        )
    }))
}
