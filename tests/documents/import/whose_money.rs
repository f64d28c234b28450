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
