//! The ways in which data of a PDF are packed. What would become larger than may be is refused before it is made.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::no_pdf::NoPdf;

/// Unpacks by one filter, into at most so many bytes. Nothing for pictures and for filters that are not known.
pub fn unpack(filter: &[u8], data: &[u8], most: usize) -> Result<Option<Vec<u8>>, NoPdf> {
    let unpacked = match filter {
        b"FlateDecode" | b"Fl" => inflate(data, most),
        b"LZWDecode" | b"LZW" => lzw(data, most),
        b"ASCII85Decode" | b"A85" => ascii_85(data),
        b"ASCIIHexDecode" | b"AHx" => ascii_hex(data),
        b"RunLengthDecode" | b"RL" => run_length(data, most),
        _ => return Ok(None),
    };
    match unpacked.len() > most {
        true => Err(NoPdf::TooLarge),
        false => Ok(Some(unpacked)),
    }
}

/// What can be had of damaged data is taken: the end of a page that was cut is better than none of it.
fn inflate(data: &[u8], most: usize) -> Vec<u8> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut unpacked = Vec::new();
    let read = ZlibDecoder::new(data).take(most).read_to_end(&mut unpacked);
    if read.is_err() && unpacked.is_empty() {
        // Some writers leave the two bytes of the head out, or write them wrong.
        for bare in [data, data.get(2..).unwrap_or_default()] {
            let read = DeflateDecoder::new(bare).take(most).read_to_end(&mut unpacked);
            if read.is_ok() || !unpacked.is_empty() {
                break;
            }
        }
    }
    unpacked
}

/// LZW with codes of 9 to 12 bits, which grow one code early.
fn lzw(data: &[u8], most: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Each entry is a piece of what was written so far: where it begins, and how long it is.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut unpacked: Vec<u8> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut bits, mut held, mut width) = (0_u32, 0, 9);
    for byte in data {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held & ((1 << width) - 1)) as usize;
        bits &= (1 << held) - 1;
        if code == END || unpacked.len() > most {
            break;
        }
        if code == CLEAR {
            entries.clear();
            last = None;
            width = 9;
            continue;
        }
        let start = unpacked.len();
        if let Ok(byte) = u8::try_from(code) {
            unpacked.push(byte);
        } else {
            // The entry that is being made is the last piece with the byte after it, which is its own first.
            let piece = match entries.get(code - 258) {
                Some(piece) => *piece,
                None => match last {
                    Some((from, length)) => (from, length + 1),
                    None => break,
                },
            };
            for place in piece.0..piece.0 + piece.1 {
                let byte = unpacked.get(place).copied().unwrap_or_default();
                unpacked.push(byte);
            }
        }
        if let Some((from, length)) = last
            && entries.len() < 4096 - 258
        {
            entries.push((from, length + 1));
        }
        last = Some((start, unpacked.len() - start));
        width = match entries.len() + 258 + 1 {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    unpacked
}

fn ascii_85(data: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::with_capacity(data.len());
    let mut group = Vec::with_capacity(5);
    let mut flush = |group: &mut Vec<u32>| {
        let count = group.len();
        group.resize(5, 84);
        let value = group
            .iter()
            .fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit));
        unpacked.extend(value.to_be_bytes().iter().take(count.saturating_sub(1)));
        group.clear();
    };
    for byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => {
                group.resize(5, 0);
                flush(&mut group);
            }
            b'!'..=b'u' => {
                group.push(u32::from(byte - b'!'));
                if group.len() == 5 {
                    flush(&mut group);
                }
            }
            _ => {}
        }
    }
    if !group.is_empty() {
        flush(&mut group);
    }
    unpacked
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => high << 4 | low,
            [high] => high << 4,
            _ => 0,
        })
        .collect()
}

fn run_length(data: &[u8], most: usize) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut rest = data;
    while let [length, tail @ ..] = rest {
        if *length == 128 || unpacked.len() > most {
            break;
        }
        let count = usize::from(*length);
        rest = match (count < 128, tail) {
            (true, _) => {
                let (literal, after) = tail.split_at((count + 1).min(tail.len()));
                unpacked.extend_from_slice(literal);
                after
            }
            (false, [byte, after @ ..]) => {
                unpacked.resize(unpacked.len() + 257 - count, *byte);
                after
            }
            (false, []) => break,
        };
    }
    unpacked
}
