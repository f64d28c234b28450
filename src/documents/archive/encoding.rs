//! What the bytes of a text file say: UTF-8, UTF-16, or GBK.

use std::borrow::Cow;

use encoding_rs::GB18030;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;

/// The text of a file: UTF-8, UTF-16 with its mark, or else GBK, which Chinese Windows writes. None where it
/// is none of these.
pub fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let wide = match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(wide) = wide {
        return wide.decode_with_bom_removal(bytes).0.into();
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return (!text.contains('\0')).then_some(Cow::Borrowed(text));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then_some(text)
}
