//! D8 说的是别的项目: 受益老年人 in the form of a road. Who benefits by one indicator belongs to a trade of which
//! nothing else in the form speaks.

use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::shared::Shared;

/// A trade: those it serves, and further words by which it is known.
struct Trade {
    served: WordList,
    known: WordList,
}

macro_rules! trades {
    ($([$($served:literal),+] [$($known:literal),+],)+) => {
        [$(Trade { served: WordList::of(&[$($served),+]), known: WordList::of(&[$($known),+]) }),+]
    };
}

const TRADES: [Trade; 12] = trades! {
    ["老年人", "老人", "高龄"] ["养老", "敬老", "老龄", "助老", "适老", "为老", "民政", "居家", "老旧", "低保", "特困", "就餐"],
    ["学生", "教师", "师生", "家长", "幼儿"] ["学校", "教育", "教学", "校园", "校舍", "课", "幼儿园", "中学", "小学", "助学", "学位", "义务", "培训", "青少年", "研学", "科普"],
    ["患者", "病人", "就诊", "孕产妇"] ["医院", "医疗", "诊疗", "卫生", "疾控", "疫苗", "健康", "护理", "临床", "妇幼", "救治", "献血", "120"],
    ["残疾人"] ["残联", "康复", "无障碍", "助残", "辅具", "残疾"],
    ["退役军人", "优抚对象", "烈属"] ["退役", "双拥", "优抚", "烈士", "军休", "军人", "征兵", "武装"],
    ["旅客", "乘客", "车主"] ["公交", "客运", "地铁", "航线", "轨道", "出租", "站场", "机场", "铁路", "交通", "道路", "公路", "停车", "充电"],
    ["游客", "观众", "读者"] ["旅游", "文旅", "景区", "文化", "图书", "博物", "演出", "展览", "影", "公园", "体育", "赛事", "乡村", "古"],
    ["农户", "农民", "种粮", "养殖户"] ["农", "粮", "种植", "养殖", "畜", "灌", "田", "村", "水利", "水库", "渠", "林", "渔", "饮水"],
    ["用水户", "供水用户"] ["供水", "饮水", "自来水", "管网", "水厂", "水利", "灌", "节水", "水"],
    ["贫困户", "脱贫户", "低保对象"] ["扶贫", "帮扶", "振兴", "脱贫", "低保", "救助", "民政", "特困", "农", "村"],
    ["企业家", "纳税人", "缴费人"] ["企业", "税", "营商", "产业", "园区", "工业", "招商", "商", "社保", "非税"],
    ["考生", "参赛选手"] ["考试", "招生", "竞赛", "比赛", "赛", "招录", "考", "学校", "教育", "体育"],
};

/// Finds D8 of the form of one project.
pub fn check(draft: &Draft) -> Vec<Finding> {
    let title = draft.basics.project.trim();
    // A title that tells no trade leaves everything open.
    if draft.scheme.kind != ReportKind::Project || !TRADES.iter().any(|trade| trade.is_spoken_of(title)) {
        return Vec::new();
    }
    let goals = [&draft.objectives.overall, &draft.objectives.achieved];
    let tell = |row: &Shared<Indicator>| {
        let name = row.name.trim();
        let trade = TRADES.iter().find(|trade| trade.served.any_in(name))?;
        let is_of_project = trade.known.any_in(name)
            || trade.is_spoken_of(title)
            || goals.iter().any(|text| trade.is_spoken_of(text))
            || draft
                .indicators
                .iter()
                .any(|other| other.id != row.id && texts(other).iter().any(|text| trade.is_spoken_of(text)));
        (!is_of_project).then(|| {
            Finding::new(
                Code::D8,
                Field::Indicator(row.id, IndicatorField::Name),
                format!("{}说的像是别的项目，“{title}”里没有别处提到它。", own_name(row)),
                "从别的项目抄来的，改成本项目的受益对象；确实有关的，在绩效目标里写明。",
            )
            .resting_on(vec![Field::ProjectTitle, Field::OverallObjective])
        })
    };
    draft.indicators.iter().filter_map(tell).collect()
}

/// Whether two drafts say the same of what their project is, so that nothing new can be found.
pub fn says_the_same(earlier: &Draft, draft: &Draft) -> bool {
    let about = |draft: &'_ Draft| (draft.scheme.kind, draft.basics.project.clone());
    if draft.scheme.kind != ReportKind::Project {
        return earlier.scheme.kind == draft.scheme.kind;
    }
    let mut rows = earlier.indicators.iter().zip(&draft.indicators);
    about(earlier) == about(draft)
        && earlier.objectives.overall == draft.objectives.overall
        && earlier.objectives.achieved == draft.objectives.achieved
        && earlier.indicators.len() == draft.indicators.len()
        && rows.all(|(one, other)| one.is_same(other) || (one.id == other.id && texts(one) == texts(other)))
}

/// What of an indicator says whom and what it is about.
fn texts(row: &Indicator) -> [&str; 3] {
    [&row.name, &row.goal, &row.analysis]
}

impl Trade {
    /// Whether a text speaks of it.
    fn is_spoken_of(&self, text: &str) -> bool {
        self.known.any_in(text) || self.served.any_in(text)
    }
}
