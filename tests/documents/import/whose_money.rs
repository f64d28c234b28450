//! Whose unit an amount has, which column an amount is of where heads are broken, and forms that have no columns for
//! their money.

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::reading::report_file::of_file;
use jiping::domain::evaluation::evaluate::evaluate;

/// 年初, 全年 and 执行 of a text in 万元; a stroke where the text tells none.
fn check(text: &str, expected: [&str; 3]) {
    let laid = of_file(text.as_bytes()).unwrap();
    let evaluation = evaluate(&whole(&read(&laid.passages)));
    let totals = &evaluation.money.totals;
    let own = [totals.initial, totals.adjusted, totals.executed];
    let own = own.map(|total| total.value.map_or("—".to_owned(), |amount| amount.printed()));
    assert_eq!(own, expected, "{text}\n{:#?}", laid.passages);
}

const ROWS: &str = "一级指标,三级指标,年度指标值,实际完成值,分值,得分,\n产出指标,补助人数,≥80人,82人,90,90,\n";

#[test]
fn a_unit_stands_beside_its_label_or_anywhere_in_the_text() {
    let form = |label: &str, title: &str| {
        format!(
            "{title}2023年度项目支出绩效自评表,,,,,,\n项目名称,村卫生室补助,,,{label},\n资金来源,年初预算数,全年预算数,全年执行数,分值,执行率,得分\n合计,\"36,000\",\"34,800\",\"33,060\",10,95%,9.5\n{ROWS}"
        )
    };
    check(&form("单位,元", "兰溪县卫生健康局"), ["3.60", "3.48", "3.31"]);
    check(&form("金额单位：,元", "兰溪县卫生健康局"), ["3.60", "3.48", "3.31"]);
    check(&form("金额单位：元,", "兰溪县卫生健康局"), ["3.60", "3.48", "3.31"]);
    check(&form(",", "兰溪县卫生健康局"), ["36,000.00", "34,800.00", "33,060.00"]);
    // 元阳县 is a county and no unit, nor is 状元街道.
    check(
        &form("实施单位,元阳县卫生健康局", "元阳县卫生健康局"),
        ["36,000.00", "34,800.00", "33,060.00"],
    );
    check(
        &form("单位,状元街道办事处", ""),
        ["36,000.00", "34,800.00", "33,060.00"],
    );
    let noted = format!("{}注：金额以元为单位。\n", form(",", "兰溪县卫生健康局"));
    check(&noted, ["3.60", "3.48", "3.31"]);
}

#[test]
fn amounts_without_a_unit_are_read_by_what_the_text_tells_and_by_their_size() {
    let form = |amounts: &str, said: &str| {
        format!(
            "青河县残疾人联合会2023年度项目支出绩效自评表,,,,,,\n项目名称,残疾儿童康复救助,,,,,\n资金来源,年初预算数,全年预算数,全年执行数,分值,执行率,得分\n合计,{amounts},10,95.00%,9.5\n{ROWS}{said}"
        )
    };
    let large = "\"1,200,000.00\",\"1,150,000.00\",\"1,092,500.00\"";
    check(&form(large, ""), ["120.00", "115.00", "109.25"]);
    let small = "12000,11500,10925";
    check(&form(small, ""), ["12,000.00", "11,500.00", "10,925.00"]);
    check(&form(small, "本项目全年支出1.0925万元。\n"), ["1.20", "1.15", "1.09"]);
}

#[test]
fn columns_that_only_the_rate_tells() {
    // Two columns are only called 预算数.
    let broken = |rate: &str| {
        format!(
            "2023年度部门整体支出绩效自评表\n部门名称\t平湖县气象局\n项目\t预算数\t预算数\t执行数\t分值\t执行率\t得分\n年度资金总额（万元）\t412.00\t430.00\t425.70\t10\t{rate}\t9.9\n"
        )
    };
    check(&broken("99.00%"), ["412.00", "430.00", "425.70"]);
    // What was spent has a head of nobody's words.
    check(
        "2023年度部门整体支出绩效自评表\n部门名称\t平湖县气象局\n项目\t年初预算数\t全年预算数\t全年花销\t执行率\n年度资金总额（万元）\t412.00\t430.00\t425.70\t99.00%\n",
        ["412.00", "430.00", "425.70"],
    );
    // Heads that are plain stay what they are, whatever rate is printed.
    check(
        "2023年度部门整体支出绩效自评表\n部门名称\t平湖县气象局\n项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n年度资金总额（万元）\t430.00\t512.00\t425.70\t99.00%\n",
        ["430.00", "512.00", "425.70"],
    );
    // What is expected of the whole year is not what was spent.
    check(
        "2024年1—9月项目支出绩效运行监控表\n项目名称\t天然林管护补助\t实施单位\t青禾县林业和草原局\n资金来源\t年初预算数\t1—9月执行数\t执行率\t全年预计执行数\n年度资金总额（万元）\t256.00\t184.32\t72.00%\t256.00\n",
        ["256.00", "256.00", "184.32"],
    );
}

#[test]
fn money_behind_labels_and_beside_names() {
    let rows = "一级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n产出指标\t治理河长\t≥12公里\t12.4公里\t90\t90\n";
    check(
        &format!(
            "2022年度项目支出绩效自评表\n项目名称\t中小河流治理\t实施单位\t西坪县水利局\n预算安排（万元）\t1,260.00\t资金到位\t1,260.00\t实际支出\t1,197.00\n其中：年初预算\t1,200.00\t预算执行率\t95.00%\t得分\t9.5\n{rows}"
        ),
        ["1,200.00", "1,260.00", "1,197.00"],
    );
    check(
        &format!(
            "2022年度项目支出绩效自评表\n一、预算执行情况（元）\t\t\t\n预算安排情况（调整后）\t860000\t资金执行情况\t817000\n预算执行进度\t95.00%\t执行率得分（10分）\t9.5\n{rows}"
        ),
        ["—", "86.00", "81.70"],
    );
    // The names of a form stand beside the heads of its money.
    check(
        "项目名称\t公共文化活动\t资金（万元）\t年初预算\t1-8月执行\t执行率\n项目单位\t北川镇文化站\t\t60.00\t39.00\t65.00%\n一级指标\t三级指标\t指标值\t1-8月完成值\t偏差原因\n产出指标\t举办群众文化活动\t≥24场\t17场\t\n",
        ["60.00", "60.00", "39.00"],
    );
    // A list of projects is none.
    check(
        "2022年度部门整体支出绩效自评报告\n一、项目情况\n项目名称\t预算数（万元）\t执行数（万元）\t执行率\n河道清淤\t100.00\t95.00\t95.00%\n护岸加固\t60.00\t57.00\t95.00%\n",
        ["—", "—", "—"],
    );
}

/// What the words call by one source in two parts is no fund of its own: the total stands alone, and its rate holds.
#[test]
fn two_amounts_of_one_source_are_none_of_all() {
    let report = |parts: &str| {
        format!(
            "青河县消防救援大队2023年度部门整体支出绩效自评报告\n一、部门概况\n（一）资金投入与使用\n2023年年初预算968.00万元，调整预算数1,245.60万元，全年执行数1,238.75万元，预算执行率99.45%。{parts}\n"
        )
    };
    let all = ["968.00", "1,245.60", "1,238.75"];
    check(&report("其中中央财政资金412.30万元，地方财政资金826.45万元。"), all);
    check(&report("其中省级财政资金412.30万元；县级财政资金826.45万元。"), all);
    check(&report(""), all);
}

/// A report of an office with these sentences about its money.
fn check_told(sentences: &str, expected: [&str; 3]) {
    let text = format!(
        "江岸县档案馆2023年度部门整体支出绩效自评报告\n一、基本情况\n县档案馆有在职职工21人。\n二、预算执行情况\n{sentences}\n三、存在问题\n无。\n江岸县档案馆\n2024年4月8日\n"
    );
    check(&text, expected);
}

#[test]
fn a_printed_rate_says_which_amounts_it_is_of() {
    for (sentences, expected) in [
        (
            "2023年预算支出860.00万元，决算支出834.20万元，预算执行率97%。",
            ["—", "860.00", "834.20"],
        ),
        (
            "县财政年初批复860.00万元。全年实际列支817.00万元，占批复预算的95.00%，结转下年43.00万元。",
            ["860.00", "860.00", "817.00"],
        ),
        (
            "财政拨入资金1,250.00万元，比年初预算1,100.00万元增加150.00万元；当年支出1,212.50万元，占拨入资金的97.00%。",
            ["1,100.00", "1,250.00", "1,212.50"],
        ),
        (
            "全年可用指标640.00万元，已使用608.00万元，指标使用率95.00%。",
            ["—", "640.00", "608.00"],
        ),
        (
            "预算数及决算数如下：预算数910.00万元（基本支出610.00万元，项目支出300.00万元）；决算数882.70万元；完成预算的97.00%。",
            ["—", "910.00", "882.70"],
        ),
        (
            "预算金额：386.50万元\n到位金额：386.50万元\n支出金额：371.04万元\n预算执行率：96.00%",
            ["—", "386.50", "371.04"],
        ),
        (
            "年初预算数4,260,000，预算调整数4,800,000，支出决算数4,656,000，执行率97%（金额单位：元）。",
            ["426.00", "480.00", "465.60"],
        ),
        // A share of what was spent, and what a part has of it, are of no budget.
        ("全年实际列支817.00万元，占支出总额的95.00%。", ["—", "—", "—"]),
        (
            "数字化专项支出380.00万元，占专项预算400.00万元的95.00%。",
            ["—", "—", "—"],
        ),
        (
            "“库房改造”项目预算400.00万元，支出380.00万元，执行率95.00%。",
            ["—", "—", "—"],
        ),
        (
            "馆藏数字化项目预算400.00万元，支出380.00万元，执行率95.00%。全年决算支出776.00万元，调整预算800.00万元，执行率97.00%。",
            ["—", "800.00", "776.00"],
        ),
        (
            "局机关预算1,200.00万元，支出1,164.00万元，执行率97%；局属馆预算300.00万元，支出285.00万元，执行率95%。部门合计预算1,500.00万元，支出1,449.00万元，执行率96.6%。",
            ["—", "1,500.00", "1,449.00"],
        ),
        (
            "项目方面：退耕还林项目安排500.00万元，支出450.00万元，执行率90%；管护项目安排300.00万元，支出291.00万元，执行率97%。整体方面：年初预算1,900.00万元，全年预算2,100.00万元，执行2,037.00万元，执行率97%。",
            ["1,900.00", "2,100.00", "2,037.00"],
        ),
        (
            "“三公”经费预算30.00万元，支出26.40万元，控制率88.00%。",
            ["—", "—", "—"],
        ),
    ] {
        check_told(sentences, expected);
    }
}

#[test]
fn changes_that_are_told_lead_from_one_budget_to_the_other() {
    for (sentences, expected) in [
        (
            "部门预算数为268.40万元，执行中追加36.60万元，全年预算数305.00万元。全年支付资金298.90万元，预算执行率98%。",
            ["268.40", "305.00", "298.90"],
        ),
        (
            "县财政下达部门预算指标1,675.80万元；年中追加前期经费500.00万元、储备补贴124.20万元，两项共计624.20万元；年底收回结余指标40.00万元。调整后预算2,260.00万元，实际支出2,192.20万元。",
            ["1,675.80", "2,260.00", "2,192.20"],
        ),
        (
            "部门预算总收入1,920.00万元，总支出1,920.00万元。年中追加预算280.00万元，追加后全年预算为2,200.00万元。年末决算总支出2,134.00万元，总体执行率为97%。",
            ["1,920.00", "2,200.00", "2,134.00"],
        ),
        (
            "年初批复2,450.00万元。年中调增310.00万元，调减60.00万元，净增250.00万元。实际列支2,619.00万元，预算完成率97%。",
            ["2,450.00", "2,700.00", "2,619.00"],
        ),
        // The changes make no budget that is told, and no rate is of it.
        (
            "年初批复2,450.00万元。年中调增310.00万元，调减60.00万元。实际列支2,619.00万元。",
            ["2,450.00", "—", "—"],
        ),
    ] {
        check_told(sentences, expected);
    }
}

#[test]
fn columns_of_other_years_and_of_other_wholes() {
    let text = "江岸县档案馆2023年度部门整体支出绩效自评报告\n经费控制情况\t2022年决算数\t2023年预算数\t2023年决算数\n三公经费\t18.60\t17.00\t15.92\n公务接待\t6.50\t5.50\t5.12\n部门整体支出绩效自评表\n项目\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t620.00\t905.00\t877.85\t10\t97%\t9.7\n";
    check(text, ["620.00", "905.00", "877.85"]);
    let natures = "江岸县档案馆2023年度部门整体支出绩效自评报告\n单位：万元\n科目\t年初预算\t调整后预算\t决算\n基本支出\t286.00\t300.00\t298.50\n项目支出\t350.00\t300.00\t283.50\n支出合计\t636.00\t600.00\t582.00\n";
    check(natures, ["636.00", "600.00", "582.00"]);
}

#[test]
fn the_project_of_a_form_stands_above_its_table() {
    let text = "江岸县档案馆2023年度部门整体支出绩效自评报告\n一、部门整体支出\n2023年预算批复数865.00万元，执行数843.40万元，执行率97.5%。\n二、项目支出绩效自评表\n项目名称：馆藏数字化\n主管部门：江岸县档案局\n项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t60\t80\t76\t10\t95%\t9.5\n一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t扫描页数\t≥50万页\t52万页\t90\t90\n总分\t\t\t\t100\t99.5\n";
    check(text, ["865.00", "865.00", "843.40"]);
}
