//! Any text and any passages: nothing panics, nothing is lost, nothing takes long.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use jiping::documents::import::compose::compose::{draft, next_year};
use jiping::documents::import::compose::kept::Kept;
use jiping::documents::import::reading::reading::{Reading, read};
use jiping::documents::import::recognised::Source;
use jiping::documents::import::text::lines::{is_invisible, lay};
use jiping::documents::passage::Passage;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

const FIXTURE: &str = include_str!("../../fixtures/intake-2022.txt");

fn visible(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars()
        .filter(|c| !is_invisible(*c))
        .for_each(|c| *counts.entry(c).or_default() += 1);
    counts
}

fn shown(passage: &Passage) -> String {
    match passage {
        Passage::Paragraph { text, .. } => text.clone(),
        Passage::Table(grid) => grid.concat().concat(),
    }
}

/// Every visible character of the passages is covered by an item, by the narrative, or by the build. A
/// sentence is covered as a whole by what was recognised in it.
fn nothing_is_lost(passages: &[Passage], reading: &Reading) {
    let items = reading.items.iter().flat_map(|item| &item.sources);
    let pieces = reading.pieces.iter().flat_map(|piece| &piece.sources);
    let mut by_passage: BTreeMap<usize, (Vec<&Source>, Vec<&Source>)> = BTreeMap::new();
    items.for_each(|source| by_passage.entry(source.passage).or_default().0.push(source));
    pieces
        .chain(&reading.build)
        .for_each(|source| by_passage.entry(source.passage).or_default().1.push(source));
    let none = (Vec::new(), Vec::new());
    for (place, passage) in passages.iter().enumerate() {
        let (items, others) = by_passage.get(&place).unwrap_or(&none);
        match passage {
            Passage::Paragraph { text, .. } => {
                let mut start = 0;
                for (at, c) in text.char_indices() {
                    let end = at + c.len_utf8();
                    if matches!(c, '。' | '！' | '？' | '\n') || end == text.len() {
                        let known = items
                            .iter()
                            .any(|item| item.range.start < end && item.range.end > start);
                        let covered = |at: usize| others.iter().any(|other| other.range.contains(&at));
                        let lost = text[start..end]
                            .char_indices()
                            .find(|(offset, c)| !is_invisible(*c) && !known && !covered(start + offset));
                        assert!(lost.is_none(), "{lost:?} of {text:?} is lost");
                        start = end;
                    }
                }
            }
            Passage::Table(grid) => {
                for (row, cells) in grid.iter().enumerate() {
                    let is_blank = cells.concat().chars().all(is_invisible);
                    let known = items.iter().chain(others).any(|source| source.row == Some(row));
                    assert!(is_blank || known, "row {row} of {grid:?} is lost");
                }
            }
        }
    }
}

/// Reads a text and makes both drafts of it.
fn take_in(passages: &[Passage]) -> Reading {
    let reading = read(passages);
    nothing_is_lost(passages, &reading);
    for source in reading.items.iter().flat_map(|item| &item.sources) {
        let passage = passages.get(source.passage).expect("a passage");
        match (passage, source.row) {
            (Passage::Paragraph { text, .. }, None) => assert!(text.get(source.range.clone()).is_some(), "{source:?}"),
            (Passage::Table(grid), Some(row)) => assert!(row < grid.len()),
            _ => panic!("{source:?} points into the wrong kind of passage"),
        }
    }
    let rows: Vec<_> = reading.items.iter().map(|item| item.values.clone()).collect();
    let kept = reading.pieces.iter().map(|piece| Kept {
        goes: piece.goes,
        heading: piece.heading.clone(),
        text: piece.text.clone(),
    });
    let kept: Vec<_> = kept.collect();
    draft(&rows, &kept);
    next_year(&rows, &kept);
    reading
}

fn take_in_text(text: &str) -> Reading {
    let laid = lay(text);
    let all: String = laid
        .passages
        .iter()
        .map(shown)
        .chain(laid.furniture.iter().cloned())
        .collect();
    assert_eq!(
        visible(&all),
        visible(text),
        "a character is lost between lines and passages"
    );
    take_in(&laid.passages)
}

/// Pieces of reports, so that arbitrary texts come near to real ones.
fn fragment() -> impl Strategy<Value = String> {
    let words: Vec<String> = FIXTURE
        .split_inclusive(['，', '。', '\n', '、'])
        .map(str::to_owned)
        .collect();
    let marks = [
        "一、",
        "（二）",
        "1.",
        "2、",
        "（3）",
        "①",
        "第一部分",
        "\n",
        " ",
        "\u{200b}",
        "\u{7}",
        "\u{c}",
        "表 1 ",
        "合计 100\n",
        "注：",
        "3\n",
        "30 30\n",
        "内设机构 8 个，分别为",
        "年初预算",
        "执行率",
        "评分内容 绩效指标 权重\n",
        "主要任务 项目名称 项目金额\n",
        "一级指标 二级指标 三级指标 指标值 分值 得分\n",
        "一级指标\t三级指标\t分值\t得分\n",
        "资金来源  年初预算数  执行数\n",
        "\t",
        "\t5\t5\n",
        "  ",
        "  20  19.5\n",
        "原因：",
        "7,00.0,77万元",
        "100%",
        "一是",
        "；二是",
        "“优”",
        "总分为98分",
        "2023年3月18日\n",
    ];
    prop_oneof![
        4 => prop::sample::select(words),
        3 => prop::sample::select(marks.map(str::to_owned).to_vec()),
        1 => "\\PC{0,12}",
        1 => "[0-9.,，％%元万亿]{0,12}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::collection::vec(fragment(), 0..30).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn passage() -> impl Strategy<Value = Passage> {
    let cell = || {
        let heads = [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "年初预算数",
            "全年预算数",
            "执行数",
            "项目名称",
            "金额",
            "评分内容",
            "合计",
            "年度资金总额",
            "/",
            "3",
            "20",
            "≥3个",
            "",
            "备注",
        ];
        prop_oneof![3 => prop::sample::select(heads.map(str::to_owned).to_vec()), 1 => fragment()]
    };
    let row = move |width: usize| prop::collection::vec(cell(), width..=width);
    let table = (1_usize..8)
        .prop_flat_map(move |width| prop::collection::vec(row(width), 0..7))
        .prop_map(Passage::Table);
    let paragraph = (text(), prop::option::of(0_u8..12)).prop_map(|(text, level)| Passage::Paragraph { text, level });
    prop_oneof![3 => paragraph, 1 => table]
}

proptest! {
    #[test]
    fn no_text_is_lost(text in text()) {
        take_in_text(&text);
    }

    #[test]
    fn no_passage_is_lost(passages in prop::collection::vec(passage(), 0..8)) {
        take_in(&passages);
    }
}

/// What chance has found, each once.
#[test]
fn every_source_points_into_its_kind_of_passage() {
    for title in ["2022 年度举办垃圾分类宣传活动 15次，", "2023年度部门整体支出绩效自评表"] {
        take_in(&[Passage::Table(vec![vec![title.to_owned()]])]);
    }
}

#[test]
fn the_fixture_is_kept_whole() {
    let reading = take_in_text(FIXTURE);
    assert!(reading.items.len() > 60);
}

/// A second in release on a computer with nothing else to do, and twice that for one that is busy. A debug build
/// is some twenty times slower, and takes texts of a tenth the size.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });

#[test]
fn large_and_hostile_texts_take_no_time() {
    let scale = if cfg!(debug_assertions) { 10 } else { 1 };
    let many = |piece: &str, count: usize| piece.repeat(count / scale);
    let cases: [(&str, String); 17] = [
        ("2 MB of a report", many(FIXTURE, 2_000_000 / FIXTURE.len())),
        (
            "one line of 1 MB",
            many("年初预算数1,234.56万元，其中一般公共预算12万元、", 16_000),
        ),
        ("one line of 1 MB of digits", many("1", 1_000_000)),
        ("one line of commas", many("1,", 500_000)),
        ("100,000 lines", many("这是一行没有说完的话\n", 100_000)),
        ("100,000 headers", many("评分内容 绩效指标 权重\n", 100_000)),
        (
            "100,000 rows",
            format!("评分内容 绩效指标 权重\n{}", many("完成目标。 指标名称 3\n", 100_000)),
        ),
        (
            "two tables of many rows",
            format!(
                "绩效目标 绩效指标 权重\n{0}合计 100\n绩效目标 绩效指标 完成情况 权重 得分\n{0}",
                many("完成目标。 指标名称 3 3\n", 20_000)
            ),
        ),
        (
            "deep nesting",
            ["一、", "（一）", "1.", "（1）", "①"]
                .iter()
                .cycle()
                .take(100_000 / scale)
                .map(|mark| format!("{mark}标题\n"))
                .collect(),
        ),
        ("restarting numbers", many("（一）甲\n（二）乙\n", 50_000)),
        (
            "zero-width and control characters",
            many("\u{200b}\u{7}\u{feff}年\u{202e}初\u{ad}\n", 60_000),
        ),
        ("open brackets", format!("内设机构分别为{}", many("（办公室、", 60_000))),
        (
            "one sentence of names",
            format!("下属单位包括：{}。", many("某某服务中心、", 50_000)),
        ),
        (
            "one line of many cells",
            format!("{}\n{}", many("甲\t", 100_000), many("甲\t1\n", 20_000)),
        ),
        ("many rows of cells", many("\t甲\t1\n", 40_000)),
        (
            "many rows with blanks",
            format!("三级指标  分值  得分\n{}", many("甲  1\n", 40_000)),
        ),
        ("years", many("2022年部门整体支出", 50_000)),
    ];
    for (name, text) in cases {
        let start = Instant::now();
        let laid = lay(&text);
        let reading = read(&laid.passages);
        let took = start.elapsed();
        println!("{name}: {} bytes, {} items, {took:?}", text.len(), reading.items.len());
        assert!(took < LIMIT, "{name} took {took:?}");
    }
}

/// Once, in release: `cargo test --release --test intake_properties -- --ignored --nocapture`. `ROUNDS` and `SEED`
/// let several run beside each other.
#[test]
#[ignore = "a million inputs take minutes"]
fn a_million_inputs() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u32>().ok());
    let (rounds, seed) = (number("ROUNDS").unwrap_or(1_000_000), number("SEED").unwrap_or(7));
    let seed = [u8::try_from(seed).expect("a seed below 256"); 32];
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let (texts, lists) = (text(), prop::collection::vec(passage(), 0..6));
    let mut count = 0_u32;
    let mut items = 0;
    while count < rounds {
        let reading = if count.is_multiple_of(2) {
            take_in_text(&texts.new_tree(&mut runner).unwrap().current())
        } else {
            take_in(&lists.new_tree(&mut runner).unwrap().current())
        };
        items += reading.items.len();
        count += 1;
    }
    println!("{count} inputs, {items} items recognised, nothing lost");
}
