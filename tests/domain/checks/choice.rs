//! S2 and S3: a scheme of elsewhere, one that nobody chose, and another document.

use jiping::documents::project_file::pack;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::{Draft, SchemeStanding};
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, MeasureField, SchemeField};
use jiping::domain::draft::scheme_change::kind_change;
use jiping::domain::evaluation::completeness::{Completeness, completeness};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::shared::Shared;

use crate::drafts::{built_in, check, findings, indicator, indicator_field, new, sample, set};

#[test]
fn s2_and_s3_the_scheme_is_for_the_office() {
    let office = |unit: &'static str, place: &'static str, year: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Unit, unit);
            set(draft, Field::Place, place);
            set(draft, Field::Year, year);
        }
    };
    // The scheme of these drafts is that of 广东省广州市白云区, 2022.
    check(Code::S2, 0, "", office("", "", "2022"));
    check(
        Code::S2,
        0,
        "",
        office("广州市白云区人民政府白云湖街道办事处", "", "2022"),
    );
    check(
        Code::S2,
        0,
        "",
        office("白云湖街道办事处", "广东省广州市白云区", "2022"),
    );
    check(Code::S2, 0, "", office("第一中学", "", "2022"));
    check(
        Code::S2,
        1,
        "本单位是“成都市武侯区教育局”",
        office("成都市武侯区教育局", "", "2022"),
    );
    check(
        Code::S2,
        1,
        "广东省广州市白云区的方案，本单位是“四川省”",
        office("教育局", "四川省", "2022"),
    );
    check(Code::S2, 0, "", |draft| {
        office("成都市武侯区教育局", "", "2022")(draft);
        set(draft, Field::Scheme(SchemeField::Place), "四川省成都市");
    });
    check(Code::S3, 0, "", office("", "", "2022"));
    check(Code::S3, 0, "", office("", "", ""));
    check(
        Code::S3,
        1,
        "适用年度是“2022”，报告是 2025 年度",
        office("", "", "2025"),
    );
    check(Code::S3, 0, "", |draft| {
        office("", "", "2025")(draft);
        set(draft, Field::Scheme(SchemeField::Year), "2022 年起");
    });
}

#[test]
fn a_scheme_that_nobody_chose_leaves_its_part_open() {
    let mut draft = pack::new_draft(ReportKind::Department, None);
    let part = |draft: &Draft| completeness(Chapter::Scheme, draft, &evaluate(draft));
    assert_eq!(part(&draft), Completeness::Partial);
    let asked = |draft: &Draft| {
        findings(draft, Code::E9)
            .iter()
            .any(|finding| finding.field == Field::SchemeStanding)
    };
    assert!(asked(&draft));
    // Chosen, or confirmed as it is.
    let mut confirmed = draft.clone();
    set(&mut confirmed, Field::SchemeStanding, "chosen");
    draft.apply(&Edit::TakeScheme(Shared::new(built_in("白云区"))));
    for draft in [draft, confirmed] {
        assert_eq!(part(&draft), Completeness::Done);
        assert!(!asked(&draft));
    }
}

#[test]
fn another_document_keeps_what_it_does_not_show() {
    let mut draft = sample();
    let said = kind_change(&draft, ReportKind::Project);
    assert_eq!(said.appearing, []);
    assert_eq!(
        said.hidden,
        [
            Chapter::Department,
            Chapter::Work,
            Chapter::Monitoring,
            Chapter::Projects,
            Chapter::Results,
            Chapter::Problems
        ]
    );
    assert_eq!(said.written, said.hidden);
    let before = draft.clone();
    let scheme = pack::standing_in(ReportKind::Project);
    draft.apply(&Edit::ChangeKind(Shared::new(scheme)));
    assert_eq!(draft.scheme.kind, ReportKind::Project);
    assert_eq!(
        (&draft.work, &draft.results, draft.indicators.len()),
        (&before.work, &before.results, before.indicators.len())
    );
    assert_eq!(draft.scheme_standing, SchemeStanding::Open);
    let back = kind_change(&draft, ReportKind::Department);
    assert_eq!(
        (back.appearing, back.hidden.len(), back.written.len()),
        (said.hidden, 0, 0)
    );
    // What is empty is not said to be kept.
    let blank = crate::drafts::new();
    assert_eq!(kind_change(&blank, ReportKind::Project).written, []);
}

#[test]
fn e13_columns_that_the_form_asks_for() {
    let by = |form: &'static str, unit: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Scheme(SchemeField::TableForm), form);
            let id = indicator(draft, "10", &[("≥", "3", "3")]);
            let measure = draft.indicators[0].measures[0].id;
            indicator_field(draft, id, IndicatorField::Name, "宣传活动");
            set(draft, Field::Measure(id, measure, MeasureField::Unit), unit);
        }
    };
    let lacks = "表样有“计量单位”一栏，1 项指标还没有填。";
    check(Code::E13, 1, lacks, by("department", ""));
    check(Code::E13, 0, "", by("department", "场"));
    check(Code::E13, 0, "", by("tasks", ""));
    // A total that is missing is said once, by E9.
    check(Code::E13, 0, "", |draft| {
        by("levels", "场")(draft);
        set(draft, Field::StatedTotal(Column::Executed), "95.5");
    });
    // One that cannot be read is told as that, and as nothing else.
    let unread = |draft: &mut Draft| {
        by("levels", "场")(draft);
        set(draft, Field::StatedTotal(Column::Adjusted), "100");
        set(draft, Field::StatedTotal(Column::Executed), "95.5");
        set(draft, Field::StatedTotal(Column::Initial), "约九十");
    };
    check(Code::A9, 1, "读不出来", unread);
    check(Code::E13, 0, "", unread);
    let mut draft = new();
    unread(&mut draft);
    let blanks = findings(&draft, Code::E9);
    let of_money = blanks.iter().filter(|finding| finding.message.contains("资金收支"));
    assert_eq!(of_money.count(), 0, "{blanks:?}");
}
