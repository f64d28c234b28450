//! Checks of how texts are written, A8 and E1 to E8: the smallest draft that triggers each and the nearest that does not.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List, SchemeField};

use crate::drafts::{add, check, findings, set};

/// A draft with a text under 年度总体工作, which stands under （二）.
fn text(text: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| set(draft, Field::WorkOverview, text)
}

/// A draft with two texts in two places.
fn texts(one: &'static str, other: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| {
        set(draft, Field::WorkOverview, one);
        set(draft, Field::Achievements, other);
    }
}

/// Neither of these texts triggers the code.
fn free(code: Code, all: &[&'static str]) {
    for one in all {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::WorkOverview, one);
        assert_eq!(findings(&draft, code), [], "{one}");
    }
}

#[test]
fn a8_units_within_a_text() {
    check(
        Code::A8,
        1,
        "有的金额用元（153293500元），有的用万元（21015.64万元）",
        text("年初预算153293500元，调整预算21015.64万元。"),
    );
    check(Code::A8, 0, "", text("年初预算15329.35万元，每户补助3500元。"));
    for each in [
        "人均地区生产总值152,300元",
        "城镇单位年平均工资128,500元",
        "每户补助120,000元",
        "一等奖奖金100,000元每人",
        "单台价格168,000元",
        "即153,293,500元",
    ] {
        let mut draft = crate::drafts::new();
        set(
            &mut draft,
            Field::WorkOverview,
            &format!("全年投入15329.35万元，{each}。"),
        );
        assert_eq!(findings(&draft, Code::A8), [], "{each}");
    }
}

#[test]
fn e1_levels_of_headings() {
    check(
        Code::E1,
        1,
        "这段文字在“（一）”一级的标题下，里面又用了“（一）”",
        text("全年工作如下：\n（一）突出抓党建。\n（二）突出抓治理。"),
    );
    check(
        Code::E1,
        1,
        "序数“1、”的写法不合公文格式",
        text("重点做了：\n1、抓党建。\n2、抓治理。"),
    );
    check(
        Code::E1,
        1,
        "序数不连续：第 1 之后是“3.抓治理”",
        text("重点做了：\n1.抓党建。\n3.抓治理。"),
    );
    free(
        Code::E1,
        &[
            "重点做了：\n1.抓党建。\n2.抓治理。",
            "重点做了：\n1.抓党建。\n（1）学习。\n（2）培训。\n2.抓治理。\n（1）巡查。",
            "1.5公里道路完成修复。",
            "一、二级公路养护82公里。\n三、四级公路养护126公里。",
            "1、2号楼完成改造。\n5、6号楼正在改造。",
            "一、二期工程完工。",
            "（三）（四）项工程均已完工。",
            "一、二、三产业结构比为5∶38∶57。",
            "一是抓党建。\n二是抓治理。",
            "2022年以来，工作平稳。",
            "三公经费下降。",
        ],
    );
    check(
        Code::E1,
        1,
        "“一、加强党建”自己带了序数“一、”",
        |draft| {
            let id = add(draft, List::Sections(None));
            set(draft, Field::SectionHeading(id), "一、加强党建");
        },
    );
    check(Code::E1, 0, "", |draft| {
        let id = add(draft, List::Sections(None));
        set(draft, Field::SectionHeading(id), "加强党建");
    });
    let mut draft = crate::drafts::new();
    let id = add(&mut draft, List::Problems);
    set(&mut draft, Field::Problem(id), "（二）支出进度偏慢。");
    let fix = findings(&draft, Code::E1)[0].fix.clone().expect("one edit mends it");
    assert_eq!(fix.edit, Edit::Set(Field::Problem(id), "支出进度偏慢。".into()));
}

#[test]
fn e2_brackets_of_document_numbers() {
    check(
        Code::E2,
        1,
        "文号“云就办【2022】2号”的年份要用六角括号，写作“云就办〔2022〕2号”",
        text("根据《实施方案》（云就办【2022】2号）。"),
    );
    free(
        Code::E2,
        &[
            "根据《办法》（财预〔2020〕10号）。",
            "根据《年度计划》（2022年）安排5项工作。",
        ],
    );
    let mut draft = crate::drafts::new();
    let id = add(&mut draft, List::Basis);
    set(&mut draft, Field::BasisNumber(id), "财预[2020]10号");
    let fix = findings(&draft, Code::E2)[0].fix.clone().expect("one edit mends it");
    assert_eq!(fix.edit, Edit::Set(Field::BasisNumber(id), "财预〔2020〕10号".into()));
}

#[test]
fn e3_what_a_template_left() {
    for residue in [
        "主要成效（200字以内）。",
        "指标2：……",
        "本单位为××局。",
        "（请填写主要职能）",
    ] {
        let mut draft = crate::drafts::new();
        set(&mut draft, Field::WorkOverview, residue);
        assert_eq!(findings(&draft, Code::E3).len(), 1, "{residue}");
    }
    check(
        Code::E3,
        1,
        "“{{执行力}}”不是可以引用的数",
        text("本年执行率为{{执行力}}。"),
    );
    check(Code::E3, 0, "", text("本年执行率为{{执行率}}。"));
    check(Code::E3, 1, "“（200字以内）”是模板里的提示", text("（200字以内）"));
    check(Code::E3, 0, "", text("指标2：完成率100%。"));
    free(
        Code::E3,
        &[
            "尺码为XXL。",
            "长3×宽2×高1米。",
            "项目如下：道路、桥梁……",
            "请示批复后填写台账。",
        ],
    );
}

#[test]
fn e4_signs_in_pairs() {
    check(
        Code::E4,
        1,
        "括号“（”没有右边的一个",
        text("包括办事处（本级，以及下属单位。"),
    );
    check(Code::E4, 1, "引号“””没有左边的一个", text("落实一人一档”制度。"));
    check(
        Code::E4,
        1,
        "书名号“《”没有右边的一个",
        text("按照《办法（试行）要求办理。"),
    );
    check(Code::E4, 0, "", text("包括办事处（本级），以及下属单位。"));
    check(Code::E4, 1, "标点“，，”重复", text("就业率97.5%，，对口就业率82.3%。"));
    check(Code::E4, 1, "标点“，。”重复", text("全年办结128件，。"));
    free(
        Code::E4,
        &[
            "1）抓党建；2）抓治理。",
            "a)准备；b)实施。",
            "（一）抓“国之大者”（含“四个一”）。",
            "使用（半角)括号。",
            "It’s fine",
            "",
            "重点是：“一老一小”、“三农”；其余……。",
            "评为“验收合格。”，下同",
        ],
    );
}

#[test]
fn e5_e6_tables_in_texts() {
    let table = "项目\t金额\n道路整治\t947.85\n城市维护\t502";
    check(Code::E5, 1, "这里粘贴的表格没有表题，也没有写金额单位", text(table));
    check(Code::E6, 1, "“金额”一栏的小数位数不一致：947.85 和 502", text(table));
    let rates = "表3 重点项目\n单位：万元\n项目\t金额\t执行率\n道路整治\t947.85\t100%\n城市维护\t502.00\t90.63%";
    check(Code::E6, 0, "", text(rates));
    let points = "表3 得分\n指标\t完成值\t得分\t执行率得分\n培训期数\t8\t10\t9.8\n满意度\t93.4\t9.5\t10";
    check(Code::E6, 0, "", text(points));
    let whole = "表3 重点项目\n单位：万元\n项目\t金额\n道路整治\t947.85\n城市维护\t502.00";
    check(Code::E5, 0, "", text(whole));
    check(Code::E6, 0, "", text(whole));
    check(Code::E6, 1, "“项目金额”一栏", |draft| {
        for amount in ["947.85", "502", "505.11"] {
            let id = add(draft, List::Projects);
            set(draft, Field::ProjectAmount(id), amount);
        }
    });
    check(Code::E6, 0, "", |draft| {
        for amount in ["3,246.15", "1,268.00", "1,386.00", "836.4"] {
            let id = add(draft, List::Projects);
            set(draft, Field::ProjectAmount(id), amount);
        }
    });
}

#[test]
fn e7_before_the_year_is_over() {
    let dated = |date: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Year, "2022");
            set(draft, Field::ReportDate, date);
        }
    };
    check(Code::E7, 0, "", dated("2023年3月18日"));
    check(Code::E7, 0, "", dated("2022-12-31"));
    check(
        Code::E7,
        1,
        "报告日期 2022年11月30日 早于 2022 年年末",
        dated("2022-11-30"),
    );
}

#[test]
fn e8_passages_that_stand_twice() {
    let long = "坚持以人民为中心的发展思想，统筹推进城市管理和民生服务各项工作，推动各项任务迈上新台阶。";
    check(
        Code::E8,
        1,
        "这里的话在“年度工作·年度总体工作”已经写过",
        texts(long, long),
    );
    check(Code::E8, 0, "", texts(long, "各项任务迈上新台阶。"));
    check(
        Code::E8,
        0,
        "",
        texts("推动各项任务迈上新台阶。", "推动各项任务迈上新台阶。"),
    );
}

/// The sample with a text of its own after its three tables, and one before them.
fn numbered(draft: &mut Draft, before: &str, after: &str) {
    *draft = crate::drafts::sample();
    set(draft, Field::WorkOverview, before);
    set(draft, Field::Achievements, after);
}

#[test]
fn e10_numbers_of_pasted_tables() {
    let table = "单位：万元\n项目\t金额\n水厂\t1,200.50\n管网\t80.00\n";
    let own = |number: &str| format!("进度见表{number}。\n表{number} 项目执行情况\n{table}");
    check(
        Code::E10,
        1,
        "“表1 项目执行情况”是全文的第 4 张表，编号应是“表4”",
        |draft| numbered(draft, "工作平稳。", &own("1")),
    );
    for right in ["4", "４", "四", " 4"] {
        check(Code::E10, 0, "", |draft| numbered(draft, "工作平稳。", &own(right)));
    }
    // Without a number, or with one of another kind, there is nothing to compare.
    for other in [
        "表 项目执行情况",
        "附表1 项目执行情况",
        "表1-1 项目执行情况",
        "表2022年项目",
    ] {
        check(Code::E10, 0, "", |draft| {
            numbered(draft, "工作平稳。", &format!("{other}\n{table}"))
        });
    }
    // A line that speaks of a table stands above none.
    check(Code::E10, 0, "", |draft| {
        numbered(draft, "工作平稳。", "表1 说明了情况。")
    });
    // The report counts on after a table of the office's own.
    check(Code::E10, 0, "", |draft| numbered(draft, &own("1"), &own("5")));
    check(Code::E10, 1, "是全文的第 5 张表", |draft| {
        numbered(draft, &own("1"), &own("4"))
    });
    // An annex has no number in this row.
    check(Code::E10, 1, "是全文的第 2 张表", |draft| {
        numbered(draft, "工作平稳。", &own("1"));
        set(draft, Field::Scheme(SchemeField::TableForm), "department");
    });
    let fixed = |text: &str| {
        let mut draft = crate::drafts::new();
        numbered(&mut draft, "工作平稳。", text);
        let found = findings(&draft, Code::E10);
        let fix = found[0].fix.clone().expect("one edit mends it");
        draft.apply(&fix.edit);
        assert_eq!(findings(&draft, Code::E10), [], "{text}");
        draft.results.achievements
    };
    assert_eq!(fixed(&own("1")), own("4"));
    let two = format!("见表2（表1为汇总）。另交报表1份，附表1张。\n表1 甲\n{table}\n表2 乙\n{table}");
    let right = format!("见表5（表4为汇总）。另交报表1份，附表1张。\n表4 甲\n{table}\n表5 乙\n{table}");
    assert_eq!(fixed(&two), right);
    // Two tables of one number: it is not known which is meant.
    let same = format!("见表1。\n表1 甲\n{table}\n表1 乙\n{table}");
    let right = format!("见表1。\n表4 甲\n{table}\n表5 乙\n{table}");
    assert_eq!(fixed(&same), right);
}
