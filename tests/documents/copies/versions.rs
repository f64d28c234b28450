//! Versions: when one is due, and which of them stay as time goes by; and when a backup is due.

use jiping::documents::copies::versions::{Origin, VersionKey, is_due, read, surplus, write};
use jiping::domain::values::calendar::Moment;
use jiping::state::model::reports::Backup;

/// A time so many minutes after the new year of 2026.
fn after(minutes: i64) -> Moment {
    let (days, rest) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let mut day = days;
    let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let year = 2026 + day.div_euclid(365);
    day = day.rem_euclid(365);
    let month = months.iter().take_while(|length| {
        let fits = day >= **length;
        day -= if fits { **length } else { 0 };
        fits
    });
    let month = month.count() + 1;
    Moment::new(format!(
        "{year}-{month:02}-{:02}T{:02}:{:02}:00",
        day + 1,
        rest / 60,
        rest % 60
    ))
}

fn key(minutes: i64, origin: Origin) -> VersionKey {
    VersionKey {
        id: "a".into(),
        at: after(minutes),
        origin,
    }
}

/// Keeps versions the way storage does: thinned at each new one.
fn keep(kept: &mut Vec<VersionKey>, new: VersionKey) {
    kept.push(new.clone());
    let gone: Vec<VersionKey> = surplus(kept, &new.at).into_iter().cloned().collect();
    kept.retain(|key| *key == new || !gone.contains(key));
}

#[test]
fn keys_and_names_survive_the_way_through_storage() {
    for origin in [
        Origin::Timed,
        Origin::Event,
        Origin::Named,
        Origin::Original,
        Origin::Deleted,
    ] {
        let key = key(90, origin);
        assert_eq!(VersionKey::read(&key.written()), Some(key));
    }
    for strange in ["", "a", "a/b", "a/2026-01-01T00:00:00/x", "//"] {
        assert_eq!(VersionKey::read(strange), None, "{strange}");
    }
    let check = |name: &str, expected: &str| {
        assert_eq!(
            read(&write(name, "copy\nwith lines")),
            Some((expected, "copy\nwith lines"))
        );
    };
    check("送审稿 1", "送审稿 1");
    check("", "");
    check("一\n二\u{7}", "一二");
    check(&"长".repeat(99), &"长".repeat(60));
}

#[test]
fn versions_of_the_same_second_are_set_apart() {
    let mut kept: Vec<VersionKey> = Vec::new();
    for count in 1..=12 {
        let apart = key(5, Origin::Named).set_apart(&kept);
        assert!(!kept.contains(&apart), "{apart:?}");
        assert_eq!(VersionKey::read(&apart.written()), Some(apart.clone()));
        assert_eq!(
            (apart.at.minutes(), apart.at.time()),
            (after(5).minutes(), after(5).time())
        );
        kept.push(apart);
        assert_eq!(kept.len(), count);
    }
    assert!(surplus(&kept, &after(1_000_000)).is_empty());
}

#[test]
fn a_version_by_time_is_due_after_ten_minutes() {
    let check = |made: &[(i64, Origin)], now: i64, expected: bool| {
        let keys: Vec<VersionKey> = made.iter().map(|(at, origin)| key(*at, *origin)).collect();
        assert_eq!(is_due(&keys, &after(now)), expected, "{made:?} at {now}");
    };
    check(&[], 0, true);
    check(&[(0, Origin::Timed)], 9, false);
    check(&[(0, Origin::Timed)], 10, true);
    check(&[(0, Origin::Timed), (8, Origin::Timed)], 12, false);
    check(&[(8, Origin::Named), (9, Origin::Event)], 10, true);
    // A clock that was put back.
    check(&[(5_000, Origin::Timed)], 0, true);
}

#[test]
fn versions_grow_sparse_with_age_and_named_ones_stay() {
    // Two years of a busy clerk: four hours on each day of every third week, a version every ten minutes.
    let mut kept = Vec::new();
    let mut named = Vec::new();
    for day in (0..730).filter(|day| day / 7 % 3 == 0) {
        for step in 0..24 {
            keep(&mut kept, key(day * 1440 + 540 + step * 10, Origin::Timed));
        }
        if day % 100 == 0 {
            let name = key(day * 1440 + 800, Origin::Named);
            named.push(name.clone());
            keep(&mut kept, name);
        }
    }
    let now = 720 * 1440 + 540 + 230;
    let ages: Vec<i64> = kept
        .iter()
        .filter(|key| key.origin == Origin::Timed)
        .map(|key| now - (key.at.minutes().unwrap() - after(0).minutes().unwrap()))
        .collect();
    let within = |from: i64, to: i64| {
        ages.iter()
            .filter(|age| **age > from * 1440 && **age <= to * 1440)
            .count()
    };
    // The last day, every ten minutes; the last week, every hour; before, every day; beyond, every month.
    assert_eq!(within(-1, 0), 1);
    assert!((22..=24).contains(&within(0, 1)), "{}", within(0, 1));
    assert!((20..=30).contains(&within(1, 7)), "{}", within(1, 7));
    assert!((13..=16).contains(&within(7, 60)), "{}", within(7, 60));
    assert!(within(60, 730) <= 24, "{}", within(60, 730));
    assert!(within(365, 730) >= 10, "{}", within(365, 730));
    assert!(named.iter().all(|key| kept.contains(key)));
    // What stays is thin already.
    assert!(surplus(&kept, &after(now)).is_empty());
}

#[test]
fn a_backup_is_due_after_much_work_or_a_week_with_some() {
    let check = |backup: Option<(u64, i64)>, saves: u64, now: i64, expected: bool| {
        let backup = backup.map(|(sequence, at)| Backup {
            sequence,
            at: after(at),
        });
        assert_eq!(
            Backup::is_due(backup.as_ref(), saves, &after(now)),
            expected,
            "{backup:?}, {saves} at {now}"
        );
    };
    check(None, 30, 0, false);
    check(None, 31, 0, true);
    check(Some((100, 0)), 400, 60, false);
    check(Some((100, 0)), 401, 60, true);
    check(Some((100, 0)), 100, 90_000, false);
    check(Some((100, 0)), 101, 7 * 1440, false);
    check(Some((100, 0)), 101, 7 * 1440 + 1, true);
    // A backup that is ahead of what is kept, as after a copy was restored.
    check(Some((100, 0)), 5, 0, false);
}

#[test]
fn deleted_drafts_stay_for_a_month_and_originals_for_ever() {
    let check = |origin: Origin, age_in_days: i64, expected: bool| {
        let keys = [key(0, origin)];
        let goes = !surplus(&keys, &after(age_in_days * 1440 + 1)).is_empty();
        assert_eq!(goes, expected, "{origin:?} after {age_in_days} days");
    };
    check(Origin::Deleted, 29, false);
    check(Origin::Deleted, 30, true);
    check(Origin::Original, 4_000, false);
    check(Origin::Named, 4_000, false);
    check(Origin::Timed, 4_000, false);
    // Events stay apart for a week, however close; then one a day.
    let close: Vec<VersionKey> = (0..20).map(|minute| key(600 + minute, Origin::Event)).collect();
    assert_eq!(surplus(&close, &after(600 + 7 * 1440)).len(), 0);
    assert_eq!(surplus(&close, &after(700 + 8 * 1440)).len(), 19);
}
