//! 校验码: the SHA-256 that proves bytes to be what was written.

use sha2::{Digest, Sha256};

/// The checksum of pieces one after the other, in hexadecimal digits.
pub fn sha256<T: AsRef<[u8]>>(pieces: &[T]) -> String {
    let mut sum = Checksum::default();
    for piece in pieces {
        sum.add(piece.as_ref());
    }
    sum.digits()
}

/// A checksum that grows.
#[derive(Clone, Default)]
pub struct Checksum(Sha256);

impl Checksum {
    /// Takes in what comes next.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// What it has come to, in hexadecimal digits.
    pub fn digits(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
