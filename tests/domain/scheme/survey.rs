//! 满意度调查 as a sentence: what is missing is left out.

use jiping::domain::scheme::survey::Survey;
use jiping::domain::values::input::Entry;

#[test]
fn a_survey_is_told_as_far_as_it_is_known() {
    let check = |date: &str, method: &str, asked: &str, returned: &str, expected: Option<&str>| {
        let survey = Survey {
            asked: Entry::read(asked),
            returned: Entry::read(returned),
            date: date.into(),
            method: method.into(),
        };
        assert_eq!(survey.sentence().as_deref(), expected);
        assert_eq!(survey.is_blank(), expected.is_none() && survey.asked.is_blank());
    };
    check("", "", "", "", None);
    check(
        "2025年11月",
        "网上问卷",
        "200",
        "196",
        Some("满意度调查：2025年11月，网上问卷，发放200份，收回196份（收回率98.00%）。"),
    );
    check("", " 入户走访 ", "80份", "", Some("满意度调查：入户走访，发放80份。"));
    check("11月", "", "", "64", Some("满意度调查：11月，收回64份。"));
    // No share where it would be none, and nothing of what cannot be read.
    check("", "", "100", "120", Some("满意度调查：发放100份，收回120份。"));
    check("", "", "0", "0", Some("满意度调查：发放0份，收回0份。"));
    check("", "", "若干", "", None);
}
