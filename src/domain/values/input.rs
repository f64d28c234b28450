//! What one input of the form holds: raw text and accepted value as two things.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::arithmetic::computed;
use super::parse::{Fault, half_width};
use super::row::Id;

/// A value that knows how it is read and written.
pub trait Value: Sized + Clone + Eq {
    /// Reads half-width text without white space; never called with an empty one.
    fn read(text: &str) -> Result<Self, Fault>;
    /// The form kept in files; `read` gives the same value back.
    fn written(&self) -> String;
    /// The form shown in a field when it is not being edited.
    fn shown(&self) -> String;
}

/// 一个填写项: blank, accepted, or a text that could not be read and is kept as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Entry<T> {
    /// Nothing typed. Blank is not zero.
    #[default]
    Blank,
    /// Typed and understood.
    Accepted(T),
    /// Typed and not understood, with the reason.
    Unread(String, Fault),
}

impl<T: Value> Entry<T> {
    /// Reads what was typed, a number or a calculation that makes one; nothing is lost whatever it is.
    pub fn read(text: &str) -> Self {
        let plain = half_width(text);
        if plain.is_empty() {
            return Entry::Blank;
        }
        let read = match computed(&plain) {
            Some(result) => result.and_then(|value| T::read(&value.to_string())),
            None => T::read(&plain),
        };
        match read {
            Ok(value) => Entry::Accepted(value),
            Err(fault) => Entry::Unread(text.to_owned(), fault),
        }
    }

    /// The accepted value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Entry::Accepted(value) => Some(value),
            _ => None,
        }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        matches!(self, Entry::Blank)
    }
}

impl<T: Value> Serialize for Entry<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Entry::Blank => serializer.serialize_str(""),
            Entry::Accepted(value) => serializer.serialize_str(&value.written()),
            Entry::Unread(text, _) => serializer.serialize_str(text),
        }
    }
}

impl<'de, T: Value> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Entry::read(&String::deserialize(deserializer)?))
    }
}

/// In files every value is text: exact, and kept as typed where it could not be read.
#[cfg(feature = "schema")]
impl<T> schemars::JsonSchema for Entry<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A number as text; blank where it is not known." })
    }
}

/// What every addressable input can do, whatever its type: give its text and take a new one.
pub trait Input {
    /// The text to show in the field.
    fn text(&self) -> String;
    /// The text for a reader: the official word where `text` is a code.
    fn shown(&self) -> String {
        self.text()
    }
    /// Takes what was typed; says whether that changed anything.
    fn set(&mut self, text: &str) -> bool;
    /// Whether nothing was typed or chosen.
    fn is_blank(&self) -> bool;
    /// Why the text could not be accepted, if it could not.
    fn fault(&self) -> Option<Fault> {
        None
    }
    /// What can be chosen: each text with its official word; empty where anything can be typed.
    fn choices(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }
    /// Whether a value is read from the text, as numbers and dates are.
    fn is_read(&self) -> bool {
        false
    }
}

impl Input for String {
    fn text(&self) -> String {
        self.clone()
    }

    fn set(&mut self, text: &str) -> bool {
        replace(self, clean(text))
    }

    fn is_blank(&self) -> bool {
        // The first visible character ends the search; trimming would look at both ends.
        self.chars().all(char::is_whitespace)
    }
}

impl<T: Value> Input for Entry<T> {
    fn text(&self) -> String {
        match self {
            Entry::Blank => String::new(),
            Entry::Accepted(value) => value.shown(),
            Entry::Unread(text, _) => text.clone(),
        }
    }

    fn set(&mut self, text: &str) -> bool {
        replace(self, Entry::read(&clean(text)))
    }

    fn is_blank(&self) -> bool {
        Entry::is_blank(self)
    }

    fn fault(&self) -> Option<Fault> {
        match self {
            Entry::Unread(_, fault) => Some(*fault),
            _ => None,
        }
    }

    fn is_read(&self) -> bool {
        true
    }
}

/// The row that another row belongs to, as its number.
impl Input for Option<Id> {
    fn text(&self) -> String {
        self.map(|id| id.0.to_string()).unwrap_or_default()
    }

    fn set(&mut self, text: &str) -> bool {
        replace(self, text.parse().ok().map(Id))
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

/// A closed list to choose from, with a code for files and a Chinese word for people.
pub trait Choice: Sized + Copy + Eq + 'static {
    /// All choices in their official order.
    const ALL: &'static [Self];
    /// The code kept in files.
    fn code(self) -> &'static str;
    /// The official Chinese word.
    fn label(self) -> &'static str;
    /// The choice with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }
}

/// The codes of a closed list with their words.
pub(crate) fn words<T: Choice>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|choice| (choice.code(), choice.label())).collect()
}

/// Puts a value in the place of another; says whether they differ.
pub fn replace<T: PartialEq>(place: &mut T, value: T) -> bool {
    let differs = *place != value;
    *place = value;
    differs
}

/// Whether a character may stand in a text. The others are those that XML cannot hold or browsers and office
/// programs treat each in its own way: controls but for line feed and tab, the separators of lines and
/// paragraphs, and the code points that are no characters.
pub fn is_plain(c: char) -> bool {
    match c {
        '\n' | '\t' | '\u{20}'..='\u{7e}' | '\u{4e00}'..='\u{9fff}' => true,
        '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}' => false,
        _ => !c.is_control() && u32::from(c) & 0xfffe != 0xfffe,
    }
}

/// Takes out what may not stand in a text; what other programs end a line with becomes a line feed.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\u{b}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            c => c,
        })
        .filter(|c| is_plain(*c))
        .collect()
}

/// Declares a closed list: each choice with its code and its official word.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[$choice_meta:meta])* $choice:ident = $code:literal $label:literal,)+ }) => {
        $(#[$meta])*
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$choice_meta])* #[serde(rename = $code)] $choice,)+
        }

        impl $crate::domain::values::input::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$choice),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$choice => $code,)+
                }
            }

            fn label(self) -> &'static str {
                match self {
                    $(Self::$choice => $label,)+
                }
            }
        }

        impl $crate::domain::values::input::Input for $name {
            fn text(&self) -> String {
                $crate::domain::values::input::Choice::code(*self).to_owned()
            }

            fn shown(&self) -> String {
                $crate::domain::values::input::Choice::label(*self).to_owned()
            }

            fn set(&mut self, text: &str) -> bool {
                let choice = <Self as $crate::domain::values::input::Choice>::from_code(text).unwrap_or(*self);
                $crate::domain::values::input::replace(self, choice)
            }

            fn is_blank(&self) -> bool {
                false
            }

            fn choices(&self) -> Vec<(&'static str, &'static str)> {
                $crate::domain::values::input::words::<$name>()
            }
        }

        impl $crate::domain::values::input::Input for Option<$name> {
            fn text(&self) -> String {
                self.map($crate::domain::values::input::Choice::code).unwrap_or_default().to_owned()
            }

            fn shown(&self) -> String {
                self.map($crate::domain::values::input::Choice::label).unwrap_or_default().to_owned()
            }

            fn set(&mut self, text: &str) -> bool {
                $crate::domain::values::input::replace(self, <$name as $crate::domain::values::input::Choice>::from_code(text))
            }

            fn is_blank(&self) -> bool {
                self.is_none()
            }

            fn choices(&self) -> Vec<(&'static str, &'static str)> {
                $crate::domain::values::input::words::<$name>()
            }
        }
    };
}
pub(crate) use choices;
