//! IndexedDB as a few awaited calls. No crate offers a transaction with strict durability, so this is a thin
//! binding of our own: writes are answered only when the browser has put them on the disk.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::local::{Fault, fault};

/// The database of this tool; on `file://` Chromium shares it among all local pages.
const NAME: &str = "jiping";

/// Grows when a store is added to [`STORES`].
const VERSION: u32 = 1;

/// How long an answer is waited for. A profile that is damaged or on a lost drive gives none at all.
const PATIENCE_MS: u32 = 3_000;

/// The journal: the latest state of each draft, one record for each window that wrote.
pub const COPIES: &str = "copies";
/// Earlier states, kept by name or by age.
pub const VERSIONS: &str = "versions";
/// Files on the disk that a draft is written to as well.
pub const LINKS: &str = "links";

const STORES: [&str; 3] = [COPIES, VERSIONS, LINKS];

thread_local! {
    static OPEN: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// Whether the database could not be opened. It is not asked again, because each asking may take all patience.
    static CLOSED: Cell<bool> = const { Cell::new(false) };
}

/// A change of one record: a value to put under a key, or none to take it out.
pub type Change = (String, Option<JsValue>);

/// Every record whose key begins so, in order of keys.
pub async fn read(store: &str, prefix: &str) -> Result<Vec<(String, JsValue)>, Fault> {
    let store = open()
        .await?
        .transaction_with_str(store)
        .map_err(fault)?
        .object_store(store)
        .map_err(fault)?;
    let range = range(prefix)?;
    let keys = store.get_all_keys_with_key(&range.clone().into()).map_err(fault)?;
    let values = store.get_all_with_key(&range.clone().into()).map_err(fault)?;
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    let pairs = keys.iter().zip(values.iter());
    Ok(pairs
        .filter_map(|(key, value)| Some((key.as_string()?, value)))
        .collect())
}

/// The keys that begin so, in order.
pub async fn keys(store: &str, prefix: &str) -> Result<Vec<String>, Fault> {
    let store = open()
        .await?
        .transaction_with_str(store)
        .map_err(fault)?
        .object_store(store)
        .map_err(fault)?;
    let keys = store.get_all_keys_with_key(&range(prefix)?.into()).map_err(fault)?;
    let keys: Array = answer(&keys).await?.unchecked_into();
    Ok(keys.iter().filter_map(|key| key.as_string()).collect())
}

/// Makes changes, all or none, and answers when they are on the disk.
pub async fn change(store: &str, changes: &[Change]) -> Result<(), Fault> {
    let transaction = strict(&open().await?, store)?;
    let records: IdbObjectStore = transaction.object_store(store).map_err(fault)?;
    for (key, value) in changes {
        match value {
            Some(value) => records.put_with_key(value, &key.into()),
            None => records.delete(&key.into()),
        }
        .map_err(fault)?;
    }
    let failed = transaction.clone();
    event(&transaction, "complete", &["error", "abort"], move || {
        failed.error().map_or(JsValue::NULL, JsValue::from)
    })
    .await
    .map(|_| ())
}

fn range(prefix: &str) -> Result<IdbKeyRange, Fault> {
    let end = format!("{prefix}\u{ffff}");
    IdbKeyRange::bound(&prefix.into(), &end.into()).map_err(fault)
}

/// A transaction that is complete only when the disk has it. Browsers that do not know the option, and pages
/// over plain http, get their default.
fn strict(database: &IdbDatabase, store: &str) -> Result<IdbTransaction, Fault> {
    let options = Object::new();
    let told = Reflect::set(&options, &"durability".into(), &"strict".into());
    let method = Reflect::get(database, &"transaction".into()).and_then(JsCast::dyn_into::<Function>);
    let transaction = told
        .and(method)
        .and_then(|method| method.call3(database, &store.into(), &"readwrite".into(), &options));
    match transaction.and_then(JsCast::dyn_into) {
        Ok(transaction) => Ok(transaction),
        Err(_) => database
            .transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite)
            .map_err(fault),
    }
}

async fn open() -> Result<IdbDatabase, Fault> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Ok(database);
    }
    if CLOSED.get() {
        return Err(Fault::Denied);
    }
    let database = open_anew().await;
    CLOSED.set(database.is_err());
    database
}

async fn open_anew() -> Result<IdbDatabase, Fault> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let request = factory
        .ok_or(Fault::Denied)?
        .open_with_u32(NAME, VERSION)
        .map_err(fault)?;
    let opening = request.clone();
    let _upgrade = EventListener::once(&request, "upgradeneeded", move |_| {
        let Ok(database) = opening.result().and_then(JsCast::dyn_into::<IdbDatabase>) else {
            return;
        };
        for store in STORES
            .iter()
            .filter(|store| !database.object_store_names().contains(store))
        {
            // A store that cannot be made fails the opening, which is answered below.
            let _ = database.create_object_store(store);
        }
    });
    let database: IdbDatabase = answer(&request).await?.dyn_into().map_err(|_| Fault::Denied)?;
    // A newer program may want to add a store, and the browser may close the database by itself; both are
    // followed by opening it again when it is needed.
    for name in ["versionchange", "close"] {
        let closing = database.clone();
        EventListener::once(&database, name, move |_| {
            closing.close();
            OPEN.set(None);
        })
        .forget();
    }
    OPEN.set(Some(database.clone()));
    Ok(database)
}

/// What a request comes to.
async fn answer(request: &IdbRequest) -> Result<JsValue, Fault> {
    let (failed, done) = (request.clone(), request.clone());
    event(request, "success", &["error", "blocked"], move || {
        failed.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)
    })
    .await?;
    done.result().map_err(fault)
}

/// Waits for one event, or for one of those that mean failure, or until patience ends.
async fn event(
    target: &EventTarget,
    good: &'static str,
    bad: &[&'static str],
    reason: impl Fn() -> JsValue + 'static,
) -> Result<(), Fault> {
    let mut listeners = Vec::new();
    let mut patience = None;
    let reason = std::rc::Rc::new(reason);
    let promise = Promise::new(&mut |resolve, reject| {
        listeners.push(EventListener::once(target, good, move |_| {
            let _ = resolve.call0(&JsValue::NULL);
        }));
        for name in bad {
            let (reject, reason) = (reject.clone(), reason.clone());
            listeners.push(EventListener::once(target, *name, move |_| {
                let _ = reject.call1(&JsValue::NULL, &reason());
            }));
        }
        patience = Some(Timeout::new(PATIENCE_MS, move || {
            let _ = reject.call0(&JsValue::NULL);
        }));
    });
    let result = JsFuture::from(promise).await;
    drop((listeners, patience));
    result.map(|_| ()).map_err(fault)
}
