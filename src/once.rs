//! What is made when it is first asked for. In the browser a module has one thread, and nothing has to be locked.

#[cfg(target_arch = "wasm32")]
pub(crate) use core::cell::OnceCell as Once;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use std::sync::OnceLock as Once;
