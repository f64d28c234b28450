//! What a file is, by what stands in it and not by its name: the one table for everything that opens files.

use std::io::Cursor;

use zip::ZipArchive;

use super::encoding::decoded;

/// The most parts of a package.
pub(super) const PARTS: usize = 500;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing in it.
    Empty,
    /// .docx
    Word,
    /// .xlsx
    Excel,
    /// Another zip, such as 送审包.
    Zip,
    /// A zip that cannot be looked into; what is wrong with it is found out by opening it.
    BrokenZip,
    /// .json, or a copy as it lay in the browser.
    Json,
    /// A project file with a passphrase.
    LockedJson,
    /// Plain text or .csv.
    Text,
    /// .pdf
    Pdf,
    /// .ofd, the Chinese format for finished pages.
    Ofd,
    /// .odt
    OpenText,
    /// .ods
    OpenSheet,
    /// .uof and its kin.
    Uof,
    /// .pptx, .ppt, .dps, .odp
    Slides,
    /// .rtf
    Rtf,
    /// .doc, .wps
    OldWord,
    /// .xls, .et, .xlsb
    OldExcel,
    /// An office file with a passphrase.
    LockedOffice,
    /// Another file of the old office format.
    OldOffice,
    /// A page of the web, also under the name of .xls or .doc.
    Page,
    /// A page of the web with its pictures in one file.
    PageArchive,
    /// XML of office programs of 2003, or another.
    Xml,
    /// A picture.
    Picture,
    /// .7z, .rar and others.
    Packed,
    /// None of these.
    Unknown,
}

/// What files begin with.
const BEGINNINGS: [(&[u8], Kind); 15] = [
    (b"%PDF", Kind::Pdf),
    (b"{\\rtf", Kind::Rtf),
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"RIFF", Kind::Picture),
    (b"7z\xbc\xaf\x27\x1c", Kind::Packed),
    (b"Rar!", Kind::Packed),
    (b"\x1f\x8b", Kind::Packed),
    (b"BZh", Kind::Packed),
    (b"\xfd7zXZ", Kind::Packed),
    (b"MIME-Version:", Kind::PageArchive),
    (b"jiping-slot ", Kind::Json),
];

/// The parts that tell packages apart; the first that is there decides.
const PARTS_OF: [(&str, Kind); 6] = [
    ("word/document.xml", Kind::Word),
    ("xl/workbook.xml", Kind::Excel),
    ("xl/workbook.bin", Kind::OldExcel),
    ("ppt/presentation.xml", Kind::Slides),
    ("OFD.xml", Kind::Ofd),
    ("uof.xml", Kind::Uof),
];

/// The streams that tell files of the old office format apart; the first that is there decides.
const STREAMS: [(&str, Kind); 6] = [
    ("EncryptedPackage", Kind::LockedOffice),
    ("WordDocument", Kind::OldWord),
    ("Workbook", Kind::OldExcel),
    ("Book", Kind::OldExcel),
    ("ETBook", Kind::OldExcel),
    ("PowerPoint Document", Kind::Slides),
];

/// Old office files, and new ones with a passphrase.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

impl Kind {
    /// What the bytes of a file are.
    pub fn of(bytes: &[u8]) -> Kind {
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if plain.is_empty() {
            return Kind::Empty;
        }
        if bytes.starts_with(b"PK") {
            return zipped(bytes);
        }
        if bytes.starts_with(OLE) {
            return streams(bytes);
        }
        let begins = |(magic, _): &&(&[u8], Kind)| plain.starts_with(magic);
        if let Some((_, kind)) = BEGINNINGS.iter().find(begins) {
            return *kind;
        }
        // The size of a bitmap and the brand of a .heic stand after the first bytes.
        if (plain.starts_with(b"BM") && plain.get(6..10) == Some(&[0; 4])) || plain.get(4..8) == Some(b"ftyp") {
            return Kind::Picture;
        }
        let head = plain.get(..1_000).unwrap_or(plain);
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let is_object = |rest: &[u8]| matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}'));
        match head.as_bytes() {
            [b'{', rest @ ..] if is_object(rest) && head.contains("\"jiping-locked\"") => Kind::LockedJson,
            [b'{', rest @ ..] if is_object(rest) => Kind::Json,
            [b'[', b'{' | b'[' | b'"', ..] => Kind::Json,
            [b'<', b'?', ..] if !head.contains("<html") => Kind::Xml,
            [b'<', b'?' | b'!' | b'a'..=b'z', ..] => Kind::Page,
            _ if decoded(bytes).is_some() => Kind::Text,
            _ => Kind::Unknown,
        }
    }

    /// What a package with parts of these names is; the parts by themselves do not tell .odt from .ods.
    pub(super) fn of_parts(has: impl Fn(&str) -> bool) -> Kind {
        let found = PARTS_OF.iter().find(|(part, _)| has(part));
        found.map_or(Kind::Zip, |(_, kind)| *kind)
    }
}

fn zipped(bytes: &[u8]) -> Kind {
    if declared_parts(bytes).is_none_or(|parts| parts > PARTS) {
        return Kind::BrokenZip;
    }
    // The first part of an OpenDocument file says in plain letters what it is.
    let head = bytes.get(30..120).unwrap_or_default();
    let says = |word: &[u8]| head.windows(word.len()).any(|found| found == word);
    match ZipArchive::new(Cursor::new(bytes)) {
        Err(_) => Kind::BrokenZip,
        Ok(_) if says(b"opendocument.text") => Kind::OpenText,
        Ok(_) if says(b"opendocument.spreadsheet") => Kind::OpenSheet,
        Ok(_) if says(b"opendocument.") => Kind::Slides,
        Ok(zip) => {
            let names: Vec<_> = zip.file_names().flatten().collect();
            Kind::of_parts(|part| names.iter().any(|name| name == part))
        }
    }
}

/// The directory of the old office format has the names of its streams in UTF-16, each at the beginning of an
/// entry of 128 bytes.
fn streams(bytes: &[u8]) -> Kind {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect() };
    let has = |name: &str| {
        let name = wide(name);
        bytes.chunks(128).any(|entry| entry.starts_with(&name))
    };
    let found = STREAMS.iter().find(|(name, _)| has(name));
    found.map_or(Kind::OldOffice, |(_, kind)| *kind)
}

/// How many parts the end of the package says it has, so that a list of millions is not read first.
pub(super) fn declared_parts(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.get(bytes.len().saturating_sub(66_000)..)?;
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    match tail.get(end + 10..end + 12)? {
        [low, high] => Some(usize::from(u16::from_le_bytes([*low, *high]))),
        _ => None,
    }
}
