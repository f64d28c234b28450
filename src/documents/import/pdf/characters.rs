//! 字符: which character a code of a font stands for. The standard Chinese encodings of PDF are those of text files, so
//! that no table of theirs is needed.

use std::collections::BTreeMap;
use std::rc::Rc;

use encoding_rs::{GB18030, MACINTOSH, WINDOWS_1252};

use super::file::File;
use super::no_pdf::NoPdf;
use super::tokens::{Dict, Object, Tokens};

/// How many characters one font may name; as many as two bytes can tell apart.
const MOST_NAMED: usize = 1 << 16;

/// The names of the characters from 32 to 126 that are not letters, in their order.
const ASCII_NAMES: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright \
asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal \
greater question at";

/// Names of other characters that reports use.
const OTHER_NAMES: &[(&str, char)] = &[
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("bar", '|'),
    ("asciitilde", '~'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("degree", '°'),
    ("multiply", '×'),
    ("ellipsis", '…'),
    ("greaterequal", '≥'),
    ("lessequal", '≤'),
];

/// How codes without a table of their own become characters.
#[derive(Clone, Debug)]
pub enum Coding {
    /// One byte each, by a list of 256.
    Listed(Vec<Option<char>>),
    /// Two bytes of UTF-16 each, four for rare characters.
    Unicode,
    /// 国标码, as in text files: one byte below 128, else two or four.
    National,
    /// Two bytes each, numbers of shapes in the font: no character can be told from them.
    Shapes,
}

impl Coding {
    /// By the name of a standard encoding of two-byte fonts.
    pub fn named(name: &[u8]) -> Self {
        let name = String::from_utf8_lossy(name);
        if name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16")) {
            Coding::Unicode
        } else if name.starts_with("GB") {
            Coding::National
        } else {
            Coding::Shapes
        }
    }

    /// By the encoding of a one-byte font. A font of signs has codes of its own.
    pub fn listed(file: &File, font: &Dict, is_of_signs: bool) -> Result<Self, NoPdf> {
        let encoding = file.value(font, "Encoding")?;
        let base = match &encoding {
            Object::Dict(_) => file.of(&encoding, "BaseEncoding")?,
            other => other.clone(),
        };
        let is_known = base != Object::Null || !is_of_signs;
        let charset = if base.is_name("MacRomanEncoding") {
            MACINTOSH
        } else {
            WINDOWS_1252
        };
        let mut list: Vec<Option<char>> = (0..=u8::MAX)
            .map(|byte| charset.decode_without_bom_handling(&[byte]).0.chars().next())
            .map(|letter| letter.filter(|letter| is_known && !letter.is_control()))
            .collect();
        let mut place = 0_usize;
        for member in file.of(&encoding, "Differences")?.members() {
            match file.resolved(member)? {
                Object::Name(name) => {
                    if let Some(slot) = list.get_mut(place) {
                        *slot = by_name(&String::from_utf8_lossy(&name));
                    }
                    place = place.saturating_add(1);
                }
                other => {
                    place = other
                        .whole()
                        .and_then(|place| usize::try_from(place).ok())
                        .unwrap_or(place)
                }
            }
        }
        Ok(Coding::Listed(list))
    }

    /// How many bytes the next code has.
    pub fn length(&self, bytes: &[u8]) -> usize {
        let [first, second] = [0, 1].map(|place| bytes.get(place).copied().unwrap_or_default());
        match self {
            Coding::Listed(_) => 1,
            Coding::Unicode if matches!(first, 0xd8..=0xdb) => 4,
            Coding::Unicode | Coding::Shapes => 2,
            Coding::National if first < 0x81 => 1,
            Coding::National if second.is_ascii_digit() => 4,
            Coding::National => 2,
        }
    }

    /// The characters of one code; nothing where they cannot be known.
    pub fn characters(&self, code: &[u8]) -> Option<String> {
        match self {
            Coding::Listed(list) => list.get(usize::from(*code.first()?))?.map(String::from),
            Coding::Unicode => utf_16(code),
            Coding::National => GB18030
                .decode_without_bom_handling_and_without_replacement(code)
                .map(|text| text.into_owned()),
            Coding::Shapes => None,
        }
    }
}

fn utf_16(bytes: &[u8]) -> Option<String> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [high, low] => u16::from(*high) << 8 | u16::from(*low),
        [one] => u16::from(*one),
        _ => 0,
    });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

fn by_name(name: &str) -> Option<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(digits) = digits.and_then(|digits| digits.get(..digits.len().min(4)))
        && let Ok(code) = u32::from_str_radix(digits, 16)
    {
        return char::from_u32(code);
    }
    let ascii = ASCII_NAMES.split_whitespace().zip(' '..);
    let other = OTHER_NAMES.iter().copied();
    ascii
        .chain(other)
        .find(|(own, _)| *own == name)
        .map(|(_, letter)| letter)
}

/// What a font says of its codes by itself (ToUnicode).
#[derive(Clone, Debug, Default)]
pub struct Named {
    by_code: BTreeMap<u32, Rc<str>>,
}

/// A code as a number.
pub fn number(code: &[u8]) -> u32 {
    code.iter()
        .take(4)
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

impl Named {
    /// Reads the table.
    pub fn read(table: &[u8]) -> Self {
        let mut named = Named::default();
        let mut tokens = Tokens::new(table, 0);
        let mut pieces: Vec<Object> = Vec::new();
        while let Some(piece) = tokens.next() {
            match piece {
                Object::Word(word) => {
                    match word.as_slice() {
                        b"endbfchar" => named.singles(&pieces),
                        b"endbfrange" => named.runs(&pieces),
                        _ => {}
                    }
                    pieces.clear();
                }
                other => pieces.push(other),
            }
        }
        named
    }

    fn put(&mut self, code: u32, text: Option<String>) {
        if let Some(text) = text.filter(|_| self.by_code.len() < MOST_NAMED) {
            self.by_code.insert(code, text.into());
        }
    }

    fn singles(&mut self, pieces: &[Object]) {
        for pair in pieces.chunks_exact(2) {
            if let [Object::Text(code), Object::Text(text)] = pair {
                self.put(number(code), utf_16(text));
            }
        }
    }

    fn runs(&mut self, pieces: &[Object]) {
        for run in pieces.chunks_exact(3) {
            let [Object::Text(first), Object::Text(last), texts] = run else {
                continue;
            };
            let first = number(first);
            let codes = (first..=number(last)).take(MOST_NAMED);
            match texts {
                Object::Array(texts) => {
                    for (code, text) in codes.zip(texts.iter()) {
                        if let Object::Text(text) = text {
                            self.put(code, utf_16(text));
                        }
                    }
                }
                Object::Text(text) => {
                    let Some(text) = utf_16(text) else { continue };
                    let mut head = text.clone();
                    let Some(last) = head.pop() else { continue };
                    for code in codes {
                        let letter = char::from_u32(u32::from(last).saturating_add(code - first));
                        self.put(code, letter.map(|letter| format!("{head}{letter}")));
                    }
                }
                _ => {}
            }
        }
    }

    /// The characters of a code.
    pub fn characters(&self, code: u32) -> Option<&str> {
        self.by_code.get(&code).map(AsRef::as_ref)
    }
}

/// The 214 signs under which dictionaries list characters, in the order of Unicode,
/// in the form that is written today.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Their simplified forms that are characters too.
const SIMPLIFIED: &str =
    "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// The character that is meant: browsers name the shape of 金 by the dictionary sign that looks the same.
pub fn meant(letter: char) -> char {
    match letter {
        '\u{2f00}'..='\u{2fd5}' => {
            let place = u32::from(letter) - 0x2f00;
            RADICALS.chars().nth(place as usize).unwrap_or(letter)
        }
        '\u{2e80}'..='\u{2ef3}' => {
            let mut rest = SIMPLIFIED.chars().skip_while(|sign| *sign != letter);
            rest.nth(1).unwrap_or(letter)
        }
        other => other,
    }
}
