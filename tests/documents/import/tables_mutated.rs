//! Files that were changed at random: real files are unpacked, their parts changed and packed again, because
//! most changes of a packed file die in its checksum. No reader panics, whatever it is given.

use jiping::documents::import::tables::clipboard::{of_clipboard, of_file};
use jiping::documents::import::tables::template;
use jiping::documents::project_file::samples;

use crate::mutation::{Dice, mutate, stored};
use crate::strange::{book, parts, taken};

/// So many changed files for each reader; gives how many still held a table.
fn mutated(count: usize, seed: u64) -> [usize; 3] {
    let draft = samples::reference().expect("the sample");
    let mut dice = Dice(seed);
    let mut read = [0; 3];
    let files = [book(), template::write(&draft).expect("a template")].map(|file| parts(&file));
    let read_parts = |name: &str| name.starts_with("xl/") && !name.contains("theme") || name.contains("rels");
    for round in 0..count {
        let mut parts = files[usize::from(round % 8 == 0)].clone();
        let known: Vec<usize> = (0..parts.len()).filter(|place| read_parts(&parts[*place].0)).collect();
        let place = known[dice.below(known.len())];
        mutate(&mut parts[place].1, &mut dice);
        read[0] += usize::from(taken(of_file(&stored(&parts)), &draft));
    }
    let page = "<html><body><table><tr><td rowspan=2 x:num=\"1\">资金来源</td><td colspan=2>金额&nbsp;（万元）</td></tr><tr><th>年初<br>预算数<th>执行数</tr>\
        <tr><td>一般公共预算<td>1,234.57<td>97.88%</tr></table><table><tr><td>a</table></body></html>";
    let text =
        "项目名称,金额（万元）\n\"道路，\"\"一期\",1\n三级指标\t指标值\t实际完成值\n垃圾分类\t≥12次；≥2个\t15；2\n";
    for _ in 0..count {
        let mut bytes = page.as_bytes().to_vec();
        mutate(&mut bytes, &mut dice);
        read[1] += usize::from(taken(of_clipboard(&String::from_utf8_lossy(&bytes), ""), &draft));
        let mut bytes = text.as_bytes().to_vec();
        mutate(&mut bytes, &mut dice);
        read[2] += usize::from(taken(of_file(&bytes), &draft));
    }
    read
}

#[test]
fn changed_files_never_panic() {
    let count = if cfg!(debug_assertions) { 400 } else { 20_000 };
    mutated(count, 0x5eed);
}

/// The long run: `cargo test --release --test tables_mutated -- --ignored --nocapture`. `ROUNDS` and `SEED`
/// let several run beside each other.
#[test]
#[ignore = "takes minutes; for the release build"]
fn a_million_changed_files_for_each_reader() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<usize>().ok());
    let count = number("ROUNDS").unwrap_or(1_000_000);
    let seed = number("SEED").unwrap_or(0x0a11_5eed);
    let [book, page, text] = mutated(count, seed as u64);
    println!(
        "{count} changed files for each reader, none panicked; still a table: xlsx {book}, html {page}, text {text}"
    );
}
