//! Rooms inside the floors: which room may use which, that no files go in a circle, and that a type's methods
//! stand where the type does.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::room_table::{ROOMS, Room};
use super::source::{absolute_paths, code_only, inherent_impls, module_of, project_files, types_defined};

/// What the rooms have against the files of the project, one sentence each.
fn room_faults(files: &[(String, String)], rooms: &[Room]) -> Vec<String> {
    let house = House::of(files);
    let mut found = Vec::new();
    for file in &house.files {
        for (room, uses) in rooms.iter().filter(|(room, _)| is_in(&file.module, room)) {
            let roof = room.rsplit_once("::").map_or("", |(roof, _)| roof);
            for used in file.paths.iter().filter(|used| is_in(used, roof) && !is_in(used, room)) {
                // A path to the roof itself names none of its rooms.
                if used != roof && !uses.iter().any(|place| is_in(used, place)) {
                    found.push(format!(
                        "{} uses crate::{used}, but {room} may use only {uses:?}",
                        file.path
                    ));
                }
            }
        }
        let own = room_of(&file.module, rooms);
        for name in &file.implemented {
            let Some(homes) = house.types.get(name) else { continue };
            if !homes.iter().any(|home| room_of(home, rooms) == own) {
                found.push(format!(
                    "{} adds methods to {name}, which {} defines: write functions, or put them there",
                    file.path,
                    homes.iter().next().map_or("", String::as_str)
                ));
            }
        }
    }
    found.extend(house.circles());
    found.extend(missing_rows(files, rooms));
    found
}

/// Folders without a row, and rows without a folder or file.
fn missing_rows(files: &[(String, String)], rooms: &[Room]) -> Vec<String> {
    let modules: Vec<String> = files.iter().filter_map(|(path, _)| module_of(path)).collect();
    let floors: BTreeSet<&str> = rooms.iter().filter_map(|(room, _)| room.split("::").next()).collect();
    let mut found = Vec::new();
    for module in &modules {
        let mut names = module.split("::");
        let (Some(floor), Some(room), Some(_)) = (names.next(), names.next(), names.next()) else {
            continue;
        };
        let folder = format!("{floor}::{room}");
        if floors.contains(floor) && !rooms.iter().any(|(name, _)| *name == folder) {
            found.push(format!(
                "src/{floor}/{room}/ is a room without a row in the table of rooms"
            ));
        }
    }
    for (room, _) in rooms {
        if !modules.iter().any(|module| is_in(module, room)) {
            found.push(format!("the table of rooms has {room}, which does not exist"));
        }
    }
    found.sort();
    found.dedup();
    found
}

fn is_in(path: &str, place: &str) -> bool {
    path == place || path.strip_prefix(place).is_some_and(|rest| rest.starts_with("::")) || place.is_empty()
}

/// The smallest room that a module stands in; its floor where it stands in none.
fn room_of<'a>(module: &'a str, rooms: &[Room]) -> &'a str {
    let inside = rooms.iter().filter(|(room, _)| is_in(module, room));
    let length = inside.map(|(room, _)| room.len()).max();
    let length = length.unwrap_or_else(|| module.find("::").unwrap_or(module.len()));
    &module[..length]
}

struct File {
    path: String,
    module: String,
    paths: Vec<String>,
    implemented: Vec<String>,
}

/// All files of the crate with what they use.
struct House {
    files: Vec<File>,
    /// The modules that define a type, by its name.
    types: BTreeMap<String, BTreeSet<String>>,
}

impl House {
    fn of(files: &[(String, String)]) -> House {
        let mut house = House {
            files: Vec::new(),
            types: BTreeMap::new(),
        };
        for (path, text) in files {
            let Some(module) = module_of(path) else { continue };
            let code = code_only(text);
            for name in types_defined(&code) {
                house.types.entry(name).or_default().insert(module.clone());
            }
            house.files.push(File {
                path: path.clone(),
                paths: absolute_paths(&code, &module, path.ends_with("/mod.rs")),
                implemented: inherent_impls(&code),
                module,
            });
        }
        house
    }

    /// Which files each file uses, with the names that it takes. A path belongs to the longest file that it begins with.
    fn arrows(&self) -> BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> {
        let modules: BTreeSet<&str> = self
            .files
            .iter()
            .filter(|file| !file.path.ends_with("/mod.rs"))
            .map(|file| file.module.as_str())
            .collect();
        let mut arrows: BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
        for file in self.files.iter().filter(|file| modules.contains(file.module.as_str())) {
            for used in &file.paths {
                let ends = used.match_indices("::").map(|(end, _)| end).chain([used.len()]);
                let target = ends.filter_map(|end| modules.get(&used[..end])).last();
                let Some(target) = target.filter(|target| **target != file.module) else {
                    continue;
                };
                let name = used[target.len()..].trim_start_matches("::");
                let names = arrows.entry(&file.module).or_default().entry(target).or_default();
                names.insert(if name.is_empty() { "itself" } else { name }.to_owned());
            }
        }
        arrows
    }

    /// Each circle of files once, by a shortest way round.
    fn circles(&self) -> Vec<String> {
        let arrows = self.arrows();
        let mut told: BTreeSet<&str> = BTreeSet::new();
        let mut found = Vec::new();
        for start in arrows.keys() {
            if told.contains(start) {
                continue;
            }
            let Some(way) = way_round(start, &arrows) else { continue };
            told.extend(&way);
            let mut sentence = format!("files go in a circle: {start}");
            for (from, to) in way.iter().zip(way.iter().skip(1).chain([start])) {
                let names = arrows.get(from).and_then(|targets| targets.get(to));
                let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
                sentence += &format!(" -> {to} ({})", names.join(", "));
            }
            found.push(sentence);
        }
        found
    }
}

/// The files on a shortest way from a file back to itself, beginning with it.
fn way_round<'a>(
    start: &'a str,
    arrows: &BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>,
) -> Option<Vec<&'a str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(file) = next.pop_front() {
        for target in arrows.get(file).into_iter().flatten().map(|(target, _)| *target) {
            if target == start {
                let mut way = vec![file];
                while let Some(earlier) = before.get(way[way.len() - 1]).filter(|_| way[way.len() - 1] != start) {
                    way.push(earlier);
                }
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(target) {
                before.insert(target, file);
                next.push_back(target);
            }
        }
    }
    None
}

#[test]
fn every_room_keeps_the_rules() {
    let found = room_faults(&project_files(), ROOMS);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_table_of_rooms_is_written_down() {
    let page = include_str!("../../ARCHITECTURE.md");
    for (room, uses) in ROOMS {
        let uses: Vec<String> = uses.iter().map(|place| format!("`{place}`")).collect();
        let uses = if uses.is_empty() {
            "–".to_owned()
        } else {
            uses.join(" ")
        };
        let row = format!("| `{room}` | {uses} |");
        assert!(page.contains(&row), "ARCHITECTURE.md lacks the row: {row}");
    }
}

#[test]
fn planted_faults_of_rooms_are_found() {
    const HERE: &[(&str, &[&str])] = &[("domain::values", &[]), ("domain::draft", &["domain::values"])];
    let values = ("src/domain/values/amount.rs", "//! D.\npub struct Amount;");
    let draft = (
        "src/domain/draft/field.rs",
        "//! D.\nuse crate::domain::values::amount::Amount;\npub enum Field { A }",
    );
    let cases: [(&[(&str, &str)], &str); 8] = [
        (&[], ""),
        (
            &[("src/domain/values/a.rs", "use crate::domain::draft::field::Field;")],
            "may use only []",
        ),
        (
            &[("src/domain/values/a.rs", "use super::super::draft::field;")],
            "may use only []",
        ),
        (
            &[("src/domain/draft/edit.rs", "impl Amount { fn a() {} }")],
            "adds methods to Amount",
        ),
        (
            &[(
                "src/domain/draft/edit.rs",
                "impl<'a> Iterator for Amount<'a> { fn a() {} }",
            )],
            "",
        ),
        (
            &[
                ("src/domain/draft/a.rs", "use super::b::{B, C};"),
                ("src/domain/draft/b.rs", "fn b() { crate::domain::draft::a::a() }"),
            ],
            "domain::draft::a -> domain::draft::b (B, C) -> domain::draft::a (a)",
        ),
        (
            &[("src/domain/parlour/a.rs", "")],
            "src/domain/parlour/ is a room without a row",
        ),
        (
            &[(
                "src/app.rs",
                "use crate::domain::draft::field::Field; impl Field { fn a() {} }",
            )],
            "adds methods to Field",
        ),
    ];
    for (planted, expected) in cases {
        let files: Vec<(String, String)> = [values, draft]
            .iter()
            .chain(planted)
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect();
        let found = room_faults(&files, HERE);
        match expected {
            "" => assert_eq!(found, Vec::<String>::new(), "{planted:?}"),
            expected => assert!(
                found.iter().any(|fault| fault.contains(expected)),
                "{planted:?} should be a fault ({expected}); found {found:?}"
            ),
        }
    }
    let found = room_faults(&[], HERE);
    assert!(
        found
            .iter()
            .any(|fault| fault.contains("domain::draft, which does not exist")),
        "{found:?}"
    );
}
