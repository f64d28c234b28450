//! What is typed, and how well a text meets it.

use jiping::documents::pinyin::query::{Fit, Query, Spelling, WordsMet};

#[track_caller]
fn check(text: &str, typed: &str, expected: Option<Fit>) {
    let query = Query::of(typed);
    let beside = query.words_met(&Spelling::of("资金收支"));
    assert_eq!(query.fit(&Spelling::of(text), beside), expected, "{text} by {typed}");
}

#[test]
fn a_text_is_met_by_characters_pinyin_initials_and_mixtures() {
    use Fit::*;
    for (typed, fit) in [
        ("执行率", Some(Whole)),
        ("zhixinglv", Some(Whole)),
        ("zhixinglu", Some(Whole)),
        ("ZHIXINGLÜ", Some(Whole)),
        ("ｚｘｌ", Some(Whole)),
        ("zhxl", Some(Whole)),
        ("执xing率", Some(Whole)),
        ("zhi xing lv", Some(Whole)),
        ("zhi'xing'lv", Some(Whole)),
        ("执行", Some(Beginning)),
        ("zhixin", Some(Beginning)),
        ("zx", Some(Beginning)),
        ("行率", Some(Piece)),
        ("xl", Some(Piece)),
        ("zl", Some(Pieces)),
        ("执率", Some(Pieces)),
        ("率执", None),
        ("zhixinglvl", None),
        ("xingzhi", None),
        ("zhxngl", None),
        ("lv zhi", Some(Words)),
        ("资金 率", Some(Words)),
        ("zijin", Some(Words)),
        ("资金 火星", None),
    ] {
        check("执行率", typed, fit);
    }
}

#[test]
fn each_reading_of_a_character_meets_it() {
    for (text, typed) in [
        ("会计核算", "kuaijihesuan"),
        ("会计核算", "huijihesuan"),
        ("调整预算数", "tzyss"),
        ("调整预算数", "diaozheng"),
        ("重点项目", "zhongdian"),
        ("重点项目", "chongdian"),
        ("增长率", "zcl"),
        ("增长率", "zzl"),
        ("银行存款", "yinhang"),
        ("银行存款", "yinxing"),
        ("深圳市", "shenzhen"),
        ("亳州", "bozhou"),
        ("一览", "yl"),
        ("女职工", "nvzg"),
        ("战略规划", "zhanlve"),
        ("战略规划", "zhanlue"),
    ] {
        let fit = Query::of(typed).fit(&Spelling::of(text), WordsMet::default());
        assert!(
            matches!(fit, Some(Fit::Whole | Fit::Beginning)),
            "{text} {typed}: {fit:?}"
        );
    }
}

#[test]
fn marks_are_not_typed_and_nothing_typed_meets_everything() {
    check("“三公经费”的权重（%）", "三公经费的权重", Some(Fit::Whole));
    check("导出 Word 文档", "daochuword", Some(Fit::Beginning));
    check("导出 Word 文档", "word", Some(Fit::Piece));
    check("执行率偏低的原因", "执行原因", Some(Fit::Pieces));
    check("执行率", "   ", Some(Fit::Words));
    check("", "z", Some(Fit::Words));
    // What is typed beyond reason is looked at as far as it goes.
    check(&"执".repeat(200), &"z".repeat(500), Some(Fit::Beginning));
}
