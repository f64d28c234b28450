//! 成套的分项: kinds that together are all there is of something, so that their parts make the whole even where the
//! words leave it open.

/// Kinds that are all there are of something, so that their parts make the whole: 人员经费 and 公用经费.
const WHOLES: [&[&str]; 38] = [
    &["管理岗", "专技"],
    &["管理岗", "专业技术"],
    &["管理人员", "专业技术"],
    &["干部", "工人"],
    &["公务员", "事业"],
    &["在编", "编外"],
    &["上半年", "下半年"],
    &["建成", "在建"],
    &["已完工", "在建"],
    &["门诊", "住院"],
    &["通过", "未通过"],
    &["一般程序", "简易程序"],
    &["个体", "集体"],
    &["个人", "集体"],
    &["机关", "下属"],
    &["旧存", "新收"],
    &["省内", "省外"],
    &["县内", "县外"],
    &["室内", "室外"],
    &["合格", "不合格"],
    &["纸质", "电子"],
    &["国有", "非国有"],
    &["脱贫", "非脱贫"],
    &["专任教师", "行政"],
    &["人员", "公用"],
    &["基本支出", "项目支出"],
    &["城市", "农村"],
    &["城镇", "农村"],
    &["男", "女"],
    &["公办", "民办"],
    &["上级", "本级"],
    &["财政", "自筹"],
    &["线上", "线下"],
    &["一般公共预算", "政府性基金"],
    &["得满分", "扣分"],
    &["按期", "逾期"],
    &["已完成", "未完成"],
    &["行政", "事业"],
];

/// The grades of government that money comes from.
const GRADES: [&str; 7] = ["中央", "自治区", "省", "市", "区", "县", "本级"];

/// Whether the names of parts are those of kinds that make a whole.
pub fn is_whole_set(names: &[&str]) -> bool {
    let all = |kinds: &[&str]| {
        kinds.len() <= names.len() && kinds.iter().all(|kind| names.iter().any(|name| name.starts_with(kind)))
    };
    let of_grade = |name: &&&str| {
        GRADES.iter().any(|grade| name.starts_with(grade))
            && (name.contains('级') || name.contains("中央") || name.contains("自治区"))
    };
    WHOLES.iter().any(|kinds| all(kinds)) || names.len() > 2 && names.iter().filter(of_grade).count() + 1 >= names.len()
}
