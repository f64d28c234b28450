//! 标注稿: which numbers of a report agree, which contradict something, and which stand alone.

use jiping::documents::report::block::Report;
use jiping::documents::report::marks::{Marks, text_at};
use jiping::documents::report::report::report;
use jiping::domain::agreement::mark::{Mark, Standing};
use jiping::domain::agreement::sides::sides;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, MeasureField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::Choice;

use crate::drafts::{fixture, indicator, indicator_field, new, sample, set, totals};

fn marked(draft: &Draft) -> (Report, Marks) {
    let evaluation = evaluate(draft);
    let report = report(draft, &evaluation);
    let marks = Marks::of(&report, draft, &evaluation, &run(draft, &evaluation));
    (report, marks)
}

/// The marks of the first text of the report that has these words: each number as it is printed.
fn of(draft: &Draft, words: &str) -> Vec<(String, Mark)> {
    let (report, marks) = marked(draft);
    let spot = marks
        .all()
        .map(|number| number.spot)
        .find(|spot| text_at(&report, *spot).contains(words));
    let spot = spot.unwrap_or_else(|| panic!("no marked text says {words}"));
    let text = text_at(&report, spot);
    let said = |mark: &Mark| (text[mark.range.clone()].to_owned(), mark.clone());
    marks.at(spot).iter().map(said).collect()
}

/// Each number of a sentence in 主要工作成效 as “数 结果”, beside data that agree with some of them.
fn check(sentence: &str, expected: &[&str]) {
    let mut draft = new();
    totals(&mut draft, ["1000", "1200", "1100"]);
    let id = indicator(&mut draft, "40", &[("≥", "6000", "6400")]);
    indicator_field(&mut draft, id, IndicatorField::Name, "新增学位数");
    let measure = draft.indicator(id).unwrap().measures[0].id;
    set(&mut draft, Field::Measure(id, measure, MeasureField::Unit), "个");
    set(&mut draft, Field::Achievements, sentence);
    let found: Vec<String> = of(&draft, sentence.trim_end_matches('。'))
        .iter()
        .map(|(said, mark)| format!("{said} {}", mark.standing.label()))
        .collect();
    assert_eq!(found, expected, "{sentence}");
}

#[test]
fn numbers_of_a_sentence() {
    // Against the data, right and wrong.
    check(
        "全年执行数1,100万元，执行率91.67%。",
        &["1,100万元 相符", "91.67% 相符"],
    );
    check("全年执行数1,150万元。", &["1,150万元 对不上"]);
    // Against an indicator.
    check("新增学位6400个。", &["6400个 相符"]);
    check("新增学位5400个。", &["5400个 对不上"]);
    // Among themselves.
    check(
        "受理信访160件，其中来信146件、来访8件、来电6件。",
        &["160件 相符", "146件 相符", "8件 相符", "6件 相符"],
    );
    // Nothing speaks of them.
    check("走访企业37家。", &["37家 没有可核对的"]);
    check(
        "召开会议3次，走访企业37家。",
        &["3次 没有可核对的", "37家 没有可核对的"],
    );
    // The same number elsewhere, of the same thing.
    check(
        "新建口袋公园12个，受益群众3.45万人；口袋公园12个已全部开放。",
        &["12个 相符", "3.45万人 没有可核对的", "12个 相符"],
    );
}

#[test]
fn a_wrong_sum_is_marked_at_the_number_to_blame() {
    let mut draft = new();
    set(
        &mut draft,
        Field::Achievements,
        "受理信访161件，其中来信146件、来访8件、来电6件。",
    );
    let found = of(&draft, "受理信访");
    let wrong: Vec<&str> = found
        .iter()
        .filter(|(_, mark)| mark.standing == Standing::Differs)
        .map(|(said, _)| said.as_str())
        .collect();
    assert!(wrong.contains(&"161件"), "{found:?}");
    assert!(found[0].1.witnesses[0].words.contains("160"), "{found:?}");
}

#[test]
fn both_places_are_shown() {
    let mut draft = new();
    set(&mut draft, Field::Duties, "全街辖17个社区。");
    set(&mut draft, Field::Achievements, "街道辖15个社区。");
    let (_, mark) = of(&draft, "15个社区").remove(0);
    assert_eq!(mark.standing, Standing::Differs);
    let (field, quote) = mark.witnesses[0].place.clone().unwrap();
    assert_eq!((field, quote.as_str()), (Field::Duties, "全街辖17个社区"));
    // And from the other side.
    let (_, mark) = of(&draft, "17个社区").remove(0);
    assert_eq!(mark.standing, Standing::Differs);
    assert_eq!(mark.witnesses[0].place.clone().unwrap().0, Field::Achievements);
    // The list of findings shows the same two.
    let evaluation = evaluate(&draft);
    let findings = run(&draft, &evaluation);
    let finding = findings.iter().find(|finding| finding.code == Code::D3).unwrap();
    let quotes: Vec<String> = sides(finding, &draft, &findings)
        .into_iter()
        .map(|side| side.quote)
        .collect();
    assert_eq!(quotes, ["街道辖15个社区", "全街辖17个社区"]);
}

#[test]
fn what_was_set_aside_is_no_contradiction() {
    use jiping::domain::checks::set_aside::set_aside;
    let mut draft = new();
    totals(&mut draft, ["1000", "1200", "1100"]);
    set(&mut draft, Field::Achievements, "全年执行数1,150万元。");
    let evaluation = evaluate(&draft);
    let findings = run(&draft, &evaluation);
    let finding = findings
        .iter()
        .find(|finding| finding.field == Field::Achievements)
        .unwrap();
    let row = set_aside(finding, &draft, "含上年结转");
    draft.apply(&Edit::SetAside(row));
    assert_eq!(of(&draft, "1,150")[0].1.standing, Standing::Alone);
}

#[test]
fn references_and_what_the_report_writes_follow_from_the_data() {
    let mut draft = sample();
    set(
        &mut draft,
        Field::Achievements,
        "执行率{{执行率}}，{{执行数}}万元。\n走访企业37家。",
    );
    let found = of(&draft, "执行率97.88%，");
    let standings: Vec<(&str, Standing)> = found
        .iter()
        .map(|(said, mark)| (said.as_str(), mark.standing))
        .collect();
    assert_eq!(
        standings,
        [("97.88%", Standing::Agrees), ("20,571.11", Standing::Agrees)]
    );
    assert_eq!(of(&draft, "走访企业")[0].1.standing, Standing::Alone);
}

#[test]
fn tables_are_marked_cell_by_cell() {
    let draft = fixture("clean/renewal-project-2023.json");
    let (report, marks) = marked(&draft);
    let differs: Vec<String> = marks
        .all()
        .filter(|number| number.mark.standing == Standing::Differs)
        .map(|number| text_at(&report, number.spot))
        .collect();
    assert_eq!(differs, Vec::<String>::new());
    assert!(marks.count(Standing::Agrees) > 40, "{}", marks.sentence());
    // A score beyond its weight is red where it stands.
    let mut wrong = draft;
    let id = wrong.indicators[0].id;
    indicator_field(&mut wrong, id, IndicatorField::Scoring, "manual");
    indicator_field(&mut wrong, id, IndicatorField::ManualScore, "99");
    let (report, marks) = marked(&wrong);
    let red: Vec<String> = marks
        .all()
        .filter(|number| number.mark.standing == Standing::Differs)
        .map(|number| text_at(&report, number.spot))
        .collect();
    assert!(!red.is_empty(), "{}", marks.sentence());
}

#[test]
fn every_mark_is_a_number_of_its_text() {
    for draft in [
        sample(),
        fixture("clean/renewal-project-2023.json"),
        fixture("faulty/review-department-2023.json"),
    ] {
        let (report, marks) = marked(&draft);
        assert!(marks.all().count() > 20);
        for number in marks.all() {
            let text = text_at(&report, number.spot);
            let said = text
                .get(number.mark.range.clone())
                .unwrap_or_else(|| panic!("{number:?} in {text}"));
            let is_number = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十百千万亿半".contains(c);
            assert!(said.contains(is_number), "{said} in {text}");
            assert_eq!(
                number.mark.standing == Standing::Alone,
                number.mark.witnesses.is_empty()
            );
        }
        let (alone, all) = (marks.count(Standing::Alone), marks.all().count());
        assert!(
            marks
                .sentence()
                .starts_with(&format!("读到 {all} 个数，互相核对 {} 个", all - alone)),
            "{}",
            marks.sentence()
        );
    }
}
