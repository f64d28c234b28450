//! 指标体检: goals worded better by rule, and models from the library.

use jiping::documents::project_file::library::entries;
use jiping::domain::checkup::likeness::alike;
use jiping::domain::checkup::wording::{with_number, with_time};
use jiping::domain::scheme::indicator::Indicator;

#[test]
fn goals_are_worded_by_rule() {
    let check = |name: &str, goal: &str, number: &str, time: &str| {
        let row = Indicator {
            name: name.into(),
            goal: goal.into(),
            ..Indicator::default()
        };
        assert_eq!(with_number(&row).unwrap_or_default(), number, "{name} {goal}");
        assert_eq!(with_time(&row).unwrap_or_default(), time, "{name} {goal}");
    };
    check(
        "",
        "加强重点车辆治理及宣传教育、预防道路交通事故。",
        "全年开展重点车辆治理及宣传教育不少于（　）次、预防道路交通事故。",
        "全年加强重点车辆治理及宣传教育、预防道路交通事故。",
    );
    check(
        "居民满意度",
        "",
        "通过问卷调查，居民满意度不低于（　）%，样本不少于（　）份。",
        "全年居民满意度",
    );
    check(
        "服务情况",
        "做好窗口服务，让群众有获得感；按月公开。",
        "做好窗口服务，通过问卷调查，服务对象满意度不低于（　）%，样本不少于（　）份；按月公开。",
        "全年做好窗口服务，让群众有获得感；按月公开。",
    );
    check(
        "",
        "按时完成路面修复",
        "按时完成路面修复，于（　）月底前完成（　）项",
        "于（　）月底前按时完成路面修复",
    );
    check(
        "",
        "补助发放及时。",
        "补助发放及时率达到（　）%。",
        "全年补助发放及时。",
    );
    check(
        "",
        "设备验收全部合格。",
        "设备验收合格率达到100%。",
        "于（　）月底前设备验收全部合格。",
    );
    check(
        "",
        "持续提升城区绿化水平。",
        "持续提升城区绿化水平，比上年提高（　）%。",
        "全年持续提升城区绿化水平。",
    );
    check(
        "",
        "深入推进普法。",
        "全年开展普法不少于（　）次。",
        "全年深入推进普法。",
    );
    check("", "爱国卫生", "爱国卫生，不少于（　）（写明单位）", "全年爱国卫生");
    check("报送率", "100%", "100%，不少于（　）（写明单位）", "全年报送率100%");
    check("", "", "", "");
}

#[test]
fn alike_ones_come_from_the_library() {
    let library = entries();
    let check = |name: &str, goal: &str, expected: &[&str]| {
        let row = Indicator {
            name: name.into(),
            goal: goal.into(),
            ..Indicator::default()
        };
        let found: Vec<&str> = alike(&row, &library)
            .iter()
            .map(|template| &*template.indicator.name)
            .collect();
        assert_eq!(found, expected, "{name} {goal}");
    };
    check("退役军人服务满意度", "", &["服务对象满意度", "群众满意度"]);
    check(
        "垃圾分类",
        "创建垃圾分类投放点不少于2个",
        &["创建垃圾分类投放点数量", "垃圾分类达标率"],
    );
    check("群众满意度", "", &["群众满意度", "居民满意度"]);
    check("某项", "做好服务", &[]);
}
