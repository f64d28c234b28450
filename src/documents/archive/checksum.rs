//! 校验码: the SHA-256 that proves bytes to be what was written.

use sha2::{Digest, Sha256};

/// The checksum of pieces one after the other, in hexadecimal digits.
pub fn sha256<T: AsRef<[u8]>>(pieces: &[T]) -> String {
    let mut sum = Sha256::new();
    for piece in pieces {
        sum.update(piece.as_ref());
    }
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
