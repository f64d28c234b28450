//! Copies of a draft: what is noticed as damage, which copy goes on from which, and texts as patches.

use jiping::documents::copies::copy;
use jiping::documents::copies::copy::{Sealed, Sealing};
use jiping::documents::copies::patch::Patch;
use jiping::documents::project_file::lineage::{Relation, Stamp, heads};
use jiping::documents::project_file::migrations;
use jiping::documents::project_file::migrations::MIGRATIONS;
use proptest::prelude::*;

fn saved(mut stamp: Stamp, times: u64) -> Stamp {
    for _ in 0..times {
        stamp = stamp.next();
    }
    stamp
}

#[test]
fn every_damage_is_noticed() {
    let stamp = saved(Stamp::begin("甲a1"), 7).taken_over("b2").next();
    let good = copy::write(
        "17a",
        &stamp,
        "2023-03-18T10:32:00",
        r#"{"kind":"jiping-draft","说明":"垃圾分类"}"#,
    );
    let read = copy::read(&good).expect("a good copy");
    assert_eq!((read.id, &read.stamp), (Some("17a"), &stamp));
    for cut in (0..good.len()).filter(|cut| good.is_char_boundary(*cut)) {
        assert!(copy::read(&good[..cut]).is_err(), "cut at {cut}");
    }
    for place in 0..good.len() {
        for bit in 0..8 {
            let mut flipped = good.as_bytes().to_vec();
            flipped[place] ^= 1 << bit;
            if let Ok(text) = String::from_utf8(flipped) {
                assert!(copy::read(&text).is_err(), "bit {bit} flipped at {place}");
            }
        }
    }
}

#[test]
fn what_earlier_programs_wrote_is_read_and_what_later_ones_write_is_named() {
    let check = |text: &str, expected: Result<u64, &str>| {
        let found = copy::read(text).map(|copy| copy.stamp.sequence);
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{text}"),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{text}: {found}"),
            (found, _) => panic!("{text}: {found:?}"),
        }
    };
    let sum = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    check(&format!("jiping-slot 1 12 2023-03-18T10:32:00 2 {sum}\n{{}}"), Ok(12));
    check("jiping-slot 3 a 1 a:0 2023 2 2 00\n{}", Err("更新版本"));
    check("jiping-slot 1 12 2023-03-18T10:32:00 3 00\n{}", Err("应有 3 字节"));
    check("jiping-slot 1 12 2023-03-18T10:32:00 2 00\n{}", Err("校验码不符"));
    check("你好\n{}", Err("不是绩评写的"));
    check("你好", Err("不完整"));
    check("", Err("不完整"));
}

#[test]
fn copies_know_which_goes_on_from_which() {
    let first = saved(Stamp::begin("a"), 5);
    let second = first.taken_over("b").next();
    let check = |one: &Stamp, other: &Stamp, expected| assert_eq!(one.relation(other), expected, "{one} / {other}");
    check(&first, &first, Relation::Same);
    check(&first, &first.next(), Relation::Earlier);
    check(&second, &first, Relation::Later);
    check(&first.next(), &second, Relation::Diverged);
    check(&first.taken_over("c").next(), &second, Relation::Diverged);
    check(&Stamp::unsigned(3), &Stamp::unsigned(4), Relation::Earlier);
    check(
        &Stamp::unsigned(3),
        &Stamp::unsigned(3).taken_over("d").next(),
        Relation::Earlier,
    );
    let third = first.next();
    let all = [&first, &second, &third, &second];
    assert_eq!(heads(all).len(), 2);
    let mut long = first.clone();
    for turn in 0..200 {
        long = long.taken_over(&format!("w{turn}")).next();
    }
    check(&long, &long.next(), Relation::Earlier);
    check(&first, &long, Relation::Diverged);
    let text = long.to_string();
    let (sequence, turns) = text.split_once(' ').expect("two words");
    assert_eq!(Stamp::read(sequence, turns), Some(long));
}

#[test]
fn numbers_that_no_saving_comes_to_are_not_read() {
    let check = |sequence: &str, turns: &str, expected: bool| {
        let found = Stamp::read(sequence, turns);
        assert_eq!(found.is_some(), expected, "{sequence} {turns}: {found:?}");
    };
    check("9223372036854775807", "a:0", true);
    check("9223372036854775808", "a:0", false);
    check("18446744073709551615", "a:0", false);
    check("18446744073709551616", "a:0", false);
    check("-1", "a:0", false);
    check("7", "a:0,b:18446744073709551614", false);
    check("7", "a:0,b:7", true);
    check("7", "a:0,b:8", false);
    check("7", "a:3,b:2", false);
    check("7", "a:0,".repeat(63).trim_end_matches(','), true);
    check("7", "a:0,".repeat(65).trim_end_matches(','), false);
    // A copy with such a number is whole, is not taken for the draft, and gives its text back.
    let body = r#"{"kind":"jiping-draft"}"#;
    let huge = Stamp::unsigned(u64::MAX - 2);
    let text = copy::write("17a", &huge, "2023-03-18T10:32:00", body);
    assert!(copy::read(&text).is_err_and(|reason| reason.contains("保存次数")));
    assert_eq!(copy::glance(&text), None);
    assert_eq!(copy::body(&text), Some(Ok(body)));
    assert!(copy::body(&text[..text.len() - 1]).is_some_and(|body| body.is_err()));
    assert_eq!(copy::body(body), None);
    let long = copy::write("17a", &Stamp::begin("a"), &"9".repeat(5_000), body);
    assert_eq!(copy::read(&long).map(|copy| copy.saved_at), Ok(""));
}

proptest! {
    /// Whatever numbers a file brings: what is read counts on, and the later save is always the later one.
    #[test]
    fn saving_counts_on_from_any_number_that_is_read(sequence: u64, shift in 0_u32..64, after: u64, back in 0_u64..4) {
        for sequence in [sequence >> shift, u64::MAX - back, u64::MAX / 2 - back] {
            let Some(stamp) = Stamp::read(&sequence.to_string(), &format!("a:0,b:{}", after.min(sequence) >> 1)) else {
                continue;
            };
            let (first, second) = (stamp.next(), stamp.next().next());
            prop_assert!(stamp.sequence < first.sequence && first.sequence < second.sequence);
            prop_assert_eq!(second.relation(&first), Relation::Later);
            prop_assert_eq!(second.taken_over("c").next().relation(&second), Relation::Later);
        }
    }

    /// Windows write, take over and lose track at random; a model that remembers every parent agrees.
    #[test]
    fn lineage_agrees_with_a_family_tree(steps in prop::collection::vec((0_usize..6, any::<bool>()), 1..40)) {
        let mut tree: Vec<(Stamp, Option<usize>)> = vec![(Stamp::begin("w").next(), None)];
        let mut tips = vec![0_usize];
        for (number, (choice, takes_over)) in steps.into_iter().enumerate() {
            let parent = tips[choice % tips.len()];
            // Only the tip of a writer's own turn can be continued by that writer.
            let is_tip = !tree.iter().any(|(stamp, above)| *above == Some(parent) && stamp.writer() == tree[parent].0.writer());
            let stamp = if takes_over || !is_tip { tree[parent].0.taken_over(&format!("w{number}")).next() } else { tree[parent].0.next() };
            tree.push((stamp, Some(parent)));
            tips.push(tree.len() - 1);
        }
        let is_above = |above: usize, below: usize| {
            let mut at = Some(below);
            while let Some(place) = at {
                if place == above { return true; }
                at = tree[place].1;
            }
            false
        };
        for one in 0..tree.len() {
            for other in 0..tree.len() {
                let expected = match (is_above(one, other), is_above(other, one)) {
                    (true, true) => Relation::Same,
                    (true, false) => Relation::Earlier,
                    (false, true) => Relation::Later,
                    (false, false) => Relation::Diverged,
                };
                prop_assert_eq!(tree[one].0.relation(&tree[other].0), expected);
            }
        }
    }

    #[test]
    fn a_patch_leads_from_one_text_to_the_other(from in "[a甲乙丙]{0,12}", to in "[a甲乙丙丁😀]{0,12}", other in "\\PC{0,12}") {
        let patch = Patch::between(&from, &to);
        prop_assert_eq!(patch.apply(&from), Some(to));
        // A patch made for another text may give nonsense or nothing, and never stops the program.
        let _ = patch.apply(&other);
    }
}

#[test]
fn a_copy_that_is_sealed_in_pieces_is_the_same_as_in_one_go() {
    let stamp = Stamp::begin("a").next();
    for (length, pieces) in [(0, 1), (1, 1), (131_072, 1), (131_073, 2), (262_144, 2), (400_000, 4)] {
        let body = "绩".repeat(length / 3) + &"x".repeat(length % 3);
        let mut sealing = Sealing::begin("17a", &stamp, "2023-03-18T10:32:00", body.clone());
        let mut steps = 1;
        while sealing.goes_on() {
            steps += 1;
        }
        assert_eq!(steps, pieces, "{length} bytes");
        let text = sealing.sealed();
        assert_eq!(text, copy::write("17a", &stamp, "2023-03-18T10:32:00", &body));
        assert_eq!(copy::read(&text).unwrap().body, body);
    }
}

#[test]
fn an_older_draft_is_known_by_the_header_and_where_that_does_not_say_it_by_itself() {
    let check = |schema: &str, version: usize, older: bool| {
        let body = format!(r#"{{"kind":"jiping-draft","version":{version},"saved_at":"","draft":{{}}}}"#);
        let copy = Sealed {
            id: None,
            stamp: Stamp::begin("a"),
            saved_at: "",
            schema: schema.parse().ok(),
            body: &body,
        };
        assert_eq!(copy.is_older(), older, "{schema}, {version}");
    };
    let now = migrations::current(MIGRATIONS);
    check(&now.to_string(), now, false);
    check("", now, false);
    check("", 1, now > 1);
    check("1", 1, now > 1);
    let text = copy::write("17a", &Stamp::begin("a").next(), "2023-03-18T10:32:00", "{}");
    assert_eq!(copy::read(&text).unwrap().schema, Some(now));
}
