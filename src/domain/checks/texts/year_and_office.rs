//! D1 年度和单位: the words in which a text says of which office and which year the report is, against 基本信息.
//! They stay behind when last year's report, or another office's, is copied.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::department::Basics;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::prose::brackets::enclosed;
use crate::domain::prose::words::WordList;
use crate::domain::prose::year::{Year, years};
use crate::domain::values::input::Input;

use super::of_reading::OfReading;
use super::reading::Reading;
use crate::domain::prose::stops::{self, Mark};

/// What the report is about, behind its year.
const SUBJECTS: [&str; 5] = [
    "部门整体支出绩效",
    "部门整体绩效",
    "整体支出绩效",
    "部门整体支出",
    "项目支出绩效",
];

/// Words of a sentence that begins the report. Others may well speak of the year before.
const BEGINNING: WordList = WordList::of(&["报告如下", "汇报如下", "情况如下", "自评如下"]);

/// How names of offices end.
const OFFICES: [&str; 19] = [
    "局",
    "委员会",
    "办公室",
    "办事处",
    "街道",
    "人民政府",
    "镇",
    "乡",
    "厅",
    "中心",
    "院",
    "学校",
    "中学",
    "小学",
    "大学",
    "支队",
    "大队",
    "总队",
    "联合会",
];

/// Words before the name of the office, and words for whoever sets the rules, of whom the sentence speaks as well.
const BEFORE: [&str; 6] = ["现将", "将", "对", "关于", "现就", "就"];
const RULING: WordList = WordList::of(&["根据", "按照", "依据", "按", "财政"]);

/// Whether a text may begin a report.
pub fn may_begin(text: &str) -> bool {
    const ABOUT: WordList = WordList::of(&["整体支出", "项目支出绩效", "整体绩效"]);
    ABOUT.any_in(text)
}

/// Finds D1 of the year and of the office, each once.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading { reading, draft, .. } = *of;
    if !reading.may_begin {
        return;
    }
    let text = &reading.text;
    let mut first: Option<Year> = None;
    for range in stops::ranges(text, Mark::Group) {
        let (start, sentence) = (range.start, &text[range]);
        let begins = BEGINNING.any_in(sentence) || is_title(sentence);
        if begins && let Some(own) = own_year(sentence) {
            if let Some(first) = &first {
                found.extend(of_first(reading, start, first.year, &own));
                return;
            }
            let known = found.len();
            of_year(reading, start, &own, draft, found);
            of_office(reading.field, &sentence[..own.range.start], &draft.basics, found);
            if found.len() > known {
                return;
            }
            first = Some(own);
        }
    }
}

/// "白云区教育局2023年度部门整体支出绩效自评报告" by itself on a line.
fn is_title(sentence: &str) -> bool {
    let line = sentence.trim();
    line.ends_with("报告") && !line.contains(['，', '。', '：', '《'])
}

/// The one year of which a sentence says that its report is; none where it says several, or names a document.
fn own_year(sentence: &str) -> Option<Year> {
    let inside = enclosed(sentence);
    let all = years(sentence);
    let mut open = all
        .into_iter()
        .filter(|year| !inside.iter().any(|range| range.contains(&year.range.start)));
    let (own, other) = (open.next()?, open.next());
    let after = sentence.get(own.range.end..)?.trim_start_matches('度');
    (other.is_none() && SUBJECTS.iter().any(|subject| after.starts_with(subject))).then_some(own)
}

/// The title says one year, and 报告如下 another.
fn of_first(reading: &Reading, start: usize, first: u16, own: &Year) -> Option<Finding> {
    let place = start + own.range.start..start + own.range.end;
    let finding = Finding::new(
        Code::D1,
        reading.field,
        format!("这里写的是 {} 年度，前面写的是 {first} 年度。", own.year),
        "核对报告的年度，全文写一样的年度。",
    );
    (own.year != first).then(|| finding.about([(reading.field, place)]))
}

fn of_year(reading: &Reading, start: usize, own: &Year, draft: &Draft, found: &mut Vec<Finding>) {
    let Some(year) = draft.basics.year.value() else { return };
    // A later year is a plan.
    if own.year >= year.get() {
        return;
    }
    let year = year.get();
    let place = start + own.range.start..start + own.range.end;
    let mut mended = reading.text.clone();
    mended.replace_range(place, &format!("{year}年"));
    found.push(
        Finding::new(
            Code::D1,
            reading.field,
            format!("这里写的是 {} 年度，报告的年度是 {year}。", own.year),
            "抄自上年的，改成今年；其余各处也看一遍。",
        )
        .resting_on(vec![Field::Year])
        .with_fix(format!("改为 {year} 年度"), Edit::Set(reading.field, mended)),
    );
}

/// The words before the year, where they are the name of an office, against its own names.
fn of_office(field: Field, before: &str, basics: &Basics, found: &mut Vec<Finding>) {
    let clause = before
        .rsplit(['，', '：', '、', '）', ')', '》', ' '])
        .next()
        .unwrap_or_default()
        .trim();
    if RULING.any_in(clause) || basics.unit.is_blank() {
        return;
    }
    let name = BEFORE
        .iter()
        .find_map(|word| clause.strip_prefix(word))
        .unwrap_or(clause);
    let is_office = name.chars().count() >= 4 && OFFICES.iter().any(|end| name.ends_with(end));
    let own = [basics.unit.trim(), basics.short_name.trim()];
    let is_own = |own: &&str| !own.is_empty() && (own.contains(name) || name.contains(*own));
    // 我局, 本街道: it speaks of itself.
    if !is_office || own.iter().any(is_own) || name.starts_with(['我', '本']) {
        return;
    }
    found.push(
        Finding::new(
            Code::D1,
            field,
            format!("这里写的单位是“{name}”，报告的单位是“{}”。", own[0]),
            "抄自别的单位的，改成本单位；是同一个单位的，把名称写一致。",
        )
        .resting_on(vec![Field::Unit]),
    );
}
