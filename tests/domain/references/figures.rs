//! 文数一致 D1: typed numbers near a figure's name, held against the data; and all that must be left alone.

use jiping::domain::checks::context::of_text::OfText;
use jiping::domain::checks::finding::finding::{Code, Finding};
use jiping::domain::checks::texts::figures_in_words::{bindable, bound, disagreements};
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::draft::own_wording::WordingKind;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::prose::quantity::quantities;
use jiping::domain::references::figure_tokens::tokens;
use jiping::domain::references::quoting::resolved;
use jiping::domain::references::wording::template;
use proptest::prelude::*;

use crate::drafts::{amounts, sample, set};

/// The sample with staff and basic spending.
fn full() -> Draft {
    let mut draft = sample();
    set(&mut draft, Field::AuthorisedPosts, "45");
    set(&mut draft, Field::Staff, "40");
    set(
        &mut draft,
        Field::NatureAmount(SpendingNature::Basic, Column::Executed),
        "12,000",
    );
    draft
}

fn found(field: Field, text: &str, draft: &Draft) -> Vec<Finding> {
    let mut found = Vec::new();
    let of = OfText {
        field,
        text,
        quantities: &quantities(text),
    };
    disagreements(
        &of,
        &tokens(of.text, of.quantities),
        draft,
        &evaluate(draft),
        &mut found,
    );
    found
}

/// What the fixes would make of a text.
fn fixes(field: Field, text: &str, draft: &Draft) -> Vec<String> {
    let fix = |finding: Finding| match finding.fix.expect("D1 has a fix").edit {
        Edit::Set(_, text) => text,
        edit => panic!("{edit:?}"),
    };
    found(field, text, draft).into_iter().map(fix).collect()
}

/// One disagreement, and the text with the reference in it.
fn differs(text: &str, mended: &str) {
    assert_eq!(fixes(Field::Achievements, text, &full()), [mended], "{text}");
}

#[test]
fn what_differs_is_found() {
    for (text, mended) in [
        ("总体支出执行率为97.75%。", "总体支出执行率为{{执行率}}。"),
        ("执行率134.19%。", "执行率{{执行率}}。"),
        ("全年执行率达到99％，好于预期。", "全年执行率达到{{执行率}}，好于预期。"),
        (
            "2022年部门整体支出执行率约为96%。",
            "2022年部门整体支出执行率约为{{执行率}}。",
        ),
        ("白云湖街预算执行率：97.8%", "白云湖街预算执行率：{{执行率}}"),
        (
            "执行率（执行数÷调整预算数）为97.98%",
            "执行率（执行数÷调整预算数）为{{执行率}}",
        ),
        ("年初预算15,392.35万元。", "年初预算{{年初预算数}}万元。"),
        ("年初预算数合计1.54亿元。", "年初预算数合计{{年初预算数}}万元。"),
        ("调整预算数21,015.46万元，", "调整预算数{{调整预算数}}万元，"),
        ("全年预算数为2.2亿元。", "全年预算数为{{调整预算数}}万元。"),
        ("调整后预算共21,051.64万元。", "调整后预算共{{调整预算数}}万元。"),
        ("执行数20,571.12万元。", "执行数{{执行数}}万元。"),
        ("全年实际支出20,471.11万元。", "全年实际支出{{执行数}}万元。"),
        ("我街全年总支出约1.9亿元。", "我街全年总支出约{{执行数}}万元。"),
        (
            "一般公共预算支出19,738.69万元。",
            "一般公共预算支出{{一般公共预算.执行数}}万元。",
        ),
        (
            "政府性基金执行数为778.42万元。",
            "政府性基金执行数为{{政府性基金.执行数}}万元。",
        ),
        ("基本支出执行数12,100万元。", "基本支出执行数{{基本支出.执行数}}万元。"),
        (
            "执行数20,571.11万元，其中基本支出12,100万元。",
            "执行数20,571.11万元，其中基本支出{{基本支出.执行数}}万元。",
        ),
        (
            "年初预算中，一般公共预算14,391.13万元，占93%。",
            "年初预算中，一般公共预算{{一般公共预算.年初预算数}}万元，占93%。",
        ),
        ("结转结余资金454.53万元。", "结转结余资金{{结转结余}}万元。"),
        ("年末结转结余率为2.2%。", "年末结转结余率为{{结转结余率}}。"),
        ("年中预算净增加5,668.29万元。", "年中预算净增加{{预算净增减}}万元。"),
        ("预算调整率为27.09%。", "预算调整率为{{预算调整率}}。"),
        ("自评总分为98.37分。", "自评总分为{{总分}}分。"),
        (
            "我单位2022年部门整体支出绩效自评得分98分。",
            "我单位2022年部门整体支出绩效自评得分{{总分}}分。",
        ),
        ("自评结果为“良”。", "自评结果为“{{等级}}”。"),
        ("绩效等级为良好。", "绩效等级为{{等级}}。"),
        (
            "部门支出进度（30分）得29.36分",
            "部门支出进度（30分）得{{部门支出进度.得分}}分",
        ),
        ("内设机构7个。", "内设机构{{内设机构数}}个。"),
        ("街道下设9个内设机构，", "街道下设{{内设机构数}}个内设机构，"),
        ("下属单位共5个。", "下属单位共{{下属单位数}}个。"),
        ("核定编制54人，", "核定编制{{编制数}}人，"),
        (
            "行政编制25人、事业编制20人；在职人员41人。",
            "行政编制25人、事业编制20人；在职人员{{在职人员数}}人。",
        ),
        (
            "支出进度得29.37分，自评总分98分。",
            "支出进度得29.37分，自评总分{{总分}}分。",
        ),
        ("实有在职人员41名。", "实有在职人员{{在职人员数}}名。"),
        (
            "根据《绩效目标申报表》的15个任务关键性指标，",
            "根据《绩效目标申报表》的{{指标数}}个任务关键性指标，",
        ),
        ("共设13项绩效指标。", "共设{{指标数}}项绩效指标。"),
        ("重点项目支出1,945.96万元。", "重点项目支出{{重点项目金额}}万元。"),
    ] {
        differs(text, mended);
    }
}

#[test]
fn several_in_one_paragraph_are_found_each_by_itself() {
    let text = "广州市白云区人民政府白云湖街道办事处 2022年年初预算 15,329.53万元，其中一般公共预算 14,319.31万元，政府性基金\
        1,010.22万元；调整预算数 21,015.64万元，执行数 20,571.11万元，其中一般公共预算支出 19,783.96 万元，政府性基金支出787.42万元，\
        其他收入支出 0万元。总体支出执行率为 97.98%。";
    let said: Vec<String> = found(Field::Achievements, text, &full())
        .into_iter()
        .map(|one| one.message)
        .collect();
    assert_eq!(
        said,
        [
            "正文写“…区人民政府白云湖街道办事处 2022年年初预算 15,329.53万元”，年初预算数是 15,329.35 万元。",
            "正文写“其中一般公共预算 14,319.31万元”，一般公共预算.年初预算数是 14,319.13 万元。",
            "正文写“其中一般公共预算支出 19,783.96 万元”，一般公共预算.执行数是 19,783.69 万元。",
            "正文写“总体支出执行率为 97.98%”，执行率是 97.88%。",
        ]
        .map(|message| message
            .replace(
                "…区人民政府白云湖街道办事处 2022年年初预算",
                &tail("广州市白云区人民政府白云湖街道办事处 2022年年初预算 ")
            )
            .to_owned())
    );
}

/// The last sixteen characters, as a finding quotes them.
fn tail(clause: &str) -> String {
    let length = clause.chars().count();
    format!("…{}", clause.chars().skip(length - 16).collect::<String>())
        .trim_end()
        .to_owned()
}

#[test]
fn what_agrees_or_could_mean_something_else_is_left_alone() {
    let draft = full();
    for text in [
        // The same, to the place that is written.
        "总体支出执行率为97.88%。",
        "执行率97.9%，结转结余率2.1%。",
        "执行率约97%。",
        "执行率98%左右。",
        "调整预算数约2.1亿元，执行数20,571万元。",
        "年初预算153,293,500元，调整后的预算210,156,400元。",
        "本部门年初预算总额为 15329 万元，政府性基金年初预算1,010万元。",
        "自评总分99.37分（满分100分），自评结果为“优”。",
        "等级为优秀。",
        "内设机构8个，下属单位4个，编制45人，在职40人。",
        "根据《2022年度部门整体预算绩效目标申报表》的14个任务关键性指标，",
        "执行数20,571.11万元，其中基本支出12,000万元，项目支出8,571.11万元。",
        "基本支出3,000万元用于人员。",
        // Another year.
        "2021年执行率为95.10%。",
        "上年执行率为95.1%，本年为97.88%。",
        "执行率较上年提高2.78个百分点。",
        "2021年年初预算14,000万元，执行数13,000万元，执行率92.86%。",
        "上年结转结余300万元。",
        "2023年执行率达到98%。",
        "去年同期，执行率为90%。",
        // A part of the year.
        "截至6月底，执行率为48%。",
        "上半年执行数9,000万元，执行率42.8%。",
        "前三季度支出执行率75%。",
        "1—9月执行数15,000万元。",
        // Something else.
        "全年地区生产总值67.57亿元。",
        "地区生产总值同比增长5.2%。",
        "一般公共预算收入3.2亿元，同比增长4.1%。",
        "垃圾分类项目年初预算300万元，执行数280万元，执行率93.33%。",
        "道路综合整治工程年初预算502万元。执行率95%。",
        "垃圾分类项目支出480万元，执行率96%。",
        "城市维护与建设专项执行率为88%。",
        "三公经费支出12万元，年初预算15万元。",
        "下属单位执行率为91%。",
        "各科室执行率在90%。",
        "我街年初预算安排100万元用于垃圾分类。",
        "全区一般公共预算支出120亿元。",
        "财政资金执行率96%。",
        "道路综合整治及环境综合整治（一期）项目金额947.85万元。",
        "其中2个绩效指标未完成。",
        "有3项指标得分偏低。",
        "共设3个绩效指标未完成整改。",
        "三级指标28个，产出指标10项。",
        "为每个项目设定3个绩效指标。",
        "对3个内设机构开展检查。",
        "编制3个方案，编制5份预案。",
        "行政编制20人，事业编制25人。",
        "在职党员30人。",
        "创建3个重点项目。",
        "现有征地项目28个。",
        "上报网格事件时效内办结率100%。",
        "信访件按期办结率100%，社区戒毒执行率 100%。",
        "未成年人保护工作评分95分，位列第一。",
        "测试总分为120分钟。",
        "企业信用等级为良。",
        "空气质量等级为优，水质为良。",
        // Bounds and plans.
        "执行率不低于90%。",
        "执行率达到95%以上。",
        "力争明年执行率达到99%。",
        "下一步加强管理，争取全年执行率达到99%。",
        "预算调整率超过30%的要说明原因。",
        "执行率低于90%的项目有2个。",
        "执行率每低1个百分点扣1分。",
        // How marks are given.
        "执行率100%得满分，每低1个百分点扣0.3分。",
        "执行率100%，得30分；90%至100%，得25分；低于90%，不得分。",
        // What can be had, or what a part has.
        "绩效评价总分100分，自评得分99.37分。",
        "支出进度分值30分，自评得分29.37分；年度目标分值30分，自评得分30分。",
        "“退役军人服务满意度”自评得分2分。",
        "数量指标自评得分20分。",
        "自评等级为“良”的项目2个。",
        "自评等级“良”2个、“中”1个。",
        // What others gave.
        "经第三方机构复核，项目绩效得分92.50分，评价等级为“优”；部门整体得分88.30分，评价等级为“良”。",
        "区财政局抽查后，我街自评总分为91.2分。",
        // Posts of a part of the office.
        "行政编制25人，在职22人；事业编制20人，在职18人。",
        "机关编制25人、在职22人，服务中心编制20人、在职18人。",
        "在职人员40人，其中行政22人，在职党员30人，编制25人。",
        "政府采购年初预算中，一般公共预算300万元。",
        "2021年年初预算中，一般公共预算14,000万元。",
        "全年预算中，一般公共预算用于环卫的300万元。",
        // Words of two senses.
        "年中调整预算5,686.29万元。",
        "2022年度调整预算5,686.29万元。",
        "全年预算总支出21,015.64万元。",
        "医保基金总收入15.68亿元，其中职工医保6.93亿元；总支出14.49亿元。",
        "收入总额21,300.00万元，支出总额21,300.00万元。",
        // References, and what is not written out.
        "执行率为{{执行率}}，执行数{{执行数}}万元。",
        "年初预算、调整预算数分别为100万元、200万元。",
        "其中一般公共预算年初预算14,319.13万元，执行数19,783.69万元，执行率138%。",
        "政府性基金执行率77.95%。",
    ] {
        assert_eq!(found(Field::Achievements, text, &draft), [], "{text}");
    }
}

#[test]
fn what_a_field_is_about_counts() {
    let draft = full();
    let completion = Field::CompletionText(draft.results.completions[0].id);
    let fund = draft.budget.funds[1].id;
    for (field, text, count) in [
        // In the text of a task only what names the whole is a figure of the whole.
        (completion, "执行率为90%。", 0),
        (completion, "我街总体支出执行率为90%。", 1),
        // Goals and measures say what shall be.
        (Field::OverallObjective, "执行率达到95%。", 0),
        (Field::Improvement(draft.improvements[0].id), "执行率达到95%。", 0),
        // The reason of a source speaks of that source.
        (Field::FundReason(fund), "执行数787.42万元。", 0),
        (Field::FundReason(fund), "执行数778.42万元。", 1),
        (Field::FundReason(fund), "年初预算1,010.22万元。", 0),
        // Neither names nor numbers are prose.
        (Field::Unit, "执行率为90%。", 0),
    ] {
        assert_eq!(found(field, text, &draft).len(), count, "{field:?} {text}");
    }
    let mut project = crate::drafts::new();
    assert_eq!(
        found(Field::Achievements, "执行率为90%。", &project),
        [],
        "no data, no word"
    );
    crate::drafts::totals(&mut project, ["1", "1", "1"]);
    assert_eq!(found(Field::Achievements, "执行率为90%。", &project).len(), 1);
}

#[test]
fn a_finding_rests_on_the_fields_of_its_figure() {
    let mut draft = full();
    let one = found(Field::Achievements, "执行率为90%。", &draft).remove(0);
    assert_eq!(
        (one.code, one.message.as_str()),
        (Code::D1, "正文写“执行率为90%”，执行率是 97.88%。")
    );
    assert_eq!(one.fix.expect("a fix").label, "改为引用 97.88%");
    assert!(one.also.contains(&Field::StatedTotal(Column::Adjusted)));
    assert!(
        one.also
            .contains(&Field::FundAmount(draft.budget.funds[0].id, Column::Executed))
    );
    amounts(&mut draft, 0, ["14,319.13", "", "18,126.66"]);
    assert_eq!(
        found(Field::Achievements, "执行率为90%。", &draft),
        [],
        "the data moved to what was written"
    );
}

#[test]
fn what_agrees_can_be_bound_in_one_go() {
    let draft = full();
    let text = "我街年初预算1.53亿元，执行数20,571.11万元，执行率97.9%，自评结果为“优秀”；2021年执行率95%。\n共设14项绩效指标，编制45人。";
    let evaluation = evaluate(&draft);
    let bindings = bindable(
        Field::Achievements,
        text,
        &tokens(text, &quantities(text)),
        &draft,
        &evaluation,
    );
    let now = bound(text, &bindings);
    assert_eq!(
        now,
        "我街年初预算{{年初预算数}}万元，执行数{{执行数}}万元，执行率{{执行率}}，自评结果为“{{等级}}”；2021年执行率95%。\n共设{{指标数}}项绩效指标，编制{{编制数}}人。"
    );
    assert_eq!(
        bindable(
            Field::Achievements,
            &now,
            &tokens(&now, &quantities(&now)),
            &draft,
            &evaluation
        ),
        []
    );
}

#[test]
fn the_sample_and_its_generated_sentences_raise_no_alarm() {
    for draft in [sample(), full()] {
        let evaluation = evaluate(&draft);
        for field in draft.fields().into_iter().filter(|field| field.is_prose()) {
            assert_eq!(found(field, &draft.text(field), &draft), [], "{field:?}");
        }
        for kind in [WordingKind::Money, WordingKind::Adjustment, WordingKind::Conclusion] {
            let text = resolved(&template(kind, &draft, &evaluation), &draft, &evaluation);
            let field = Field::Wording(kind);
            assert_eq!(found(field, &text, &draft), [], "{text}");
            let bindings = bindable(field, &text, &tokens(&text, &quantities(&text)), &draft, &evaluation);
            assert!(bindings.len() >= 2, "{text}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "(\\PC|执行率|为|约|[0-9]{1,5}|[.,%个分]|万元|亿元|其中|年初预算|（|）|自评结果|“优”|内设机构|\n){0,30}") {
        let draft = full();
        let evaluation = evaluate(&draft);
        let read = quantities(&text);
        for finding in found(Field::Achievements, &text, &draft) {
            prop_assert!(finding.fix.is_some());
        }
        let bindings = bindable(Field::Achievements, &text, &tokens(&text, &read), &draft, &evaluation);
        bound(&text, &bindings);
    }
}
