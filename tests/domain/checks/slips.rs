//! Slips of the pen, E1 within a paragraph, E14 and E15, and D2 of rows: texts that must be told, and at least twenty
//! beside each that must not.

use crate::drafts::{add, check, findings, indicator, indicator_field, new, set};
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::checks::texts::typos;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List};

fn text(words: &str) -> impl FnOnce(&mut Draft) + '_ {
    move |draft| set(draft, Field::Achievements, words)
}

#[test]
fn e1_numbers_within_a_paragraph() {
    check(
        Code::E1,
        1,
        "第 2 之后是“四是补短板",
        text("一是抓项目；二是强监管；四是补短板。"),
    );
    check(
        Code::E1,
        1,
        "序号重复：第 2 之后是“二是",
        text("一是抓项目。二是强监管。二是补短板。"),
    );
    check(
        Code::E1,
        1,
        "第 1 之后是“第三，",
        text("原因有三：第一，征地慢；第三，资金晚。"),
    );
    check(Code::E1, 1, "③", text("做法：①摸底；③建账。"));
    check(Code::E1, 1, "（3）回访", text("做法：（1）摸底。（3）回访。"));
    for words in [
        "一是抓项目；二是强监管；三是补短板。",
        "一是抓项目。二是强监管。下一步，一是补短板，二是建机制。",
        "一是抓项目，一是强监管。",
        "统一是关键；二是服务。",
        "二是强监管，四是补短板。",
        "第一，征地慢；第二，资金晚；第三，人手少。",
        "第一、第二、第三产业分别增长2%、5%、7%。",
        "第二，资金晚。",
        "①摸底；②建账；③销号。",
        "①摸底；②建账。另：①回访；②复查。",
        "按标准（3）执行。",
        "见附件（1）和附件（3）。",
        "（1）摸底。（2）建账。（3）销号。",
        "其一是时间紧，其三是任务重。",
        "一方面是时间紧；二是任务重。",
        "七是八是说不清楚。",
        "十一是党建；十二是廉政。",
        "第一季度完成30%，第三季度完成75%。",
        "第一名、第三名来自我区。",
        "一是宣传：第一，进村；第二，入户。二是培训。",
        "星期一是例会日，星期三是接待日。",
        "工程分三标段：一是土建，二是机电，三是绿化。",
    ] {
        check(Code::E1, 0, "", text(words));
    }
}

#[test]
fn d2_counts_of_rows() {
    let said = |words: &'static str, missed: usize| {
        move |draft: &mut Draft| {
            for place in 0..8 {
                let actual = if place < missed { "9" } else { "10" };
                let id = indicator(draft, "2", &[("≥", "10", actual)]);
                indicator_field(draft, id, IndicatorField::Name, &format!("任务完成数{place}"));
                indicator_field(draft, id, IndicatorField::DeviationReason, "受天气影响");
            }
            for name in ["道路改造", "桥梁加固", "路灯更新"] {
                let id = add(draft, List::Projects);
                set(draft, Field::ProjectName(id), name);
                set(draft, Field::ProjectAmount(id), "12");
            }
            set(draft, Field::Achievements, words);
        }
    };
    check(
        Code::D2,
        1,
        "这里说的是 10，表里有 8 项指标",
        said("本年度共设置10项绩效指标。", 0),
    );
    check(
        Code::D2,
        1,
        "表里有 8 项指标",
        said("本年度设定三级指标9个，内容明确。", 0),
    );
    check(Code::D2, 1, "表里有 8 项指标", said("9项指标全部完成。", 0));
    check(
        Code::D2,
        1,
        "表里有 2 项指标没有达到目标",
        said("有3项指标未完成，主要受天气影响。", 2),
    );
    check(Code::D2, 1, "没有达到目标", said("未完成的指标1项，原因是天气。", 2));
    check(Code::D2, 1, "表里有 3 个重点项目", said("全年实施4个重点项目。", 0));
    for words in [
        "本年度共设置8项绩效指标。",
        "本年度设定三级指标8个，内容明确。",
        "8项指标全部完成。",
        "有2项指标未完成，主要受天气影响。",
        "未完成的指标2项，原因是天气。",
        "全年实施3个重点项目。",
        "共设置一级指标3个、二级指标9个、三级指标8个。",
        "设置数量指标4个、质量指标2个。",
        "其中产出指标5项，效益指标3项。",
        "上年共设置12项绩效指标。",
        "每个项目设置5项绩效指标。",
        "抽查12项绩效指标，数据真实。",
        "新增绩效指标2项，取消3项。",
        "优化了4项指标的表述。",
        "完成核心指标3项。",
        "下年拟设置10项绩效指标。",
        "省里下达的5项民生指标全部完成。",
        "涉及12个项目、3个部门。",
        "全年实施项目46个，其中区级12个。",
        "近10项指标位居全市前列。",
        "第3项指标未完成。",
        "约束性指标5项全部完成。",
    ] {
        check(Code::D2, 0, "", said(words, 2));
    }
}

#[test]
fn e14_mistyped_words() {
    check(
        Code::E14,
        1,
        "“建立建全”像是“建立健全”的误写",
        text("进一步建立建全各项制度。"),
    );
    check(
        Code::E14,
        1,
        "“拔付”像是“拨付”",
        text("资金及时拔付到位，全年拔付3次。"),
    );
    // Every word of the list is found, mends to the right one, and the right one is none.
    for (wrong, right) in typos::list() {
        let mut draft = new();
        set(&mut draft, Field::Achievements, &format!("情况如下：“{wrong}”。"));
        let found = findings(&draft, Code::E14);
        assert_eq!(found.len(), 1, "{wrong}: {found:?}");
        let fix = found[0].fix.clone().expect("a fix");
        draft.apply(&fix.edit);
        assert_eq!(draft.results.achievements, format!("情况如下：“{right}”。"));
        assert_eq!(findings(&draft, Code::E14), Vec::new(), "{right}");
    }
    let count = typos::list().count();
    assert!((150..=2000).contains(&count), "{count}");
    // Words that only meet by chance.
    for words in [
        "选拔付出较多的干部。",
        "预防犯罪，严防犯罪反弹。",
        "建立消防犯错登记。",
        "各部份额按比例核定。",
        "与周边县区开展和协作单位共建。",
        "工程由院内函告单位。",
        "每月召开招开发商座谈会。",
        "纪要审记录齐全。",
        "资料审合格后归档。",
        "委托推委员会审议。",
        "项目就序时进度作了说明。",
        "补充许可事项3项。",
        "委托律师执行律师调查令。",
        "完成律师培训2场。",
        "各项日支出平均0.3万元。",
        "单项日支出不超过0.2万元。",
        "由自己完成的任务12项。",
        "自己建成的泵站2座。",
        "通讯期间保持联络。",
        "在河提升治理能力方面，下河提档升级。",
        "按预按规定执行。",
        "培训党组识别风险。",
        "引进渡船2艘，推进渡口改造。",
        "工程渡汛方案已批复。",
        "项目的目的的说明。",
        "推动农业做为农服务的主力。",
        "扩大再生产，进行行业整顿，进行行政复议12件。",
        "完成成果验收，完成成本核算。",
        "开展展览3场，开展展销2次。",
        "工作作风明显转变，工作作用发挥较好。",
        "资金金额核对无误。",
        "拒绝算法推荐。",
        "洽谈化工项目2个，座谈化解矛盾。",
        "补助松驰援队伍。",
        "会议签定额管理办法。",
        "后续效评价不另行开展。",
    ] {
        check(Code::E14, 0, "", text(words));
    }
}

#[test]
fn e15_data_of_persons() {
    check(
        Code::E15,
        1,
        "身份证号“110…2X”",
        text("受助人张某，身份证号11010519491231002X。"),
    );
    // Under its name whatever the check digit is.
    check(
        Code::E15,
        1,
        "身份证号“110…21”",
        text("聘用人员身份证号110105194912310021。"),
    );
    check(Code::E15, 1, "身份证号“440…30”", text("名单：李某440106198001011230"));
    check(
        Code::E15,
        1,
        "银行卡号“622…80”",
        text("补贴打入卡号6222020001123456780。"),
    );
    check(Code::E15, 1, "银行卡号", text("卡号 6217 0012 3456 7890 122"));
    check(Code::E15, 1, "手机号码“138…00”", text("受助人王某（13800138000）。"));
    check(Code::E15, 1, "手机号码", text("王某 138-0013-8000"));
    check(Code::E15, 1, "手机号码", |draft| {
        let id = indicator(draft, "2", &[("≥", "1", "1")]);
        indicator_field(draft, id, IndicatorField::Analysis, "回访了13800138000等3户。");
    });
    // The contact that a form asks for is only pointed out.
    let mut draft = new();
    set(&mut draft, Field::Achievements, "填表人：王某，联系电话：13800138000");
    let found = findings(&draft, Code::E15);
    assert_eq!(
        found.iter().map(|finding| finding.severity).collect::<Vec<_>>(),
        [Severity::Advice]
    );
    for words in [
        "流水110105194912310021。",
        "身份证号510107199913120017。",
        "卡号6222020001123456781。",
        "支付13800138000元。",
        "支付13,800,138,000元。",
        "资产13800138000.50元。",
        "热线12345，全年受理13800件。",
        "项目编码13800138000。",
        "合同编号：13800138000。",
        "统一社会信用代码11440106007507XXXX。",
        "统一社会信用代码：91440101MA5CABCD12。",
        "指标文号粤财预13800138000号文。",
        "全年服务13800138000人次。",
        "固定电话020-86561234。",
        "0755-13800138000分机。",
        "2023010120231231",
        "期间20230101—20231231。",
        "12800138000",
        "1380013800",
        "138001380001",
        "编号A13800138000",
        "资金13800138000万元",
        "比率0.13800138000",
        "票据号码00012345678",
    ] {
        check(Code::E15, 0, "", text(words));
    }
}
