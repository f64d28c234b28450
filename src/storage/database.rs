//! IndexedDB as a few awaited calls. No crate offers a transaction with strict durability, so this is a thin
//! binding of our own: writes are answered only when the browser has put them on the disk.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::local::{Fault, fault};
use super::opening;
use super::opening::open;
use super::requests::{answer, event};

pub use super::opening::{COPIES, LINKS, VERSIONS};

/// A change of one record: a value to put under a key, or none to take it out.
pub type Change = (String, Option<JsValue>);

/// Every record whose key begins so, in order of keys.
pub async fn read(store: &str, prefix: &str) -> Result<Vec<(String, JsValue)>, Fault> {
    reading(store).await?.read(store, prefix).await
}

/// The keys that begin so, in order.
pub async fn keys(store: &str, prefix: &str) -> Result<Vec<String>, Fault> {
    reading(store).await?.keys(store, prefix).await
}

/// Makes changes, all or none, and answers when they are on the disk.
pub async fn change(store: &str, changes: &[Change]) -> Result<(), Fault> {
    let step = Step::begin(&[store]).await?;
    for (key, value) in changes {
        match value {
            Some(value) => step.put(store, key, value),
            None => step.take(store, key),
        }?;
    }
    step.done().await
}

async fn reading(store: &str) -> Result<Step, Fault> {
    let database = open().await?;
    database.transaction_with_str(store).map_err(fault).map(Step)
}

/// Several readings and changes that happen all or not at all, with nothing of another window between them.
/// Steps over the same store happen in the order in which they were begun.
pub(super) struct Step(IdbTransaction);

impl Step {
    /// Begins a step that may change these stores.
    pub(super) async fn begin(stores: &[&str]) -> Result<Step, Fault> {
        let step = strict(&open().await?, stores).map(Step);
        // A database that is open and takes nothing any more is as good as one that does not open.
        step.inspect_err(|_| opening::refused())
    }

    /// Every record whose key begins so, in order of keys.
    pub(super) async fn read(&self, store: &str, prefix: &str) -> Result<Vec<(String, JsValue)>, Fault> {
        let (store, range) = (self.store(store)?, range(prefix)?);
        let keys = store.get_all_keys_with_key(&range).map_err(fault)?;
        let values = store.get_all_with_key(&range).map_err(fault)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs
            .filter_map(|(key, value)| Some((key.as_string()?, value)))
            .collect())
    }

    /// The keys that begin so, in order.
    pub(super) async fn keys(&self, store: &str, prefix: &str) -> Result<Vec<String>, Fault> {
        let keys = self.store(store)?.get_all_keys_with_key(&range(prefix)?);
        let keys: Array = answer(&keys.map_err(fault)?).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Puts a value under a key.
    pub(super) fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Fault> {
        let asked = self.store(store)?.put_with_key(value, &key.into());
        asked.map(|_| ()).map_err(refusal)
    }

    /// Takes a record out.
    pub(super) fn take(&self, store: &str, key: &str) -> Result<(), Fault> {
        let asked = self.store(store)?.delete(&key.into());
        asked.map(|_| ()).map_err(refusal)
    }

    /// Answers when all changes are on the disk.
    pub(super) async fn done(self) -> Result<(), Fault> {
        let failed = self.0.clone();
        let done = event(&self.0, "complete", &["error", "abort"], move || {
            failed.error().map_or(JsValue::NULL, JsValue::from)
        });
        match done.await {
            Ok(()) => {
                opening::took();
                Ok(())
            }
            Err(fault) => {
                opening::refused();
                Err(fault)
            }
        }
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, Fault> {
        self.0.object_store(name).map_err(fault)
    }
}

fn refusal(error: JsValue) -> Fault {
    opening::refused();
    fault(error)
}

fn range(prefix: &str) -> Result<JsValue, Fault> {
    let end = format!("{prefix}\u{ffff}");
    let range = IdbKeyRange::bound(&prefix.into(), &end.into());
    range.map(JsValue::from).map_err(fault)
}

/// A transaction that is complete only when the disk has it. Browsers that do not know the option, and pages
/// over plain http, get their default.
fn strict(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, Fault> {
    let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
    let options = Object::new();
    let told = Reflect::set(&options, &"durability".into(), &"strict".into());
    let method = Reflect::get(database, &"transaction".into()).and_then(JsCast::dyn_into::<Function>);
    let transaction = told
        .and(method)
        .and_then(|method| method.call3(database, &names, &"readwrite".into(), &options));
    match transaction.and_then(JsCast::dyn_into) {
        Ok(transaction) => Ok(transaction),
        Err(_) => database
            .transaction_with_str_sequence_and_mode(&names, IdbTransactionMode::Readwrite)
            .map_err(fault),
    }
}
