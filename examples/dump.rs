//! d
use jiping::documents::archive::checksum::sha256;
use jiping::documents::exchange::exports;
use jiping::documents::project_file::project_file;
use jiping::domain::checks::run::check;
use jiping::domain::checks::texts::written::written;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::names::*;
use jiping::domain::draft::prose_fields::*;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::explanation::explain::explain;
use jiping::domain::references::reference::*;
fn parts(bytes: &[u8]) {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for i in 0..zip.len() {
        let mut f = zip.by_index(i).unwrap();
        let mut b = Vec::new();
        std::io::Read::read_to_end(&mut f, &mut b).unwrap();
        let t = String::from_utf8_lossy(&b).replace(env!("JIPING_WRITER"), "W");
        let t: String = { let cs: Vec<char> = t.chars().collect(); let mut o = String::new(); let mut i = 0; while i < cs.len() { let n = cs[i..].iter().take_while(|c| c.is_ascii_hexdigit()).count(); if n == 64 { o.push('H'); i += 64; } else { o.extend(&cs[i..i + n.max(1)]); i += n.max(1); } } o };
        println!("{:?} {}", f.name().map(|n| n.to_string()).ok(), if t.contains("\"W") || t.contains(">W") || t.len() < 3000 { t.clone() } else { sha256(&[t.as_bytes()]) });
    }
}
fn main() {
    for dir in ["faulty", "clean", "cases"] {
        let mut files: Vec<_> = std::fs::read_dir(format!("tests/fixtures/{dir}"))
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let Ok(opened) = project_file::read(&std::fs::read(&file).unwrap()) else {
                continue;
            };
            let draft = opened.draft;
            let e = evaluate(&draft);
            println!("## {file:?}");
            for f in draft.fields() {
                println!(
                    "{f:?} {:?} {} | {} | {} | {}",
                    Chapter::of(f),
                    f.is_prose(),
                    short_name(f),
                    full_name(&draft, f),
                    place_name(f)
                );
            }
            println!("{:?}", prose_fields(&draft));
            println!("{:?}", general_prose(&draft));
            for w in written(&draft) {
                println!("{w:?}");
            }
            for r in references(&draft) {
                println!(
                    "{r:?} {:?} {:?}",
                    value(&r, &draft, &e),
                    fields_of(r.source, &draft, &e)
                );
                if let Source::Figure(f) = r.source {
                    println!("{:?}", explain(&draft, &e, f));
                }
            }
            println!("{e:?}");
            let found = check(&draft, &e);
            println!("{found:#?}");
            parts(&exports::word(&draft, &e));
            parts(&exports::excel(&draft, &e, &found).unwrap());
        }
    }
}
