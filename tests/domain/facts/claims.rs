//! What is held against the numbers around where the words do not name these, and what one slip of the pen makes of a
//! number.

use jiping::domain::facts::judging::slip::{is_near, looks_like};
use rust_decimal::Decimal;

use super::relations_of_texts::{left_alone, reads};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn slips_of_the_pen() {
    // Numbers, whether their digits are one slip apart, and whether they are near.
    let rows = [
        ("92.75", "97.25", true, true),
        ("8.35", "7.35", true, true),
        ("12", "21", true, false),
        ("12", "13", false, true),
        ("6840", "684", true, false),
        ("12345", "1234", true, false),
        ("4.4", "4.6", false, true),
        ("100", "1", false, false),
        ("500", "5", false, false),
        ("38.2", "97.1", false, false),
        ("0", "0", false, true),
        ("-5", "5", false, false),
    ];
    for (one, other, alike, near) in rows {
        let (first, second) = (number(one), number(other));
        assert_eq!(looks_like(first, second), alike, "{one} {other}");
        assert_eq!(looks_like(second, first), alike, "{other} {one}");
        assert_eq!(is_near(first, second), near, "{one} {other}");
    }
}

#[test]
fn claims_without_the_names_of_their_numbers() {
    reads(&[
        (
            "应检测水样240批次，实际检测228批次，检测完成率98%。",
            &["98%=228批次/240批次✗"],
        ),
        (
            "合同价为1,268万元，比招标控制价1,350万元节约92万元。",
            &["92万元=1,350万元-1,268万元✗"],
        ),
        ("实际完成培训46期，比年初计划40期多8期。", &["8期=46期-40期✗"]),
        (
            "编制总数75名，实有在编人员72名，在职人员控制率104.17%。",
            &["104.17%=72名/75名✗"],
        ),
        (
            "2024年部门预算执行率为93.76%（全年支出14,604.00万元÷全年预算15,000.00万元）。",
            &["93.76%=14,604.00万元/15,000.00万元✗"],
        ),
        (
            "应征收非税收入780万元，实际征收801万元，超收12万元。",
            &["12万元=801万元-780万元✗"],
        ),
    ]);
    // Right ones, of other numbers, of other times, of a whole that is not said, and what is nobody's claim.
    left_alone(&[
        "应检测水样240批次，实际检测228批次，检测完成率95%。",
        "合同价为1,268万元，比招标控制价1,350万元节约82万元。",
        "实有在职人员138人，其中行政135人，比上年末减少2人。",
        "建立健康档案29416人，免费体检27903人；高血压患者规范管理率71.3%。",
        "开展培训12场，参训480人，满意度96%。",
        "新建学校22所、改造27所，占中小学总数的90%。",
        "一般公共预算执行14,377.20万元，政府性基金预算执行10,848.00万元，分别占57.00%和43.00%。",
        "受理投诉40多件，办结38件，回访率100%。",
    ]);
}

#[test]
fn one_amount_written_twice() {
    reads(&[
        ("支付设备款68.5万元（即68,500元）。", &["68,500元=68.5万元✗"]),
        ("全年财政拨款0.58亿元，折合58,000万元。", &["58,000万元=0.58亿元✗"]),
        ("支付设备款68.5万元（即685,000元）。", &["685,000元=68.5万元"]),
    ]);
    left_alone(&[
        "拨付500万元，即每户5,000元。",
        "补助标准2万元，即时拨付300元。",
        "流转土地3,600亩（240公顷），用于种植优质稻。",
        "铺设管网2,350米（2.35公里）。",
        "完成造林1.2万亩（人工造林0.8万亩）。",
        "整治河道12公里（清淤3,500米）。",
    ]);
    reads(&[
        ("流转土地3,600亩（24公顷），用于种植优质稻。", &["24公顷=3,600亩✗"]),
        ("收购稻谷4,500吨，合45万公斤。", &["45万公斤=4,500吨✗"]),
        ("铺设管网2,350米（23.5公里）。", &["23.5公里=2,350米✗"]),
    ]);
}

#[test]
fn parts_that_cannot_be_more_than_their_whole() {
    reads(&[
        ("共发放问卷300份，收回问卷325份。", &["325份<=300份✗"]),
        ("抽检852批次，合格863批次。", &["863批次<=852批次✗"]),
        ("共发放问卷300份，收回问卷285份。", &["285份<=300份"]),
    ]);
    left_alone(&["分两次发放问卷1500份和1000份，回收有效问卷2410份。"]);
}

#[test]
fn columns_learnt_from_their_rows() {
    let table = |rows: &str| format!("明细如下：\n项目\t收入\t开支\t余数\n{rows}");
    let broken = |text: &str| -> Vec<String> {
        let all = super::relations_of_texts::relations(text);
        all.into_iter().filter(|relation| relation.ends_with('✗')).collect()
    };
    // Three rows show that the last is what is left; in the fourth two digits changed places.
    let wrong = table("甲\t100\t80\t20\n乙\t50\t45\t5\n丙\t90\t56\t34\n丁\t60\t48\t21");
    assert_eq!(broken(&wrong), ["21=60-48✗"]);
    for right in [
        "甲\t100\t80\t20\n乙\t50\t45\t5\n丙\t90\t56\t34\n丁\t60\t48\t12",
        // Half of the rows show nothing.
        "甲\t100\t80\t20\n乙\t50\t45\t5\n丙\t90\t56\t61\n丁\t60\t48\t77",
        // Columns of zeros show nothing.
        "甲\t100\t100\t0\n乙\t50\t50\t0\n丙\t90\t90\t0\n丁\t60\t48\t7",
        // Two rows are too few.
        "甲\t100\t80\t20\n乙\t50\t45\t6",
    ] {
        assert_eq!(broken(&table(right)), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn numbers_behind_their_claim() {
    reads(&[
        (
            "接待游客486.30万人次，同比增长13.28%（上年为421.70万人次）。",
            &["13.28%:486.30万人次<421.70万人次✗"],
        ),
        (
            "拨付工程款占合同价1,450.00万元的80%，即1,106.00万元。",
            &["80%=1,106.00万元/1,450.00万元✗"],
        ),
        (
            "与2022年项目支出6055.00万元相比，增加685.10万元，增长10.87%。",
            &["10.87%=685.10万元/6055.00万元✗"],
        ),
    ]);
    left_alone(&[
        "接待游客486.30万人次，同比增长15.32%（上年为421.70万人次）。",
        "拨付工程款占合同价1,450.00万元的80%，即1,160.00万元。",
        "水质达标率100%；水质检测152份，合格147份。",
        "增长9.34%，其中基本工资2,694.77万元，转移支付2,891.55万元。",
    ]);
}

#[test]
fn products_of_people_and_things() {
    reads(&[
        ("为6所学校配备设备，每校4台，共计28台。", &["28台=4台*6所✗"]),
        (
            "发放高龄津贴428.40万元，惠及老人3,570名，人均12,000元。",
            &["428.40万元=12,000元*3,570名✗"],
        ),
    ]);
    left_alone(&[
        "为6所学校配备设备，每校4台，共计24台。",
        "发放高龄津贴428.40万元，惠及老人3,570名，人均1,200元。",
        "每名网格员月补贴2,500元，120名网格员全年补贴共360万元。",
    ]);
}

#[test]
fn columns_of_small_tables() {
    reads(&[
        (
            "年度\t收案\t结案\t结案率\n2022年\t2460\t2337\t95.00%\n2023年\t2580\t2503\t91.07%",
            &["91.07%=2503/2580✗"],
        ),
        (
            "选项\t份数\t占比\n满意\t162\t81.00%\n基本满意\t26\t31.00%\n不满意\t12\t6.00%\n合计\t200\t100.00%",
            &["200=162+26+12", "31.00%=26/200✗"],
        ),
    ]);
}
