//! 字体: what the codes of a text show, and how far each moves on.

use std::collections::BTreeMap;

use super::characters::{Coding, Named, number};
use super::file::File;
use super::no_pdf::NoPdf;
use super::space::{Fixed, ONE, times};
use super::tokens::{Dict, Object};

/// A font, as far as reading needs it.
#[derive(Clone, Debug)]
pub struct Font {
    coding: Coding,
    named: Option<Named>,
    /// First code to last code and width, by the first.
    widths: BTreeMap<u32, (u32, Fixed)>,
    /// The width of all others.
    other: Fixed,
    /// The width of 1 in `widths`, in the font's size.
    unit: Fixed,
    /// Whether the text runs downwards.
    pub is_vertical: bool,
}

/// One code as shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its characters; nothing where they cannot be known.
    pub text: Option<String>,
    /// How far it moves on, in the font's size.
    pub width: Fixed,
    /// Whether it is the blank that spacing of words widens.
    pub is_blank: bool,
}

/// A thousandth, in which most fonts measure.
const THOUSANDTH: Fixed = ONE / 1000;

impl Font {
    /// Reads a font.
    pub fn read(file: &File, font: &Dict) -> Result<Self, NoPdf> {
        let table = file.value(font, "ToUnicode")?;
        let named = file.unpacked(&table)?.map(|table| Named::read(&table));
        let kind = file.value(font, "Subtype")?;
        if kind.is_name("Type0") {
            return Self::of_two_bytes(file, font, named);
        }
        let descriptor = file.value(font, "FontDescriptor")?;
        let flags = file.of(&descriptor, "Flags")?.whole().unwrap_or_default();
        let is_embedded = ["FontFile", "FontFile2", "FontFile3"]
            .iter()
            .any(|name| descriptor.dict().is_some_and(|dict| dict.contains_key(name.as_bytes())));
        let is_of_signs = kind.is_name("Type3") || is_embedded && flags & 4 != 0;
        let unit = match kind.is_name("Type3") {
            true => file
                .numbers(&file.value(font, "FontMatrix")?)?
                .first()
                .map_or(THOUSANDTH, |unit| unit.abs()),
            false => THOUSANDTH,
        };
        let first = file.value(font, "FirstChar")?.whole().unwrap_or_default();
        let first = u32::try_from(first).unwrap_or_default();
        let widths = file.numbers(&file.value(font, "Widths")?)?;
        let missing = file.of(&descriptor, "MissingWidth")?.number().unwrap_or_default();
        // The fonts that every reader has need not say their widths; that of a digit stands for all.
        let other = if widths.is_empty() { 556 * ONE } else { missing };
        Ok(Font {
            coding: Coding::listed(file, font, is_of_signs)?,
            named,
            widths: (first..)
                .zip(widths)
                .map(|(code, width)| (code, (code, width)))
                .collect(),
            other,
            unit,
            is_vertical: false,
        })
    }

    fn of_two_bytes(file: &File, font: &Dict, named: Option<Named>) -> Result<Self, NoPdf> {
        let below = file.value(font, "DescendantFonts")?;
        let below = file.resolved(below.members().first().unwrap_or(&Object::Null))?;
        let (coding, is_vertical) = match file.value(font, "Encoding")? {
            Object::Name(name) => (Coding::named(&name), name.ends_with(b"-V")),
            _ => (Coding::Shapes, false),
        };
        let other = file.of(&below, "DW")?.number().unwrap_or(1000 * ONE);
        let mut widths = BTreeMap::new();
        // The widths go by shapes, which only this coding has for codes.
        if matches!(coding, Coding::Shapes) {
            let list = file.of(&below, "W")?;
            let mut rest = list.members();
            while let [first, second, tail @ ..] = rest {
                let code = |object: &Object| -> Result<u32, NoPdf> {
                    let value = file.resolved(object)?.whole().unwrap_or_default();
                    Ok(u32::try_from(value).unwrap_or_default())
                };
                let start = code(first)?;
                match file.resolved(second)? {
                    Object::Array(each) => {
                        let each = file.numbers(&Object::Array(each))?;
                        widths.extend((start..).zip(each).map(|(code, width)| (code, (code, width))));
                        rest = tail;
                    }
                    last => {
                        let [width, after @ ..] = tail else { break };
                        let width = file.resolved(width)?.number().unwrap_or_default();
                        widths.insert(start, (code(&last)?, width));
                        rest = after;
                    }
                }
            }
        }
        Ok(Font {
            coding,
            named,
            widths,
            other,
            unit: THOUSANDTH,
            is_vertical,
        })
    }

    /// What a string of codes shows.
    pub fn shown(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, after) = rest.split_at(self.coding.length(rest).min(rest.len()));
            rest = after;
            let named = self.named.as_ref().and_then(|named| named.characters(number(code)));
            let text = named.map(str::to_owned).or_else(|| self.coding.characters(code));
            shown.push(Shown {
                width: times(self.width(number(code), text.as_deref()), self.unit),
                is_blank: code == b" ",
                text,
            });
        }
        shown
    }

    fn width(&self, code: u32, text: Option<&str>) -> Fixed {
        if let Some((_, (last, width))) = self.widths.range(..=code).next_back()
            && code <= *last
        {
            return *width;
        }
        match (&self.coding, text) {
            // Letters and digits of Chinese fonts take half of a character.
            (Coding::Unicode | Coding::National, Some(text)) if text.is_ascii() => self.other / 2,
            _ => self.other,
        }
    }
}
