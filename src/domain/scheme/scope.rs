//! 适用范围: the place and the years that a scheme is for, held against an office's. What can be read in two ways
//! says nothing.

/// 省、自治区、直辖市, as their full names are written.
pub const PROVINCES: [&str; 31] = [
    "北京市",
    "天津市",
    "河北省",
    "山西省",
    "内蒙古自治区",
    "辽宁省",
    "吉林省",
    "黑龙江省",
    "上海市",
    "江苏省",
    "浙江省",
    "安徽省",
    "福建省",
    "江西省",
    "山东省",
    "河南省",
    "湖北省",
    "湖南省",
    "广东省",
    "广西壮族自治区",
    "海南省",
    "重庆市",
    "四川省",
    "贵州省",
    "云南省",
    "西藏自治区",
    "陕西省",
    "甘肃省",
    "青海省",
    "宁夏回族自治区",
    "新疆维吾尔自治区",
];

/// 适用地区 of a scheme that is for everyone.
pub const EVERYWHERE: &str = "全国";

/// The endings of the levels below a province.
const ENDINGS: [char; 6] = ['市', '区', '县', '州', '盟', '旗'];

/// What begins the name of an office, where that of a place has ended.
const OFFICE: [char; 8] = ['府', '局', '委', '会', '厅', '院', '办', '校'];

/// A place by its levels.
struct Place<'a> {
    province: Option<&'static str>,
    /// 市, 县 and so on, the largest first.
    below: Vec<&'a str>,
}

/// Whether a scheme for one place suits an office in another, which the office's name may say: "成都市武侯区教育局".
/// None where too little is known.
pub fn suits_place(scheme: &str, office: &str) -> Option<bool> {
    let scheme = scheme.trim();
    if scheme.is_empty() || scheme == EVERYWHERE {
        return Some(true);
    }
    let (scheme, office) = (place(scheme), place(office.trim()));
    if let (Some(one), Some(other)) = (scheme.province, office.province)
        && one != other
    {
        return Some(false);
    }
    let (Some(first), false) = (scheme.below.first(), office.below.is_empty()) else {
        // A scheme of a whole province suits all of it; one of a part of it may or may not suit the rest.
        let whole = scheme.below.is_empty() && scheme.province.is_some() && office.province.is_some();
        return whole.then_some(true);
    };
    // Either may leave out the levels above: 成安县 is 邯郸市成安县.
    let at = |levels: &[&str], wanted: &str| levels.iter().position(|level| same(level, wanted));
    let (ours, theirs) = match (
        at(&scheme.below, office.below.first().copied().unwrap_or_default()),
        at(&office.below, first),
    ) {
        (Some(skipped), _) => (scheme.below.get(skipped..)?, office.below.as_slice()),
        (None, Some(skipped)) => (scheme.below.as_slice(), office.below.get(skipped..)?),
        (None, None) => return Some(false),
    };
    if !ours.iter().zip(theirs).all(|(one, other)| same(one, other)) {
        return Some(false);
    }
    // An office above the scheme's own level is not told apart from one that names only a part of its place.
    (ours.len() <= theirs.len()).then_some(true)
}

/// The levels that a text begins with.
fn place(text: &str) -> Place<'_> {
    let found = PROVINCES.iter().find(|province| text.starts_with(short(province)));
    let Some(province) = found.copied() else {
        return Place {
            province: None,
            below: levels(text),
        };
    };
    let rest = text.get(short(province).len()..).unwrap_or_default();
    let rest = match text.strip_prefix(province).or_else(|| rest.strip_prefix("自治区")) {
        Some(rest) => rest,
        // 吉林市 is a city of 吉林省.
        None if rest.starts_with('市') => text,
        // 海南藏族自治州 is not of 海南省.
        None if rest.chars().take(4).any(|letter| letter == '族') => {
            return Place {
                province: None,
                below: levels(text),
            };
        }
        None => rest,
    };
    Place {
        province: Some(province),
        below: levels(rest),
    }
}

/// A province as it is called in short: 四川, 内蒙古.
fn short(province: &str) -> &str {
    let letters = match province.starts_with("内蒙古") || province.starts_with("黑龙江") {
        true => 3,
        false => 2,
    };
    let end = province
        .char_indices()
        .nth(letters)
        .map_or(province.len(), |(at, _)| at);
    province.get(..end).unwrap_or(province)
}

fn levels(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut letters = text.char_indices().peekable();
    let mut length = 0;
    while let Some((at, letter)) = letters.next() {
        length += 1;
        if OFFICE.contains(&letter) {
            break;
        }
        let next = letters.peek().map(|(_, next)| *next);
        // 永州市 and 杭州 are names in which 州 does not end a level.
        let goes_on = letter == '州' && next.is_some_and(|next| ENDINGS.contains(&next));
        if !ENDINGS.contains(&letter) || length < 2 || goes_on {
            continue;
        }
        let end = at + letter.len_utf8();
        found.extend(text.get(begin..end));
        (begin, length) = (end, 0);
    }
    found
}

/// Whether two levels are the same, written with or without their ending.
fn same(one: &str, other: &str) -> bool {
    fn bare(level: &str) -> &str {
        let ending = level.chars().count() > 2;
        level.strip_suffix(ENDINGS).filter(|_| ending).unwrap_or(level)
    }
    bare(one) == bare(other)
}

/// Whether a scheme for such years suits a year: "2020 年起", "2022", "2019—2021 年". None where no year can be read.
pub fn suits_year(scheme: &str, year: u16) -> Option<bool> {
    let numbers = scheme.split(|letter: char| !letter.is_ascii_digit());
    let years: Vec<u16> = numbers
        .filter(|number| number.len() == 4)
        .filter_map(|number| number.parse().ok())
        .collect();
    let (first, last) = (*years.first()?, *years.last()?);
    Some(first <= year && (year <= last || scheme.contains('起')))
}
