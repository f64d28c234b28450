//! A9 and E14 of how a text is written: numbers that are none, characters written twice.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::field::Field;

use crate::drafts::{findings, new, set};

fn check(code: Code, text: &str, said: Option<&str>) {
    let mut draft = new();
    set(&mut draft, Field::Achievements, text);
    let found = findings(&draft, code);
    match said {
        Some(said) => assert!(
            found.iter().any(|finding| finding.message.contains(said)),
            "{text}: {found:?}"
        ),
        None => assert!(found.is_empty(), "{text}: {found:?}"),
    }
}

#[test]
fn a9_numbers_that_are_none() {
    check(Code::A9, "全年刊播新闻124,86条。", Some("124,86"));
    check(Code::A9, "项目总投资856..30万元。", Some("856..30"));
    check(Code::A9, "补助资金1,28,640元。", Some("1,28,640"));
    check(Code::A9, "支出12,3456.00元。", Some("12,3456.00"));
    for text in [
        "全年刊播新闻12,486条，投资1,286.40万元，合计22,472,913.67元。",
        "3,4月份完成，第101,102号文件，见表1,2。",
        "2023.12.31验收，编号2023.1.2，网址10.1.2.3。",
        "安排在12,15日开展2次。",
        "等等...20个。",
    ] {
        check(Code::A9, text, None);
    }
}

#[test]
fn e14_characters_written_twice() {
    check(Code::E14, "符合国家财经法规和和财务管理制度规定。", Some("和和"));
    check(Code::E14, "全年未未发生安全事故。", Some("未未"));
    check(Code::E14, "加强对对预算执行的监督。", Some("对对"));
    for text in [
        "达到目的的，予以奖励；为了了解情况，参与与会人员普及及时。",
        "作为为民办实事项目，应对对口支援，可以以上年为准，合并并网运行。",
        "存在在建工程未结算，认真实施了了解民情的走访。",
        "群众反映好好好，点点滴滴，等等。",
    ] {
        check(Code::E14, text, None);
    }
}
