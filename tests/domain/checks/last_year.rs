//! E11 and E12 去年的文字: marked when a report becomes next year's, settled paragraph by paragraph.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};

use crate::drafts::{add, check, findings, new, sample, set};

/// A report of 2023 whose overview was taken over from 2022, and then so.
fn taken_over(text: &'static str, then: impl FnOnce(&mut Draft)) -> impl FnOnce(&mut Draft) {
    move |draft| {
        set(draft, Field::Year, "2022");
        set(draft, Field::WorkOverview, text);
        *draft = draft.for_next_year();
        then(draft);
    }
}

#[test]
fn e11_and_e12_what_last_year_wrote() {
    const LAST: &str = "2022年，全街开展宣传活动26场。";
    const PLAIN: &str = "全街开展宣传活动。";
    check(Code::E11, 0, "", |draft| set(draft, Field::WorkOverview, LAST));
    check(Code::E12, 0, "", |draft| set(draft, Field::WorkOverview, LAST));
    check(
        Code::E11,
        1,
        "去年的文字还写着 2022 年：“2022年，全街",
        taken_over(LAST, |_| {}),
    );
    check(Code::E12, 0, "", taken_over(LAST, |_| {}));
    check(Code::E12, 1, "去年的文字还没有核过：“全街", taken_over(PLAIN, |_| {}));
    check(Code::E11, 0, "", taken_over(PLAIN, |_| {}));
    // Rewritten, but not said to be: no longer an error, still counted.
    let rewritten = |draft: &mut Draft| set(draft, Field::WorkOverview, "2023年，全街开展宣传活动30场。");
    check(Code::E11, 0, "", taken_over(LAST, rewritten));
    check(Code::E12, 1, "", taken_over(LAST, rewritten));
    // Settled, or gone.
    let settled = |draft: &mut Draft| assert!(draft.apply(&Edit::SettleLastYear(Field::WorkOverview)).changed);
    let emptied = |draft: &mut Draft| set(draft, Field::WorkOverview, "");
    for code in [Code::E11, Code::E12] {
        check(code, 0, "", taken_over(PLAIN, settled));
        check(code, 0, "", taken_over(LAST, emptied));
        // 改好了, with last year's work named beside this year's.
        let compared = |draft: &mut Draft| {
            set(draft, Field::WorkOverview, "2023年宣传活动30场，比2022年多4场。");
            settled(draft);
        };
        check(code, 0, "", taken_over(LAST, compared));
    }
    // 仍然适用, word for word: what speaks of last year stays an error until it is rewritten.
    check(Code::E12, 0, "", taken_over(LAST, settled));
    check(
        Code::E11,
        1,
        "去年的文字还写着 2022 年：“2022年，全街",
        taken_over(LAST, settled),
    );
    let rewritten_after = |draft: &mut Draft| {
        settled(draft);
        rewritten(draft);
    };
    check(Code::E11, 0, "", taken_over(LAST, rewritten_after));
    // What is written for the first time in the new year is not last year's.
    check(
        Code::E12,
        0,
        "",
        taken_over("", |draft| set(draft, Field::WorkOverview, PLAIN)),
    );
}

#[test]
fn every_paragraph_is_marked_and_nothing_is_lost() {
    let before = sample();
    let next = before.for_next_year();
    let marked: Vec<Field> = next.unsettled().into_iter().map(|(field, _)| field).collect();
    for field in [
        Field::OverallObjective,
        Field::WorkOverview,
        Field::Achievements,
        Field::Problem(before.problems[0].id),
    ] {
        assert!(marked.contains(&field), "{field:?}");
        assert_eq!(next.last_year_text(field).unwrap().text, before.text(field));
    }
    // Goals and targets stay by themselves, and results are gone.
    assert!(marked.iter().all(|field| field.indicator().is_none()));
    // The year after begins anew, with what was written in between.
    let mut next = next;
    set(&mut next, Field::Achievements, "新的成效。");
    let later = next.for_next_year();
    assert_eq!(later.last_year_text(Field::Achievements).unwrap().text, "新的成效。");
    // A row that is taken out takes its mark along.
    let gone = Field::Problem(next.problems[0].id);
    next.apply(&Edit::Remove(List::Problems, next.problems[0].id));
    assert!(next.unsettled().iter().all(|(field, _)| *field != gone));
    let fresh = add(&mut next, List::Problems);
    set(&mut next, Field::Problem(fresh), "今年的问题。");
    assert!(
        next.unsettled()
            .iter()
            .all(|(field, _)| *field != Field::Problem(fresh))
    );
    // Settling twice changes nothing.
    assert!(next.apply(&Edit::SettleLastYear(Field::WorkOverview)).changed);
    assert!(!next.apply(&Edit::SettleLastYear(Field::WorkOverview)).changed);
    assert!(findings(&new(), Code::E12).is_empty());
}
