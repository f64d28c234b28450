//! 加密的项目文件: a project file that only its passphrase opens.
//!
//! The key is made of the passphrase by Argon2id (RFC 9106); the content is sealed by AES-256-GCM, which
//! also vouches for every parameter in the header. A SHA-256 over everything that can be seen without the
//! key tells a damaged file from a wrong passphrase.

use std::fmt;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, Key, KeyInit, Nonce};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::json_file;

/// Marks the file as ours.
pub const KIND: &str = "jiping-locked";
const VERSION: u32 = 1;

/// No file that this tool locks is larger, MB.
const LARGEST: usize = 20;

/// What making the key costs. It is written into the file, so that it can grow in later versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// How often the memory is gone over.
    pub passes: u32,
    /// How many lanes it is divided into.
    pub lanes: u32,
}

impl Cost {
    /// The second recommended option of RFC 9106, section 4, for machines with less memory.
    pub const RECOMMENDED: Cost = Cost {
        memory: 64 * 1024,
        passes: 3,
        lanes: 4,
    };

    /// The least that OWASP's Password Storage Cheat Sheet lists for Argon2id: 7 MiB gone over five times. More
    /// memory may be gone over less often.
    pub const LEAST: Cost = Cost {
        memory: 7 * 1024,
        passes: 5,
        lanes: 1,
    };

    /// The most that an office computer can bear; a hostile file must not be able to stop the program.
    pub const MOST: Cost = Cost {
        memory: 256 * 1024,
        passes: 12,
        lanes: 16,
    };

    /// Whether it keeps anybody from finding the passphrase by trying.
    fn is_strong(self) -> bool {
        let work = |cost: Cost| u64::from(cost.memory) * u64::from(cost.passes);
        self.memory >= Self::LEAST.memory && work(self) >= work(Self::LEAST) && self.lanes >= Self::LEAST.lanes
    }

    /// Whether an office computer can bear it.
    fn is_bearable(self) -> bool {
        let most = Self::MOST;
        self.memory <= most.memory && self.passes <= most.passes && self.lanes <= most.lanes
    }
}

/// Random bytes, new for every file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice {
    /// Makes the same passphrase give another key in every file.
    pub salt: [u8; 16],
    /// Makes the same key seal no two files alike.
    pub nonce: [u8; 12],
}

/// What opens a file. It is never shown, not even to somebody who debugs.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Passphrase")
    }
}

/// A locked file that is whole, so that only the passphrase is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedFile {
    kind: String,
    version: u32,
    cost: Cost,
    salt: String,
    nonce: String,
    data: String,
    sum: String,
}

/// Why a file is not a locked file that a passphrase could open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockedFileError {
    /// Not a locked file at all.
    NotOurs,
    /// Written by a newer program.
    Newer,
    /// It was changed since it was written.
    Damaged,
    /// Whoever has it finds the passphrase by trying; no program of ours wrote it.
    Weak,
    /// Making its key takes more than an office computer can bear.
    TooDear,
}

impl fmt::Display for LockedFileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotOurs => "这不是绩评的加密文件。",
            Self::Newer => "这是更新版本的绩评加密的文件。请用新版本的绩评打开；原文件没有改动。",
            Self::Damaged => "这个加密文件损坏了，有密码也打不开。请换一份备份再试；原文件没有改动。",
            Self::Weak => {
                "这个加密文件的加密强度低于绩评的最低要求，密码容易被试出来，不是绩评加密的，没有打开。请让对方用绩评重新加密。"
            }
            Self::TooDear => {
                "打开这个加密文件要用的内存或时间超过绩评的上限，没有打开。它可能是更新版本的绩评加密的，请用新版本打开；原文件没有改动。"
            }
        })
    }
}

/// Why a passphrase did not open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is another one.
    WrongPassphrase,
    /// The computer has too little memory for making the key.
    NoMemory,
}

impl OpenError {
    /// What is wrong and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            OpenError::WrongPassphrase => "密码不对。请检查大小写和中英文输入法，再试一次。",
            OpenError::NoMemory => "这台电脑的内存不够，打不开加密文件。请关掉一些窗口再试。",
        }
    }
}

/// Locks a text. There is no way back without the passphrase.
pub fn lock(text: &str, passphrase: &Passphrase, cost: Cost, dice: &Dice) -> Result<String, OpenError> {
    let mut file = LockedFile {
        kind: KIND.into(),
        version: VERSION,
        cost,
        salt: Base64::encode_string(&dice.salt),
        nonce: Base64::encode_string(&dice.nonce),
        data: String::new(),
        sum: String::new(),
    };
    let header = file.header();
    let message = Payload {
        msg: text.as_bytes(),
        aad: header.as_bytes(),
    };
    let key = key(passphrase, cost, &dice.salt)?;
    // AES-GCM refuses texts beyond 64 GiB only.
    let sealed = Aes256Gcm::new(&key)
        .encrypt(&Nonce::from(dice.nonce), message)
        .map_err(|_| OpenError::NoMemory)?;
    file.data = Base64::encode_string(&sealed);
    file.sum = file.digest();
    // The parts are texts and numbers, all of which JSON can hold.
    Ok(serde_json::to_string(&file).unwrap_or_default())
}

/// Reads a locked file and proves it whole, without opening it.
pub fn read(bytes: &[u8]) -> Result<LockedFile, LockedFileError> {
    let json = json_file::read(bytes, LARGEST).map_err(|_| {
        // A file that was cut off is no JSON any more; its beginning still says what it was.
        let head = bytes.get(..64).unwrap_or(bytes);
        match String::from_utf8_lossy(head).contains(KIND) {
            true => LockedFileError::Damaged,
            false => LockedFileError::NotOurs,
        }
    })?;
    if json.get("kind").and_then(|kind| kind.as_str()) != Some(KIND) {
        return Err(LockedFileError::NotOurs);
    }
    if json.get("version").and_then(|version| version.as_u64()) > Some(VERSION.into()) {
        return Err(LockedFileError::Newer);
    }
    let file: LockedFile = serde_json::from_value(json).map_err(|_| LockedFileError::Damaged)?;
    let parts = file.dice().is_some() && Base64::decode_vec(&file.data).is_ok();
    if file.sum != file.digest() || file.version != VERSION || !parts {
        return Err(LockedFileError::Damaged);
    }
    match file.cost {
        cost if !cost.is_bearable() => Err(LockedFileError::TooDear),
        cost if !cost.is_strong() => Err(LockedFileError::Weak),
        _ => Ok(file),
    }
}

impl LockedFile {
    /// The text that was locked.
    pub fn open(&self, passphrase: &Passphrase) -> Result<String, OpenError> {
        const WRONG: OpenError = OpenError::WrongPassphrase;
        let dice = self.dice().ok_or(WRONG)?;
        let sealed = Base64::decode_vec(&self.data).map_err(|_| WRONG)?;
        let header = self.header();
        let message = Payload {
            msg: &sealed,
            aad: header.as_bytes(),
        };
        let key = key(passphrase, self.cost, &dice.salt)?;
        let opened = Aes256Gcm::new(&key)
            .decrypt(&Nonce::from(dice.nonce), message)
            .map_err(|_| WRONG)?;
        String::from_utf8(opened).map_err(|_| WRONG)
    }

    fn dice(&self) -> Option<Dice> {
        Some(Dice {
            salt: Base64::decode_vec(&self.salt).ok()?.try_into().ok()?,
            nonce: Base64::decode_vec(&self.nonce).ok()?.try_into().ok()?,
        })
    }

    /// Everything but the content, in one way of writing; AES-GCM vouches for it.
    fn header(&self) -> String {
        let Cost { memory, passes, lanes } = self.cost;
        let (kind, version, salt, nonce) = (&self.kind, self.version, &self.salt, &self.nonce);
        format!("{kind} {version} argon2id {memory} {passes} {lanes} aes-256-gcm {salt} {nonce}")
    }

    fn digest(&self) -> String {
        let mut sum = Sha256::new();
        sum.update(self.header().as_bytes());
        sum.update(b" ");
        sum.update(self.data.as_bytes());
        Base64::encode_string(&sum.finalize())
    }
}

fn key(passphrase: &Passphrase, cost: Cost, salt: &[u8]) -> Result<Key<Aes256Gcm>, OpenError> {
    const FAILED: OpenError = OpenError::NoMemory;
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(|_| FAILED)?;
    // A computer that cannot give the memory says so instead of stopping the program.
    let mut memory: Vec<Block> = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| FAILED)?;
    memory.resize(params.block_count(), Block::default());
    let mut key = Key::<Aes256Gcm>::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.0.as_bytes(), salt, &mut key, &mut memory)
        .map_err(|_| FAILED)?;
    Ok(key)
}
