//! Opening the database of the journal: again and again where it does not open, and under another name where
//! a page that is not ours has taken the first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::local;
use super::local::{Fault, fault};
use super::requests::answer;

/// The names under which our database is looked for. On `file://` Chromium shares them among all local pages, so
/// that the first can belong to somebody else.
const NAMES: [&str; 4] = ["jiping", "jiping-2", "jiping-3", "jiping-4"];

/// The key in localStorage of the name in use, where it is not the first.
const MARK: &str = "jiping.database";

/// Grows when a store is added to [`STORES`].
const VERSION: u32 = 1;

/// How long is rested before each further try; the last goes on for ever.
const RESTS_MS: [u32; 7] = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/// The journal: the latest state of each draft, one record for each window that wrote.
pub const COPIES: &str = "copies";
/// Earlier states, kept by name or by age.
pub const VERSIONS: &str = "versions";
/// Files on the disk that a draft is written to as well.
pub const LINKS: &str = "links";

const STORES: [&str; 3] = [COPIES, VERSIONS, LINKS];

/// How it stands with the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is open and takes what it is given.
    Open,
    /// The same from now on under this name, because the first belongs to somebody else.
    Beside(&'static str),
    /// It does not open, or takes nothing. It is tried again.
    Shut,
}

/// Who hears how it stands.
type Watcher = Rc<dyn Fn(Standing)>;

thread_local! {
    static OPEN: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    static TOLD: Cell<Standing> = const { Cell::new(Standing::Open) };
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
    /// Whether somebody is trying again; all others are answered at once, because each try may take all patience.
    static TRYING: Cell<bool> = const { Cell::new(false) };
    /// How many rests there have been since something was last taken.
    static RESTS: Cell<usize> = const { Cell::new(0) };
}

/// Hears of every change of how it stands. Until something is heard, it is open.
pub fn watch(hear: impl Fn(Standing) + 'static) {
    WATCHER.set(Some(Rc::new(hear)));
}

fn tell(standing: Standing) {
    if TOLD.replace(standing) != standing
        && let Some(hear) = WATCHER.with_borrow(Clone::clone)
    {
        hear(standing);
    }
}

/// The database, opened now where it was not.
pub(super) async fn open() -> Result<IdbDatabase, Fault> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Ok(database);
    }
    if TRYING.get() {
        return Err(Fault::Denied);
    }
    let tried = attempt().await;
    if tried.is_err() {
        refused();
    }
    tried
}

/// Something was put on the disk.
pub(super) fn took() {
    RESTS.set(0);
    tell(Standing::Open);
}

/// Nothing is taken: says so at once, and tries again after rests that grow longer.
pub(super) fn refused() {
    tell(Standing::Shut);
    if TRYING.replace(true) {
        return;
    }
    spawn_local(async {
        loop {
            let rest = RESTS.replace(RESTS.get().saturating_add(1));
            TimeoutFuture::new(RESTS_MS[rest.min(RESTS_MS.len() - 1)]).await;
            let open = OPEN.with_borrow(Clone::clone);
            let tried = match open {
                Some(database) => probe(&database).await,
                None => attempt().await.map(|_| ()),
            };
            if tried.is_ok() {
                TRYING.set(false);
                tell(Standing::Open);
                return;
            }
        }
    });
}

/// Whether a database that is open takes something again: a record that nobody reads comes and goes. One that
/// does not is let go of, so that it is opened anew.
async fn probe(database: &IdbDatabase) -> Result<(), Fault> {
    let probed = async {
        let names = Array::of1(&LINKS.into());
        let mode = web_sys::IdbTransactionMode::Readwrite;
        let transaction = database.transaction_with_str_sequence_and_mode(&names, mode);
        let store = transaction.map_err(fault)?.object_store(LINKS).map_err(fault)?;
        let key = JsValue::from("");
        let put = store.put_with_key(&key, &key).map_err(fault)?;
        let taken = store.delete(&key).map_err(fault)?;
        answer(&put).await?;
        answer(&taken).await
    };
    let probed = probed.await.map(|_| ());
    if probed.is_err() {
        database.close();
        forget(database);
    }
    probed
}

/// Opens the first database that is ours.
async fn attempt() -> Result<IdbDatabase, Fault> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let factory = factory.ok_or(Fault::Denied)?;
    let (mark, mut names) = (mark(), NAMES);
    // The marked one first; the order of the others does not change.
    names.sort_by_key(|name| mark.as_deref() != Some(*name));
    for name in names {
        let fresh = Rc::new(Cell::new(false));
        let Some(database) = open_named(&factory, name, &fresh).await? else {
            continue;
        };
        // What stood in our way before may be gone, and what we wrote then lies under a later name.
        if fresh.get() && name == NAMES[0] {
            for later in existing(&factory).await {
                if let Some(database) = open_named(&factory, later, &fresh).await? {
                    return Ok(adopt(database, later));
                }
            }
        }
        return Ok(adopt(database, name));
    }
    Err(Fault::Denied)
}

fn mark() -> Option<String> {
    local::get(MARK).ok().flatten().map(String::from)
}

/// Which of our later names there are, where the browser tells.
async fn existing(factory: &IdbFactory) -> Vec<&'static str> {
    let list = async {
        let method: Function = Reflect::get(factory, &"databases".into()).ok()?.dyn_into().ok()?;
        let promise: Promise = method.call0(factory).ok()?.dyn_into().ok()?;
        let list: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        let name = |entry: JsValue| Reflect::get(&entry, &"name".into()).ok()?.as_string();
        Some(list.iter().filter_map(name).collect::<Vec<String>>())
    };
    let list = list.await.unwrap_or_default();
    let later = NAMES.into_iter().skip(1);
    later.filter(|name| list.iter().any(|found| found == name)).collect()
}

/// Opens one database; none where it is not ours.
async fn open_named(
    factory: &IdbFactory,
    name: &'static str,
    fresh: &Rc<Cell<bool>>,
) -> Result<Option<IdbDatabase>, Fault> {
    let first = factory.open_with_u32(name, VERSION).map_err(fault)?;
    let mut opened = answered(&first, name, fresh).await;
    let error = first.error().ok().flatten();
    if error.is_some_and(|error| error.name() == "VersionError") {
        // Somebody has made it a higher version. A program of ours may have, and has left our stores in it.
        opened = answered(&factory.open(name).map_err(fault)?, name, fresh).await;
    }
    let database = opened?;
    if is_ours(&database) {
        return Ok(Some(database));
    }
    database.close();
    Ok(None)
}

async fn answered(
    request: &IdbOpenDbRequest,
    name: &'static str,
    fresh: &Rc<Cell<bool>>,
) -> Result<IdbDatabase, Fault> {
    let (opening, fresh) = (request.clone(), fresh.clone());
    let upgrade = EventListener::once(request, "upgradeneeded", move |_| {
        let Ok(database) = opening.result().and_then(JsCast::dyn_into::<IdbDatabase>) else {
            return;
        };
        fresh.set(true);
        for store in STORES
            .iter()
            .filter(|store| !database.object_store_names().contains(store))
        {
            // A store that cannot be made fails the opening, which is answered below.
            let _ = database.create_object_store(store);
        }
    });
    let answered = answer(request).await;
    match answered {
        Ok(database) => database.dyn_into().map_err(|_| Fault::Denied),
        Err(fault) => {
            // It may still open when nobody waits for it any more.
            let late = request.clone();
            upgrade.forget();
            EventListener::once(request, "success", move |_| {
                let Ok(database) = late.result().and_then(JsCast::dyn_into::<IdbDatabase>) else {
                    return;
                };
                if OPEN.with_borrow(Option::is_none) && is_ours(&database) {
                    adopt(database, name);
                    tell(Standing::Open);
                } else {
                    database.close();
                }
            })
            .forget();
            Err(fault)
        }
    }
}

/// Whether a database has our stores, and they are as we make them.
fn is_ours(database: &IdbDatabase) -> bool {
    let there = database.object_store_names();
    if !STORES.iter().all(|store| there.contains(store)) {
        return false;
    }
    STORES.iter().all(|store| {
        let records = database
            .transaction_with_str(store)
            .and_then(|transaction| transaction.object_store(store));
        records.is_ok_and(|records| records.key_path().is_ok_and(|path| path.is_null()) && !records.auto_increment())
    })
}

/// Keeps a database open. The window's own, if another call was faster.
fn adopt(database: IdbDatabase, name: &'static str) -> IdbDatabase {
    if let Some(faster) = OPEN.with_borrow(Clone::clone) {
        database.close();
        return faster;
    }
    // A newer program may want to add a store, and the browser may close the database by itself; both are
    // followed by opening it again when it is needed.
    for event in ["versionchange", "close"] {
        let closing = database.clone();
        EventListener::once(&database, event, move |_| {
            closing.close();
            forget(&closing);
        })
        .forget();
    }
    OPEN.set(Some(database.clone()));
    if name != NAMES[0] && mark().as_deref() != Some(name) {
        // Without the mark it is found by going through the names.
        let _ = local::set(MARK, &name.into());
        tell(Standing::Beside(name));
    }
    database
}

fn forget(database: &IdbDatabase) {
    OPEN.with_borrow_mut(|open| {
        if open.as_ref() == Some(database) {
            *open = None;
        }
    });
}
