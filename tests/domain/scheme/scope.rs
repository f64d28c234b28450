//! 适用范围: which offices and which years a scheme is for; what can be read in two ways says nothing.

use jiping::domain::scheme::scope::{suits_place, suits_year};

#[test]
fn places() {
    let check = |scheme: &str, office: &str, expected: Option<bool>| {
        assert_eq!(suits_place(scheme, office), expected, "{scheme} for {office}");
    };
    check("", "四川省成都市", Some(true));
    check("全国", "", Some(true));
    check("湖北省", "湖北省黄石市下陆区", Some(true));
    check("湖北省", "湖北黄石", Some(true));
    check("湖北省", "四川省成都市", Some(false));
    check("重庆市", "重庆市渝中区", Some(true));
    check("重庆市", "四川省", Some(false));
    check("广西壮族自治区", "广西南宁市", Some(true));
    check("广西壮族自治区", "广东省", Some(false));
    check("吉林省", "吉林省吉林市船营区", Some(true));
    check("吉林省吉林市", "吉林市船营区", Some(true));
    // The name of the office says where it is as well.
    check("广东省广州市白云区", "广州市白云区人民政府白云湖街道办事处", Some(true));
    check("广东省广州市白云区", "成都市武侯区教育局", Some(false));
    check("广东省广州市白云区", "广州市越秀区教育局", Some(false));
    check("广东省广州市白云区", "大英县司法局", Some(false));
    check("北京市海淀区", "北京市海淀区学院路街道办事处", Some(true));
    check("北京市海淀区", "北京市朝阳区", Some(false));
    check("山东省济南市市中区", "济南市市中区财政局", Some(true));
    check("云南省保山市", "云南省丽江市古城区", Some(false));
    check("湖南省永州市", "湖南省永州市零陵区", Some(true));
    check("青海省海南藏族自治州", "海南省", Some(false));
    check("海南省", "海南藏族自治州共和县", None);
    check("江州市南湾区", "临海市北湾区交通运输局", Some(false));
    check("浙江省杭州市", "浙江省杭州市", Some(true));
    // Not enough is known.
    check("湖北省", "", None);
    check("湖北省", "人民南路街道办事处", None);
    check("湖北省", "黄石市文物局", None);
    check("湖北省随州市广水市", "湖北省随州市", None);
    check("湖北省随州市广水市", "湖北省", None);
    check("河北省邯郸市成安县", "成安县教育局", Some(true));
    check("河北省成安县", "河北省邯郸市成安县", Some(true));
    check("某地", "湖北省", None);
}

#[test]
fn years() {
    let check = |scheme: &str, year: u16, expected: Option<bool>| {
        assert_eq!(suits_year(scheme, year), expected, "{scheme} for {year}");
    };
    check("2020 年起", 2020, Some(true));
    check("2020 年起", 2025, Some(true));
    check("2020年起", 2019, Some(false));
    check("2022", 2022, Some(true));
    check("2022", 2025, Some(false));
    check("2022年度", 2023, Some(false));
    check("2019—2021 年", 2020, Some(true));
    check("2019—2021 年", 2022, Some(false));
    check("", 2022, None);
    check("试行", 2022, None);
    check("12345", 2022, None);
}
