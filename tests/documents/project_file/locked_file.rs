//! Locked project files: opened by their passphrase alone, and a damaged file is not taken for a wrong one.

use jiping::documents::project_file::locked_file::{Cost, Dice, LockedFileError, OpenError, Passphrase, lock, read};
use proptest::prelude::*;

/// The least that is let in; the real cost is in the file of the first program and tried once.
const CHEAP: Cost = Cost::LEAST;
const DICE: Dice = Dice {
    salt: *b"0123456789abcdef",
    nonce: *b"0123456789ab",
};
const TEXT: &str = r#"{"kind":"jiping-draft","说明":"垃圾分类"}"#;

fn pass(text: &str) -> Passphrase {
    Passphrase(text.into())
}

#[test]
fn only_the_passphrase_opens_a_file() {
    let locked = lock(TEXT, &pass("白云湖 2022"), CHEAP, &DICE).unwrap();
    assert!(!locked.contains("垃圾分类") && !locked.contains("白云湖"));
    let file = read(locked.as_bytes()).unwrap();
    let check = |typed: &str, expected: Result<&str, OpenError>| {
        assert_eq!(file.open(&pass(typed)), expected.map(str::to_owned), "{typed}");
    };
    check("白云湖 2022", Ok(TEXT));
    for wrong in ["", "白云湖2022", "白云湖 2022 ", "白云湖 2023"] {
        check(wrong, Err(OpenError::WrongPassphrase));
    }
}

#[test]
fn the_real_cost_can_be_borne_and_is_written_into_the_file() {
    let locked = lock(TEXT, &pass("白云湖 2022"), Cost::RECOMMENDED, &DICE).unwrap();
    assert!(locked.contains(r#""cost":{"memory":65536,"passes":3,"lanes":4}"#));
    assert_eq!(
        read(locked.as_bytes()).unwrap().open(&pass("白云湖 2022")),
        Ok(TEXT.into())
    );
}

#[test]
fn a_file_of_the_first_program_opens_for_ever() {
    let file = read(include_bytes!("../../fixtures/locked-1.json")).unwrap();
    assert_eq!(file.open(&pass("白云湖 2022")), Ok(TEXT.into()));
}

#[test]
fn a_damaged_file_is_never_taken_for_a_wrong_passphrase() {
    let locked = lock(TEXT, &pass("密码"), CHEAP, &DICE).unwrap();
    for place in 0..locked.len() {
        for bit in 0..8 {
            let mut flipped = locked.clone().into_bytes();
            flipped[place] ^= 1 << bit;
            match read(&flipped) {
                Err(_) => {}
                // A name in the file that changes its case or the like is not read at all.
                Ok(file) => panic!("bit {bit} at {place} went unnoticed: {file:?}"),
            }
        }
        assert!(read(&locked.as_bytes()[..place]).is_err(), "cut at {place}");
    }
}

#[test]
fn what_is_no_locked_file_says_so() {
    let locked = lock(TEXT, &pass("密码"), CHEAP, &DICE).unwrap();
    let check = |text: &str, expected: LockedFileError| {
        assert_eq!(read(text.as_bytes()), Err(expected), "{text}");
    };
    check("", LockedFileError::NotOurs);
    check(TEXT, LockedFileError::NotOurs);
    check(r#"{"kind":"jiping-locked"}"#, LockedFileError::Damaged);
    check(&locked[..locked.len() - 9], LockedFileError::Damaged);
    check(
        &locked.replace(r#""version":1"#, r#""version":2"#),
        LockedFileError::Newer,
    );
    check(
        &locked.replace(r#""passes":5"#, r#""passes":6"#),
        LockedFileError::Damaged,
    );
    let dear = Cost { passes: 13, ..CHEAP };
    check(
        &lock(TEXT, &pass("密码"), dear, &DICE).unwrap(),
        LockedFileError::TooDear,
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn any_text_comes_back(text in "\\PC{0,200}", passphrase in "\\PC{1,20}", salt: [u8; 16], nonce: [u8; 12]) {
        let locked = lock(&text, &pass(&passphrase), CHEAP, &Dice { salt, nonce }).unwrap();
        let file = read(locked.as_bytes()).unwrap();
        prop_assert_eq!(file.open(&pass(&passphrase)), Ok(text));
        prop_assert_eq!(file.open(&pass(&format!("{passphrase}x"))), Err(OpenError::WrongPassphrase));
    }
}
