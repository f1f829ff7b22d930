//! Making and checking what is stored of passwords, a few at a time, so that signing in cannot use up the memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::{Algorithm, Argon2, Params, Version};
use base::Randomness;
use data_encoding::BASE64_NOPAD;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// Memory of one password (argon2id, one pass, one lane): the second of OWASP's equivalent choices.
pub const PASSWORD_MIB: u32 = 46;

const PASSES: u32 = 1;
const SALT: usize = 16;
const LENGTH: usize = 32;

/// Most memory that a stored text may ask for, so that a changed database cannot take down the server.
const MOST_MIB: u32 = 256;

/// Hashes passwords. Cheap to clone; every clone shares the same slots.
#[derive(Debug, Clone)]
pub struct Hashing {
    slots: Arc<Semaphore>,
    runs: Arc<AtomicU64>,
}

/// A stored password taken apart: `$argon2id$v=19$m=47104,t=1,p=1$salt$hash`.
struct Stored {
    params: Params,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Hashing {
    /// Hashing within so many mebibytes, at least one password at a time.
    #[must_use]
    pub fn within(mebibytes: u32) -> Self {
        let slots = usize::try_from((mebibytes / PASSWORD_MIB).max(1)).unwrap_or(1);
        Self { slots: Arc::new(Semaphore::new(slots)), runs: Arc::default() }
    }

    /// What is to be stored of a new password.
    pub async fn hash(&self, randomness: &Randomness, password: &str) -> String {
        let salt = randomness.bytes::<SALT>().to_vec();
        let params = own_params();
        let (memory, passes, lanes) = (params.m_cost(), params.t_cost(), params.p_cost());
        let hash = self.run(params, password, salt.clone()).await;
        let (salt, hash) = (BASE64_NOPAD.encode(&salt), BASE64_NOPAD.encode(&hash));
        format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${hash}")
    }

    /// Whether the password is the stored one. Without a stored one the same work is done, and the answer is no:
    /// the time tells nobody whether an account exists.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> bool {
        let stored = stored.and_then(Stored::read);
        let is_stored = stored.is_some();
        let stored = stored.unwrap_or_else(Stored::nobodys);
        let hash = self.run(stored.params, password, stored.salt).await;
        same(&hash, &stored.hash) && is_stored
    }

    /// How many passwords were hashed or checked so far.
    #[must_use]
    pub fn runs(&self) -> u64 {
        self.runs.load(Ordering::Relaxed)
    }

    /// How many can be worked on at the same time.
    #[must_use]
    pub fn free(&self) -> usize {
        self.slots.available_permits()
    }

    async fn run(&self, params: Params, password: &str, salt: Vec<u8>) -> Zeroizing<Vec<u8>> {
        let password = Zeroizing::new(password.to_owned());
        // The semaphore is never closed. A slot is held until the work is done, also when the request was given up.
        let slot = self.slots.clone().acquire_owned().await;
        self.runs.fetch_add(1, Ordering::Relaxed);
        let work = tokio::task::spawn_blocking(move || {
            let mut hash = Zeroizing::new(vec![0; LENGTH]);
            let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            let done = argon.hash_password_into(password.as_bytes(), &salt, &mut hash);
            drop(slot);
            done.map(|()| hash)
        });
        // A refusal or a panic leaves nothing that could equal a stored hash.
        work.await.ok().and_then(Result::ok).unwrap_or_default()
    }
}

impl Stored {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("$argon2id$v=19$")?.split('$');
        let (costs, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
        let mut costs = costs.split(',');
        let mut cost = |name: &str| costs.next()?.strip_prefix(name)?.parse::<u32>().ok();
        let (memory, passes, lanes) = (cost("m=")?, cost("t=")?, cost("p=")?);
        let bounded = memory <= MOST_MIB * 1024 && passes <= 10 && lanes <= 4 && parts.next().is_none();
        let params = Params::new(memory, passes, lanes, Some(LENGTH)).ok().filter(|_| bounded)?;
        let (salt, hash) = (BASE64_NOPAD.decode(salt.as_bytes()).ok()?, BASE64_NOPAD.decode(hash.as_bytes()).ok()?);
        (hash.len() == LENGTH).then_some(Self { params, salt, hash })
    }

    /// What an account that does not exist is checked against.
    fn nobodys() -> Self {
        Self { params: own_params(), salt: vec![0; SALT], hash: vec![0; LENGTH] }
    }
}

fn own_params() -> Params {
    // Refused only outside argon2's bounds; its own usual costs are the same order of work.
    Params::new(PASSWORD_MIB * 1024, PASSES, 1, Some(LENGTH)).unwrap_or(Params::DEFAULT)
}

/// Whether both are the same, in a time that does not tell where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
}
