//! What must agree among the numbers of a text, by its words: sums, rates, changes, budgets, shares, averages.

use jiping::domain::draft::field::Field;
use jiping::domain::facts::judging::relation::{Relation, Verdict};
use jiping::domain::facts::reading::fact::Place;
use jiping::domain::facts::text::read;
use jiping::domain::prose::quantity::quantities;

/// The relations of a text as formulas, with ✗ where they are broken and ? where parts may be missing.
pub fn relations(text: &str) -> Vec<String> {
    let ledger = read(Field::WorkOverview, text, &quantities(text));
    let said = |id: &usize| match &ledger.facts[*id].at {
        Place::Text(_, range) => text[range.clone()].to_owned(),
        _ => String::new(),
    };
    let formula = |relation: &Relation| match relation {
        Relation::Same(one, other) => format!("{}={}", said(one), said(other)),
        Relation::Sum { total, parts, complete } => {
            let parts: Vec<String> = parts.iter().map(said).collect();
            format!(
                "{}={}{}",
                said(total),
                parts.join("+"),
                if *complete { "" } else { "?" }
            )
        }
        Relation::Ratio { rate, part, whole } => format!("{}={}/{}", said(rate), said(part), said(whole)),
        Relation::Change { rate, now, before, .. } => format!("{}:{}<{}", said(rate), said(now), said(before)),
        Relation::Together { rate, parts, whole } => {
            let sum = |ids: &[usize]| ids.iter().map(said).collect::<Vec<String>>().join("+");
            let whole = match whole.as_slice() {
                [only] => said(only),
                several => format!("({})", sum(several)),
            };
            format!("{}=({})/{whole}", said(rate), sum(parts))
        }
        Relation::Mean { mean, of } => {
            let of: Vec<String> = of.iter().map(said).collect();
            format!("{}=mean({})", said(mean), of.join(","))
        }
        Relation::Portion {
            said: words,
            part,
            whole,
            ..
        } => {
            format!("{}~{}/{}", said(words), said(part), said(whole))
        }
        Relation::Complement { rate, rest, whole } => format!("{}=1-{}/{}", said(rate), said(rest), said(whole)),
        Relation::Deducted { off, done, .. } => format!("-{} by {}", said(off), said(done)),
        Relation::Repeated { total, each, .. } => format!("{}=n*{}", said(total), said(each)),
        Relation::Turn { from, to, .. } => format!("{}->{}", said(from), said(to)),
        Relation::Within { said: words, of, .. } => format!("{}~{}", said(words), said(of)),
        Relation::Scored { score, weight, .. } => format!("{} of {}", said(score), said(weight)),
        Relation::Growth { rate, now, by, .. } => format!("{}:{}±{}", said(rate), said(now), said(by)),
        Relation::Difference { of, more, less } => format!("{}={}-{}", said(of), said(more), said(less)),
        Relation::Balance {
            end,
            start,
            plus,
            minus,
        } => {
            let signed =
                |sign: &str, ids: &[usize]| ids.iter().map(|id| format!("{sign}{}", said(id))).collect::<String>();
            format!(
                "{}={}{}{}",
                said(end),
                said(start),
                signed("+", plus),
                signed("-", minus)
            )
        }
        Relation::Product { total, each, times } => format!("{}={}*{}", said(total), said(each), said(times)),
        Relation::Bound { less, more } => format!("{}<={}", said(less), said(more)),
        Relation::Beyond { more, less, .. } => format!("{}>={}", said(more), said(less)),
        Relation::Whole { parts } => format!("100%={}", parts.iter().map(said).collect::<Vec<String>>().join("+")),
        Relation::Count { stated, listed } => format!("{}:{listed}", said(stated)),
    };
    let broken = |relation: &Relation| matches!(ledger.judge(relation), Verdict::Broken { .. });
    let all = ledger.relations.iter();
    all.map(|relation| format!("{}{}", formula(relation), if broken(relation) { "✗" } else { "" }))
        .collect()
}

/// Texts with the relations that are read in them.
pub fn reads(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, relations(text)))
        .filter(|(_, expected, read)| *read != **expected)
        .map(|(text, expected, read)| format!("{text}\n  expected {expected:?}\n  read     {read:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sums_in_prose() {
    reads(&[
        (
            "下达水利资金1,520万元，其中：水库维护900万元、灌区改造480万元、河湖管护40万元、水土保持90万元。",
            &["1,520万元=900万元+480万元+40万元+90万元✗"],
        ),
        (
            "接待费支出5.20万元，包括：市场监管专项1.10万元；执法办案3.00万元；行政运行1.50万元。",
            &["5.20万元=1.10万元+3.00万元+1.50万元✗"],
        ),
        (
            "全市共投入补助资金860万元。其中中央资金400万元，省级资金200万元，县级资金290万元。",
            &["860万元=400万元+200万元+290万元✗"],
        ),
        ("安排资金210万元，其中项目管理费2.1万元，已拨付209.5万元。", &[]),
        (
            "2023年预算安排900万元，全年支出855万元，其中道路工程支出600万元，绿化工程支出275万元，预算执行率98%。",
            &["855万元=600万元+275万元✗", "98%=855万元/900万元✗"],
        ),
        (
            "预拨资金700万元，年终清算资金300万元，2023年度项目资金共计1000万元。",
            &["1000万元=700万元+300万元"],
        ),
        (
            "道路工程400万元、绿化工程200万元，合计650万元。",
            &["650万元=400万元+200万元✗"],
        ),
        (
            "项目资金120万元由市级资金50万元、区级资金80万元组成。",
            &["120万元=50万元+80万元✗"],
        ),
        (
            "救助160户（低保147户，低边8户，特困6户）困难家庭。",
            &["160户=147户+8户+6户✗"],
        ),
        (
            "共投入120万元，其中市级资金50万元、区级资金30万元。",
            &["120万元=50万元+30万元?"],
        ),
        (
            "资金500万元，支出480万元，其中甲300万元、乙200万元。",
            &["500万元=300万元+200万元"],
        ),
        ("在职59人，其中行政36人，事业23人，离退休41人。", &["59人=36人+23人"]),
        (
            "自评得分95.5分，其中：投入10分、过程19分、产出38分、效益28.5分。",
            &["95.5分=10分+19分+38分+28.5分"],
        ),
        (
            "总支出1.2亿元，其中基本支出5,000万元，占41.67%；项目支出7,000万元，占58.33%。",
            &[
                "1.2亿元=5,000万元+7,000万元",
                "41.67%=5,000万元/1.2亿元",
                "58.33%=7,000万元/1.2亿元",
            ],
        ),
    ]);
}

#[test]
fn rates_and_changes_in_prose() {
    reads(&[
        ("中央资金640万元，完成512万元，执行率85%。", &["85%=512万元/640万元✗"]),
        (
            "收入总计735万元，比上年减少15万元，下降0.2%。",
            &["0.2%:735万元±15万元✗"],
        ),
        (
            "调整后预算14,215.80万元，较年初增加1,355.35万元，增长10.54%。",
            &["10.54%:14,215.80万元±1,355.35万元"],
        ),
        (
            "年初预算12,860.45万元，调整后预算14,215.80万元，较年初增加1,335.35万元。",
            &["1,335.35万元=14,215.80万元-12,860.45万元✗"],
        ),
        (
            "2023年项目预算480.00万元，实际支出456.00万元，预算执行率95.00%，结余24.00万元。",
            &["95.00%=456.00万元/480.00万元", "24.00万元=480.00万元-456.00万元"],
        ),
        (
            "2023年项目预算480.00万元，实际支出456.00万元，结余34.00万元。",
            &["34.00万元=480.00万元-456.00万元✗"],
        ),
        (
            "预算执行率96.86%，比上年的93.21%提高3.56个百分点。",
            &["3.56个百分点=96.86%-93.21%✗"],
        ),
        (
            "厨余垃圾日均分出82.1吨，比2022年的76.5吨增长7.8%。",
            &["7.8%:82.1吨<76.5吨✗"],
        ),
        ("12个项目中，按期完工9个，按期完工率75%。", &["75%=9个/12个"]),
        ("12个项目中，按期完工9个，按期完工率57%。", &["57%=9个/12个✗"]),
        (
            "全县共完成水利投资4.26亿元，为年度计划4亿元的106.5%。",
            &["106.5%=4.26亿元/4亿元"],
        ),
        ("上年安排700万元，本年支出735万元，增长6%。", &["6%:735万元<700万元✗"]),
    ]);
}

#[test]
fn what_a_budget_became() {
    reads(&[
        (
            "2024年年初预算900万元，年中追加防汛资金80万元、危桥资金20万元，收回结余30万元，调整后预算980万元。",
            &["980万元=900万元+80万元+20万元-30万元✗"],
        ),
        (
            "年初预算900.00万元，追加100.00万元，追加幅度12.11%，全年预算1,000.00万元。",
            &["1,000.00万元=900.00万元+100.00万元", "12.11%=100.00万元/900.00万元✗"],
        ),
        (
            "年初预算900.00万元，调减45.00万元，调整后预算855.00万元，调减幅度5.26%。",
            &["855.00万元=900.00万元-45.00万元", "5.26%:855.00万元<900.00万元✗"],
        ),
        // What was added is not all named.
        ("年初预算900万元，主要追加防汛资金80万元，调整后预算1,000万元。", &[]),
        ("年初预算900万元，调整后预算1,000万元，较上年增长6.5%。", &[]),
        // In brackets behind a part, which is what they are of.
        (
            "年初预算900万元，追加40万元。全年支出中，基本支出318.6万元（调整后预算332.3万元），项目支出500万元。",
            &[],
        ),
        // Of one project.
        (
            "年初预算900万元，其中道路工程500万元，追加20万元，道路工程调整预算510万元。",
            &[],
        ),
    ]);
}

#[test]
fn lists_that_say_what_they_divide() {
    reads(&[
        (
            "全年支出900万元。按功能分类，教育支出500万元，卫生支出300万元，农林水支出120万元。",
            &["900万元=500万元+300万元+120万元✗"],
        ),
        (
            "救助支出400万元。救助支出中，城市250万元、农村170万元。",
            &["400万元=250万元+170万元✗"],
        ),
        (
            "签约项目10个，投资额9.5亿元。其中工业项目6个、投资额6.0亿元，农业项目5个、投资额3.5亿元。",
            &["9.5亿元=6.0亿元+3.5亿元", "10个=6个+5个✗"],
        ),
        (
            "综合得分93.5分，其中过程20分，得18.5分；产出50分，得47.0分；效益30分，得29.0分。",
            &["93.5分=18.5分+47.0分+29.0分✗"],
        ),
        ("12项任务中，已完成的9项、未完成的2项。", &["12项=9项+2项✗"]),
        // The best of them, some of them, or of several kinds that overlap.
        ("有企业50家，其中国家级2家、省级11家。", &["50家=2家+11家?"]),
        ("职工120人中，党员60人，本科以上学历80人。", &[]),
        ("全年支出900万元。从重点看，教育支出500万元，卫生支出300万元。", &[]),
    ]);
}

#[test]
fn shares_and_averages() {
    reads(&[
        (
            "全年支出800万元，其中基本支出300万元，项目支出500万元，项目支出占全年支出的65.2%。",
            &["800万元=300万元+500万元", "65.2%=500万元/800万元✗"],
        ),
        (
            "全年支出800万元，一般公共预算600万元，政府性基金200万元，分别占75%和35%。",
            &["75%=600万元/800万元", "35%=200万元/800万元✗", "800万元=600万元+200万元"],
        ),
        (
            "全年办理900件中，甲类450件，占50%；乙类270件，占30%；丙类180件，占25%。",
            &[
                "900件=450件+270件+180件",
                "50%=450件/900件",
                "30%=270件/900件",
                "25%=180件/900件✗",
            ],
        ),
        (
            "发放奖补资金300万元，惠及企业60家，户均5.00元。",
            &["300万元=5.00元*60家✗"],
        ),
        ("发放奖补资金300万元，惠及企业60家，户均5.00万元。", &[]),
        ("新聘教师90人，研究生学历30人，占33.3%。", &[]),
        // Of a whole that is not said here.
        ("一线人员60人，占全部职工的48%。", &[]),
        ("人均可支配收入2.1万元，惠及农户320户。", &[]),
        // An average is rounded, what each has by rule is not.
        ("举办招聘会24场，帮助就业共5,240人，平均每场218人。", &[]),
        ("共24所学校，每校配备4台，共98台。", &["98台=4台*24所✗"]),
        (
            "举办村医培训班8期，培训村医400人次，平均每期80人次。",
            &["400人次=80人次*8期✗"],
        ),
        ("举办村医培训班8期，培训村医401人次，平均每期50人次。", &[]),
        ("开展义诊12场、讲座6场，服务群众720人次，平均每场60人次。", &[]),
    ]);
}

/// Texts in which nothing contradicts anything.
pub fn left_alone(texts: &[&str]) {
    for text in texts {
        let broken: Vec<String> = relations(text).into_iter().filter(|one| one.ends_with('✗')).collect();
        assert_eq!(broken, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_each_has_is_no_whole() {
    left_alone(&[
        "在6个乡镇各发放问卷40份，共240份，收回234份，回收率97.50%。",
        "每村发放问卷20份，8个村收回156份。",
        "2024年初，管委会部门预算为12,650.00万元；因承接专项，年中追加1,518.00万元，增幅12.00%。",
    ]);
    reads(&[("全年发放问卷240份，收回243份。", &["243份<=240份✗"])]);
}
