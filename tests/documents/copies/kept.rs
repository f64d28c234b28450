//! What lies in storage: files and copies of every released version, and which of several copies is the draft.

use crate::drafts::sample;
use jiping::documents::copies::choice::choose;
use jiping::documents::copies::copy;
use jiping::documents::project_file::lineage::Stamp;
use jiping::documents::project_file::project_file::ProjectFileError;
use jiping::documents::project_file::{migrations, project_file};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};

const FILE_1: &str = include_str!("../../fixtures/kept/file-1.json");
const FILE_2: &str = include_str!("../../fixtures/kept/file-2.json");
const FILE_3: &str = include_str!("../../fixtures/kept/file-3.json");
const SLOT_1: &str = include_str!("../../fixtures/kept/slot-1.txt");
const SLOT_2: &str = include_str!("../../fixtures/kept/slot-2.txt");
const SLOT_3: &str = include_str!("../../fixtures/kept/slot-3.txt");

/// The unit, how many forms, and the execution rate that follows, which is the published one.
fn essence(draft: &Draft) -> (&str, usize, String) {
    let rate = printed(&evaluate(draft), Figure::ExecutionRate);
    (&draft.basics.unit, draft.forms.len(), rate.unwrap_or_default())
}

#[test]
fn every_released_version_opens_for_ever() {
    let check = |name: &str, draft: &Draft, unit: &str, forms: usize| {
        assert_eq!(essence(draft), (unit, forms, "97.88%".to_owned()), "{name}");
        // What was brought up to date and is written again stays what it is.
        let text = project_file::write(draft, "");
        assert_eq!(&project_file::read(text.as_bytes()).unwrap().draft, draft, "{name}");
    };
    const FIRST: &str = "广州市白云区人民政府白云湖街道办事处";
    const SECOND: &str = "第二版写的单位";
    const THIRD: &str = "第三版写的单位";
    let files = [
        ("file-1", FILE_1, FIRST, 0),
        ("file-2", FILE_2, SECOND, 1),
        ("file-3", FILE_3, THIRD, 0),
    ];
    assert_eq!(
        files.len(),
        migrations::current(migrations::MIGRATIONS),
        "a version has no fixture"
    );
    for (name, text, unit, forms) in files {
        let opened = project_file::read(text.as_bytes()).unwrap();
        check(name, &opened.draft, unit, forms);
    }
    for (name, text, unit, forms, sequence, older) in [
        ("slot-1", SLOT_1, FIRST, 0, 12, true),
        ("slot-2", SLOT_2, SECOND, 1, 3, true),
        ("slot-3", SLOT_3, THIRD, 0, 3, false),
    ] {
        let current = choose(&[text]).current.unwrap();
        check(name, &current.draft, unit, forms);
        assert_eq!(
            (current.stamp.sequence, current.older, current.newer),
            (sequence, older, false),
            "{name}"
        );
    }
}

#[test]
fn a_version_to_come_is_shown_and_never_written() {
    let newer = FILE_2.replacen(r#""version":2"#, r#""version":99,"to_come":[1]"#, 1);
    assert_eq!(
        project_file::read(newer.as_bytes()).unwrap_err(),
        ProjectFileError::Newer
    );
    let opened = project_file::read_newer(newer.as_bytes()).unwrap();
    assert_eq!(essence(&opened.draft).0, "第二版写的单位");
    let text = copy::write("17a", &Stamp::begin("a").next(), "2030-01-01T00:00:00", &newer);
    let current = choose(&[&text]).current.unwrap();
    assert!(current.newer);
}

/// A copy: who wrote it, after which, how often, and whether it is whole.
fn write(stamp: &Stamp, damage: &str) -> String {
    let mut draft = sample();
    draft.apply(&Edit::Set(Field::Unit, stamp.to_string()));
    let text = copy::write("a", stamp, "2026-01-01T00:00:00", &project_file::write(&draft, ""));
    match damage {
        "cut" => text.chars().take(text.chars().count() / 2).collect(),
        "flipped" => text.replacen("街道", "街遁", 1),
        "foreign" => "hello".to_owned(),
        // Whole, and yet no draft: another program, or a fault of this one.
        "empty" => copy::write("a", stamp, "2026-01-01T00:00:00", "{}"),
        _ => text,
    }
}

#[test]
fn the_newest_whole_copy_of_one_lineage_is_the_draft() {
    let a1 = Stamp::begin("a").next();
    let a2 = a1.next();
    let a3 = a2.next();
    let b3 = a2.taken_over("b").next();
    let b4 = b3.next();
    let c4 = b3.taken_over("c").next();
    /// The copies with their damage, the number of the current one, of diverged ones, and of unreadable ones.
    fn check(copies: &[(&Stamp, &str)], current: Option<usize>, diverged: usize, unreadable: usize) {
        let texts: Vec<String> = copies.iter().map(|(stamp, damage)| write(stamp, damage)).collect();
        let mut order: Vec<usize> = (0..texts.len()).collect();
        // Whatever the order in which the copies are found.
        for turn in 0..texts.len().max(1) {
            order.rotate_left(turn.min(1));
            let found = choose(&order.iter().map(|place| texts[*place].as_str()).collect::<Vec<_>>());
            let place = found.current.as_ref().map(|found| order[found.place]);
            let unit = found.current.as_ref().map(|found| found.draft.basics.unit.clone());
            // Two equal copies are as good as each other.
            let same = |one: usize, other: usize| copies[one].0 == copies[other].0;
            let fits = match (place, current) {
                (Some(place), Some(current)) => same(place, current),
                (None, None) => true,
                _ => false,
            };
            assert!(fits, "{copies:?}: {place:?}");
            assert_eq!(unit, current.map(|place| copies[place].0.to_string()), "{copies:?}");
            assert_eq!(
                (found.diverged.len(), found.unreadable.len()),
                (diverged, unreadable),
                "{copies:?}"
            );
        }
    }
    check(&[], None, 0, 0);
    check(&[(&a1, "")], Some(0), 0, 0);
    // Slots and journal agree, or one is behind.
    check(&[(&a1, ""), (&a2, ""), (&a2, "")], Some(1), 0, 0);
    check(&[(&a1, ""), (&a2, ""), (&a3, "")], Some(2), 0, 0);
    check(&[(&a3, ""), (&a2, ""), (&a1, "")], Some(0), 0, 0);
    // Another window took over; the journal has both turns.
    check(&[(&a1, ""), (&a2, ""), (&b3, ""), (&b4, "")], Some(3), 0, 0);
    // The newest copy is damaged in any way: the one before it is the draft, and the damaged one is named.
    for damage in ["cut", "flipped", "foreign", "empty"] {
        check(&[(&a1, ""), (&a2, damage)], Some(0), 0, 1);
        // Whether a copy that is whole and older holds a draft is not asked before it is needed.
        let noticed = if damage == "empty" { 0 } else { 2 };
        check(&[(&a1, damage), (&a2, damage), (&a3, "")], Some(2), 0, noticed);
        check(&[(&a1, damage), (&b4, damage)], None, 0, 2);
    }
    // Two windows went on from the same copy: both are there, the one saved more often first.
    check(&[(&a3, ""), (&b4, ""), (&a2, "")], Some(1), 1, 0);
    check(&[(&b4, ""), (&c4, ""), (&a1, "")], Some(1), 1, 0);
    check(&[(&a3, ""), (&b4, "cut"), (&b3, "")], Some(2), 1, 1);
    check(&[(&a3, "flipped"), (&b4, ""), (&a2, "")], Some(1), 0, 1);
}
