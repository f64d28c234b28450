//! Tables as paper lays them out: heads of several rows, columns by place, cells in the middle of their rows, cells that
//! the width of a column broke, words that nobody heads a column with elsewhere. The offices are many, the indicators
//! always the same two or three.

use jiping::documents::import::reading::reading::read;
use jiping::documents::import::recognised::Slot;
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;

use crate::readings::grid;

const TITLE: &str = "青河县水利局2023年度部门整体支出绩效自评报告";

/// The indicators that passages hold, with all that was read of each.
pub(super) fn check(passages: &[Passage], expected: &[&str]) {
    assert_eq!(rows(passages), expected, "{passages:#?}");
}

/// What was read of the indicators: levels, name, target, actual, weight, score, reason.
pub(super) fn rows(passages: &[Passage]) -> Vec<String> {
    let reading = read(passages);
    let slots = [
        Slot::FirstLevel,
        Slot::SecondLevel,
        Slot::IndicatorName,
        Slot::Target,
        Slot::Actual,
        Slot::Weight,
        Slot::Score,
        Slot::DeviationReason,
    ];
    let rows = reading
        .items
        .iter()
        .filter(|item| item.text(Slot::IndicatorName).is_some());
    let cells = rows.map(|item| slots.map(|slot| item.text(slot).unwrap_or_default()).join("│"));
    cells.map(|row| row.trim_end_matches('│').to_owned()).collect()
}

fn text(text: &str, expected: &[&str]) {
    check(&lay(&format!("{TITLE}\n{text}\n")).passages, expected);
}

#[test]
fn heads_of_several_rows_in_aligned_text() {
    // The frame stands at the beginning of what it frames.
    text(
        "一级指标    二级指标    三级指标        年度指标值              自评          偏差原因\n\
         \x20                                       符号  指标值  实际值  分值  得分    及改进措施\n\
         产出指标    数量指标    新建供水管网    ≥    12公里  13公里  20    20\n\
         \x20           质量指标    水质达标率      ≥    98%     97%     30    29.7    检修\n",
        &[
            "产出指标│数量指标│新建供水管网│12公里│13公里│20│20",
            "产出指标│质量指标│水质达标率│98%│97%│30│29.7│检修",
        ],
    );
    // In the middle of it, with the sign before the number.
    text(
        "一级指标    三级指标            指标值                 完成情况\n\
         \x20                        性质  目标值  单位   实际完成值  权重  自评得分\n\
         产出指标    新建供水管网  ≥    12      公里   13          20    20\n\
         \x20           水质达标率    ≥    98      %      97          30    29.7\n",
        &[
            "产出指标││新建供水管网│≥12公里│13公里│20│20",
            "产出指标││水质达标率│≥98%│97%│30│29.7",
        ],
    );
    // Words that are broken stand higher than the others.
    text(
        "\x20                                     年度        实际\n\
         一级指标    二级指标    三级指标                          分值    得分\n\
         \x20                                     指标值      完成值\n\
         产出指标    数量指标    新建供水管网  ≥12公里    13公里    20      20\n\
         \x20           质量指标    水质达标率    ≥98%       97%       30      29.7\n",
        &[
            "产出指标│数量指标│新建供水管网│≥12公里│13公里│20│20",
            "产出指标│质量指标│水质达标率│≥98%│97%│30│29.7",
        ],
    );
}

#[test]
fn cells_over_several_lines_and_rows() {
    // At the beginning of their rows.
    text(
        "一级指标    二级指标    三级指标      指标值     实际值    分值  得分  原因\n\
         产出指标    数量指标    新建供水管    ≥12公里   13公里    20    20\n\
         \x20                       网长度\n\
         \x20                       改造泵站      ≥4座      3座       10    7.5   一座移到\n\
         \x20                                                                     明年\n\
         \x20           质量指标    水质达标率    ≥98%      97%       30    29.7\n\
         合计                                                        60    57.2\n",
        &[
            "产出指标│数量指标│新建供水管网长度│≥12公里│13公里│20│20",
            "产出指标│数量指标│改造泵站│≥4座│3座│10│7.5│一座移到明年",
            "产出指标│质量指标│水质达标率│≥98%│97%│30│29.7",
        ],
    );
    // In the middle of them.
    text(
        "一级指标    二级指标    三级指标      指标值     实际值    分值  得分  原因\n\
         \x20                       新建供水管网  ≥12公里   13公里    20    20\n\
         \x20           数量指标                                                  一座移到\n\
         产出指标                改造泵站      ≥4座      3座       10    7.5\n\
         \x20                                                                     明年\n\
         \x20           质量指标    水质达标率    ≥98%      97%       30    29.7\n\
         效益指标    社会效益    供水保证率    ≥95%      96%       40    40\n\
         合计                                                        100   97.2\n",
        &[
            "产出指标│数量指标│新建供水管网│≥12公里│13公里│20│20",
            "产出指标│数量指标│改造泵站│≥4座│3座│10│7.5│一座移到明年",
            "产出指标│质量指标│水质达标率│≥98%│97%│30│29.7",
            "效益指标│社会效益│供水保证率│≥95%│96%│40│40",
        ],
    );
}

#[test]
fn cells_that_a_narrow_column_broke() {
    text(
        "一级指标 二级指标 三级指标\n年度\n指标值\n实际\n完成值\n分值 得分\n原因\n\
         产出指标\n（50分）\n数量指标 新建供水管网 ≥12公里 13公里 20 20\n\
         成本指标\n每公里管网\n造价\n≤48万元/\n公里\n49万元/\n公里\n10 9.8\n钢材涨价，\n2024年8月底前核\n减\n\
         社会效益\n指标\n供水保证率 ≥95% 96% 30 30\n总分 60 59.8\n",
        &[
            "产出指标│数量指标│新建供水管网│≥12公里│13公里│20│20",
            "产出指标│成本指标│每公里管网造价│≤48万元/公里│49万元/公里│10│9.8│钢材涨价，2024年8月底前核减",
            "产出指标│社会效益指标│供水保证率│≥95%│96%│30│30",
        ],
    );
}

#[test]
fn days_are_results_and_prose_ends_a_table() {
    // A day on which something was done is no head 完成 of a part of the year.
    text(
        "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n\
         产出指标（50分）\t数量指标\t新建水厂\t≥2座\t2座\t30\t30\n\
         产出指标（50分）\t时效指标\t管网贯通时间\t2023年10月31日前\t2023年10月20日完成\t20\t20\n\
         满意度指标\t服务对象满意度指标\t用水户满意度\t≥90%\t95%\t10\t10\n",
        &[
            "产出指标│数量指标│新建水厂│≥2座│2座│30│30",
            "产出指标│时效指标│管网贯通时间│2023年10月31日前│2023年10月20日完成│20│20",
            "满意度指标│服务对象满意度指标│用水户满意度│≥90%│95%│10│10",
        ],
    );
    // Behind the last row a sentence ends and another goes on past the width of the page.
    text(
        "一级指标 二级指标 三级指标 分值 年度目标值 实际完成值 得分\n\
         产出指标 数量指标 新建水厂 30 ≥2座 2座 30\n\
         质量指标 水质达标率 30 ≥98% 97% 29.69\n\
         满意度指标 服务对象满意度指标 用水户满意度 30 ≥90% 95% 30\n\
         预算执行率得分为10×98.00%=9.80分。我局2023年度部\n\
         门整体支出绩效自评得分99.49分，等级为“优”。\n",
        &[
            "产出指标│数量指标│新建水厂│≥2座│2座│30│30",
            "产出指标│质量指标│水质达标率│≥98%│97%│30│29.69",
            "满意度指标│服务对象满意度指标│用水户满意度│≥90%│95%│30│30",
        ],
    );
}

#[test]
fn heads_that_nobody_knows_mean_what_is_missing_there() {
    let rows = [
        "产出指标│数量指标│新建供水管网│≥12公里│13公里│20│20",
        "产出指标│质量指标│水质达标率│≥98%│97%│30│29.7",
    ];
    for head in [
        "一级指标 二级指标 三级指标 年度指标 实际值 指标分值 自评得分",
        "一级指标 二级指标 三级指标 申报数 完成值 标准分 得分",
        "一级指标 二级指标 指标名称 指标值 年底数 分值 得分",
    ] {
        text(
            &format!(
                "{head}\n产出指标 数量指标 新建供水管网 ≥12公里 13公里 20 20\n\
                 产出指标 质量指标 水质达标率 ≥98% 97% 30 29.7\n合计 50 49.7"
            ),
            &rows,
        );
        let head = head.replace(' ', "|");
        let table = grid(&[
            &head,
            "产出指标|数量指标|新建供水管网|≥12公里|13公里|20|20",
            "产出指标|质量指标|水质达标率|≥98%|97%|30|29.7",
        ]);
        check(&[Passage::text(TITLE), table], &rows);
    }
    // Two heads for one missing column say nothing.
    check(
        &[
            Passage::text(TITLE),
            grid(&["三级指标|甲|乙|实际完成值|分值|得分", "新建供水管网|1|2|13公里|20|20"]),
        ],
        &["││新建供水管网││13公里│20│20"],
    );
}

#[test]
fn of_several_columns_of_points_those_that_make_the_whole() {
    let rows = [
        "决策│立项│立项规范性│规范│规范│20│20",
        "决策│目标│目标合理性│合理│合理│20│18",
        "产出│数量│新建供水管网│≥12公里│13公里│60│60",
    ];
    // A weight behind each level, spread over its rows or standing at the first of them.
    for table in [
        [
            "一级指标|权重|二级指标|权重|三级指标|权重|目标值|实际值|得分",
            "决策|40|立项|20|立项规范性|20|规范|规范|20",
            "决策|40|目标|20|目标合理性|20|合理|合理|18",
            "产出|60|数量|60|新建供水管网|60|≥12公里|13公里|60",
        ],
        [
            "一级指标|分值|二级指标|分值|三级指标|分值|目标值|实际值|得分",
            "决策|40|立项|20|立项规范性|20|规范|规范|20",
            "||目标|20|目标合理性|20|合理|合理|18",
            "产出|60|数量|60|新建供水管网|60|≥12公里|13公里|60",
        ],
        // A hundred points for each, and beside them what they count.
        [
            "一级指标|二级指标|三级指标|目标值|实际值|指标分值|指标得分|权重占比|折算得分",
            "决策|立项|立项规范性|规范|规范|100|100|20%|20",
            "决策|目标|目标合理性|合理|合理|100|90|20%|18",
            "产出|数量|新建供水管网|≥12公里|13公里|100|100|60%|60",
        ],
    ] {
        check(&[Passage::text(TITLE), grid(&table)], &rows);
    }
}

#[test]
fn indicators_told_in_sentences() {
    // The points in brackets, the rate of the two between them.
    text(
        "三、绩效目标完成情况\n（一）产出指标（50分）。\n\
         数量指标2项共30分：新建供水管网（20分）计划12公里，实际完成13公里，完成率108.33%，得20分；河道巡查（10分）计划不少于480点次，\
         实际完成432点次，完成率90%，得9分，主要原因是汛期封路。\n\
         成本指标1项20分：每公里造价（20分）目标控制在48万元以内，实际47.5万元，得20分。\n\
         （二）满意度指标（10分）。用水户满意度（10分）目标90%以上，收回问卷575份，实际91.3%，得10分。",
        &[
            "产出指标│数量指标│新建供水管网│12公里│13公里│20│20",
            "产出指标│数量指标│河道巡查│不少于480点次│432点次│10│9│主要原因是汛期封路",
            "产出指标│成本指标│每公里造价│48万元以内│47.5万元│20│20",
            "满意度指标││用水户满意度│90%以上│91.3%│10│10",
        ],
    );
    // A list, the points at the end, a month.
    text(
        "数量指标方面，一是新建供水管网，年初目标12公里，实际完成13公里，该项分值20分，自评20分；二是水费收缴入库，目标2.5万笔，\
         实际2.63万笔，分值10分，自评10分。时效指标方面，水厂改造完工时间要求在10月底前，由于征地延误，实际于11月下旬完工，分值10分，\
         扣2分，自评8分。",
        &[
            "│数量指标│新建供水管网│12公里│13公里│20│20",
            "│数量指标│水费收缴入库│2.5万笔│2.63万笔│10│10",
            "│时效指标│水厂改造完工时间│10月底前│11月下旬│10│8",
        ],
    );
    // The points first, and what was reached before what was aimed at.
    text(
        "（一）产出指标。得8分（满分8分）：新建供水管网，实际完成13公里，目标12公里。得7.5分（满分10分）：改造泵站，实际完成3座，目标4座。\n\
         （二）效益指标。得28分（满分30分）：供水保证率，实际达到94%，目标不低于95%。",
        &[
            "产出指标││新建供水管网│12公里│13公里│8│8",
            "产出指标││改造泵站│4座│3座│10│7.5",
            "效益指标││供水保证率│不低于95%│94%│30│28",
        ],
    );
    // Words about the work: one date, and no level.
    text(
        "老旧小区改造完工6个，新开小区于12月20日完工，比计划的11月30日推迟20天。全年办件目标3000件以上，实际办结3120件。",
        &[],
    );
    // Several in one sentence.
    text(
        "产出指标方面，新建供水管网目标12公里，实际完成13公里，改造泵站目标4座，实际完成3座。",
        &["产出指标││新建供水管网│12公里│13公里", "产出指标││改造泵站│4座│3座"],
    );
    text(
        "全年完成水质检测30次（目标28次），发放节水手册5000份（目标4800份）。",
        &["││完成水质检测│28次│30次", "││发放节水手册│4800份│5000份"],
    );
    // Among indicators that have their points, other sentences tell none; the money of the office is none.
    text(
        "新建供水管网（20分）目标12公里，实际13公里，得20分。改造泵站（10分）目标4座，实际3座，得7.5分。水费收入（10分）目标1,200万元，\
         实际1,318万元，得10分。全年预算支出计划1,200万元，实际1,100万元。检查河道目标40次，实际完成38次。",
        &[
            "││新建供水管网│12公里│13公里│20│20",
            "││改造泵站│4座│3座│10│7.5",
            "││水费收入│1,200万元│1,318万元│10│10",
        ],
    );
}
