//! 从表格导入: a table of a colleague on its way into the draft, with the user looking on.

use std::rc::Rc;

use crate::documents::archive::read;
use crate::documents::carried::CarriedFault;
use crate::documents::exchange::reopened;
use crate::documents::import::tables::clipboard::{NoTable, of_clipboard, of_file};
use crate::documents::import::tables::header::{Mapping, likely_kind};
use crate::documents::import::tables::plan::plan;
use crate::documents::import::tables::sheet::Sheet;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::draft::taken::{Meaning, TableKind, Way};
use crate::domain::values::input::Choice;
use crate::state::model::effect::Effect;
use crate::state::model::model::{Model, Overlay, Remedy};
use crate::state::model::route::{Page, Route};
use crate::state::model::tables::{TableImport, Tables, button, summary};

use super::editing::{edited, tell, warn};

/// Takes an event in.
pub fn update(model: &mut Model, message: Tables) -> Vec<Effect> {
    match message {
        Tables::ChoosePressed(wanted) => vec![Effect::ChooseTable(wanted)],
        Tables::TemplatePressed => {
            let open = model.workspace.iter();
            open.map(|workspace| Effect::DownloadTemplate(Rc::clone(&workspace.draft)))
                .collect()
        }
        Tables::FileRead(name, content, wanted) => {
            let tables = content.and_then(|bytes| of_file(&bytes).map_err(|fault| fault.to_string()));
            match tables {
                Ok(sheets) => opened(model, format!("文件“{name}”"), sheets, wanted),
                Err(reason) => warn(model, format!("“{name}”打不开：{reason}")),
            }
        }
        Tables::Pasted(page, text, wanted) => match of_clipboard(&page, &text) {
            Ok(sheets) => opened(model, "粘贴的内容".into(), sheets, wanted),
            Err(NoTable::Empty) => vec![],
            Err(fault) => warn(model, fault.to_string()),
        },
        Tables::SheetChosen(sheet) => changed(model, |import| {
            if let Some(table) = import.sheets.get(sheet) {
                let kind = likely_kind(&table.grid).unwrap_or(import.mapping.kind);
                let hidden = table.hidden_rows.clone();
                import.mapping = Mapping {
                    hidden,
                    ..Mapping::suggested(kind, &table.grid)
                };
                import.sheet = sheet;
            }
        }),
        Tables::KindChosen(kind) => changed(model, |import| {
            if let Some(table) = import.table() {
                let hidden = import.mapping.hidden.clone();
                import.mapping = Mapping {
                    hidden,
                    ..Mapping::suggested(kind, &table.grid)
                };
            }
        }),
        Tables::HeadChosen(head) => changed(model, |import| {
            if let Some(table) = import.table() {
                let hidden = import.mapping.hidden.clone();
                import.mapping = Mapping {
                    hidden,
                    ..Mapping::with_head(import.mapping.kind, &table.grid, head)
                };
            }
        }),
        Tables::MeaningChosen(column, meaning) => changed(model, |import| {
            let columns = &mut import.mapping.columns;
            // A meaning belongs to one column: it moves from where it was.
            columns
                .iter_mut()
                .filter(|other| **other == meaning)
                .for_each(|other| *other = Meaning::Skip);
            if let Some(place) = columns.get_mut(column) {
                *place = meaning;
            }
        }),
        Tables::UnitChosen(unit) => changed(model, |import| import.mapping.unit = Some(unit)),
        Tables::HiddenChosen(taken) => changed(model, |import| {
            let hidden = import.table().map(|table| table.hidden_rows.clone());
            import.mapping.hidden = hidden.filter(|_| !taken).unwrap_or_default();
        }),
        Tables::WayChosen(way) => changed(model, |import| import.way = way),
        Tables::Taken => taken(model),
    }
}

/// A file that was dropped or opened while a draft is open: none where it is not a table.
pub fn file_read(model: &mut Model, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
    model.workspace.as_ref()?;
    let lower = name.to_lowercase();
    let is_table = match () {
        () if lower.ends_with(".csv") => true,
        // What this program exported brings its draft along, which goes before its tables.
        () if lower.ends_with(".xlsx") => match read::open(bytes) {
            Ok(archive) => matches!(reopened::open(&archive), Err(CarriedFault::None)),
            Err(_) => false,
        },
        () => false,
    };
    is_table.then(|| update(model, Tables::FileRead(name.to_owned(), Ok(bytes.to_vec()), None)))
}

fn opened(model: &mut Model, source: String, mut sheets: Vec<Sheet>, wanted: Option<TableKind>) -> Vec<Effect> {
    let Some(workspace) = &model.workspace else {
        return warn(model, "请先打开要导入的报告，再导入表格。".into());
    };
    sheets.sort_by_key(|sheet| sheet.hidden);
    let of_list = wanted.filter(|kind| kind.is_of_names());
    let wanted = wanted.or_else(|| kind_of(&model.route));
    let suits = |sheet: &Sheet, kind: TableKind| Mapping::suggested(kind, &sheet.grid).head.is_some();
    let likely = |sheet: &Sheet| likely_kind(&sheet.grid);
    // First a sheet that is surely about what the page is about, then one that might be, then any table.
    let of_page = wanted.and_then(|kind| {
        let sure = sheets.iter().position(|sheet| likely(sheet) == Some(kind));
        let place = sure.or_else(|| sheets.iter().position(|sheet| suits(sheet, kind)));
        place.map(|place| (place, kind))
    });
    let any = || {
        sheets
            .iter()
            .enumerate()
            .find_map(|(place, sheet)| likely(sheet).map(|kind| (place, kind)))
    };
    // A list of names without a head is still that list.
    let (sheet, kind) = of_page
        .or_else(|| of_list.map(|kind| (0, kind)).or_else(any))
        .unwrap_or((0, wanted.unwrap_or(TableKind::Indicators)));
    let Some(table) = sheets.get(sheet) else { return vec![] };
    let hidden = table.hidden_rows.clone();
    let mapping = Mapping {
        hidden,
        ..Mapping::suggested(kind, &table.grid)
    };
    let plan = Rc::new(plan(&workspace.draft, &table.grid, &mapping, Way::Add));
    model.notice = None;
    model.overlay = Some(Overlay::Tables(Rc::new(TableImport {
        source,
        sheets: Rc::new(sheets),
        sheet,
        mapping,
        way: Way::Add,
        plan,
    })));
    vec![]
}

fn kind_of(route: &Route) -> Option<TableKind> {
    match route.page()? {
        Page::Chapter(Chapter::Budget) => Some(TableKind::Funds),
        Page::Chapter(Chapter::Indicators) => Some(TableKind::Indicators),
        Page::Chapter(Chapter::Projects) => Some(TableKind::Projects),
        _ => None,
    }
}

/// Changes how the table is read, and says anew what would be taken.
fn changed(model: &mut Model, change: impl FnOnce(&mut TableImport)) -> Vec<Effect> {
    let (Some(Overlay::Tables(import)), Some(workspace)) = (&mut model.overlay, &model.workspace) else {
        return vec![];
    };
    let import = Rc::make_mut(import);
    change(import);
    if let Some(table) = import.sheets.get(import.sheet) {
        import.plan = Rc::new(plan(&workspace.draft, &table.grid, &import.mapping, import.way));
    }
    vec![]
}

/// 导入: one step, which undo takes back.
fn taken(model: &mut Model) -> Vec<Effect> {
    let (Some(Overlay::Tables(import)), Some(workspace)) = (&model.overlay, &model.workspace) else {
        return vec![];
    };
    if import.hindrance().is_some() {
        return vec![];
    }
    let import = Rc::clone(import);
    let id = workspace.id.clone();
    // The draft may have been changed from another window since the plan was made.
    let Some(table) = import.table() else { return vec![] };
    let plan = plan(&workspace.draft, &table.grid, &import.mapping, import.way);
    let chapter = Chapter::of(Field::Rows(import.mapping.kind.list()));
    let said = summary(&plan);
    model.overlay = None;
    let before = Rc::clone(&workspace.draft);
    let mut effects = edited(model, Edit::TakeRows(plan.result));
    let is_changed = model
        .workspace
        .as_ref()
        .is_some_and(|workspace| workspace.draft != before);
    if is_changed {
        tell(
            model,
            format!("已导入{}：{said}。", import.mapping.kind.label()),
            Some(Remedy::Undo),
        );
    } else if model.notice.is_none() {
        tell(model, "表里的内容和报告里的一样，没有改动。".into(), None);
    }
    if model.route.page() == Some(Page::Chapter(chapter)) {
        effects.push(Effect::FocusElement(button(import.mapping.kind)));
    } else {
        effects.push(Effect::Navigate(Route::Draft(id, Page::Chapter(chapter))));
    }
    effects
}
