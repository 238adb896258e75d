//! Functions of the compiled module that only ever end it, made one instruction long.
//!
//! A panic in the module is a trap: there is nowhere to print to, so what composes the message is never seen. Once
//! its functions trap at once, `wasm-opt` removes what they called and what was handed to them at each check.

use std::path::Path;

use anyhow::{Result, anyhow};
use walrus::{FunctionBuilder, FunctionKind, Module, ModuleConfig};

/// Beginnings of the names of functions that are entered once the module panics or is out of memory, and that never
/// return.
const PANICS: [&str; 19] = [
    "core::cell::Borrow",
    "core::cell::panic_already_",
    "core::cell::lazy::panic_poisoned",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::alloc::rust_oom",
    "std::panicking::",
    "std::thread::local::panic_access_error",
    "__rustc::__rust_alloc_error_handler",
    "__rustc::rust_begin_unwind",
];

/// Those of functions that are never called: `aho_corasick` has searchers of its own for leftmost matching, which need
/// ordered sets as nothing else here does, and prefilters; the automaton has neither (`src/automaton.rs`), but the
/// linker cannot tell.
const NEVER_CALLED: [&str; 3] = [
    "aho_corasick::packed::",
    "aho_corasick::util::prefilter::Builder::add",
    "alloc::collections::btree::",
];

/// Parts of the names of functions that write values for debugging, which only panics do: no message of the engine's
/// has `{:?}`, which `src/lib.rs` has clippy see to.
const DEBUGGING: [&str; 2] = [" as core::fmt::Debug>::fmt", "core::fmt::builders::"];

/// The module of a file, with these functions cut short.
pub fn module(compiled: &Path) -> Result<Module> {
    let mut module = untouched(compiled)?;
    let cut = cut_short(&mut module);
    if cut == 0 {
        println!("no function of the module has a name by which panics are known");
    }
    Ok(module)
}

/// The module of a file as it is.
pub fn untouched(compiled: &Path) -> Result<Module> {
    ModuleConfig::new()
        .strict_validate(false)
        .generate_name_section(true)
        .generate_producers_section(false)
        .parse_file(compiled)
        .map_err(|e| anyhow!("{}: {e:#}", compiled.display()))
}

/// Makes these functions trap at once; returns how many there were.
fn cut_short(module: &mut Module) -> usize {
    let ending: Vec<_> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|&id| module.funcs.get(id).name.as_deref().is_some_and(ends))
        .collect();
    for &id in &ending {
        let (parameters, values) = module.types.params_results(module.funcs.get(id).ty());
        let (parameters, values) = (parameters.to_vec(), values.to_vec());
        let mut body = FunctionBuilder::new(&mut module.types, &parameters, &values);
        body.func_body().unreachable();
        let arguments = parameters.iter().map(|&t| module.locals.add(t)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
    }
    ending.len()
}

/// Whether the function of this mangled name only ends the module, or is never called.
fn ends(mangled: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    // A method's name begins with its type in angle brackets.
    let name = name.trim_start_matches('<');
    let mut beginnings = PANICS.iter().chain(&NEVER_CALLED);
    beginnings.any(|beginning| name.starts_with(beginning))
        || DEBUGGING.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_panics_traps_at_once_and_nothing_else() {
        let names = [
            "_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt",
            "_ZN4core6option13unwrap_failed17h0123456789abcdefE",
            "_ZN61_$LT$alloc..vec..Vec$LT$T$GT$$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
            "_ZN9namelight5words8tokenize17h0123456789abcdefE",
        ];
        let mut module = Module::default();
        let functions = names.map(|name| {
            let mut body = FunctionBuilder::new(&mut module.types, &[], &[]);
            body.name(name.to_string()).func_body().i32_const(1).drop();
            body.finish(vec![], &mut module.funcs)
        });
        assert_eq!(cut_short(&mut module), 3);
        let lengths = functions.map(|id| match &module.funcs.get(id).kind {
            FunctionKind::Local(function) => function.size(),
            _ => 0,
        });
        assert_eq!(lengths, [1, 1, 1, 2]);
    }
}
