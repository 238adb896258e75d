//! The names by which the compiled module and its glue know what each hands to the other, made short.
//!
//! Each ends with a hash, which hardly compresses: of a module of 110 KB they take one.

use std::collections::HashMap;

use anyhow::{Result, bail};
use walrus::Module;

/// What calls a closure of the module; the rest of the name is its type's hash.
const CLOSURES: &str = "wasm_bindgen__convert__closures";

/// The short names by the long ones.
#[derive(Default)]
pub struct Short {
    imports: HashMap<String, String>,
    closures: HashMap<String, String>,
}

/// Gives the imports of the module short names, and the exports that call closures; returns which.
pub fn shorten(module: &mut Module) -> Short {
    let mut short = Short::default();
    for import in module.imports.iter_mut() {
        let next = format!("_{}", short.imports.len());
        let name = short.imports.entry(import.name.clone()).or_insert(next);
        import.name.clone_from(name);
    }
    for export in module.exports.iter_mut() {
        if export.name.starts_with(CLOSURES) {
            let next = format!("call{}", short.closures.len());
            let long = std::mem::replace(&mut export.name, next.clone());
            short.closures.insert(long, next);
        }
    }
    short
}

/// The glue's script, in which each import is a line that begins with its name, with the short names.
pub fn renamed(script: &str, short: &Short) -> Result<String> {
    let mut renamed = String::with_capacity(script.len());
    let mut count = 0;
    for line in script.lines() {
        let name = line
            .trim_start()
            .split_once(": ")
            .map_or("", |(name, _)| name);
        match short.imports.get(name) {
            Some(new) => {
                renamed += &line.replacen(name, new, 1);
                count += 1;
            }
            None => renamed += line,
        }
        renamed.push('\n');
    }
    if count != short.imports.len() {
        bail!(
            "of the module's {} imports the glue has {count}",
            short.imports.len()
        );
    }
    // They are called by functions of the same names.
    for (long, new) in &short.closures {
        renamed = renamed.replace(long, new);
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_glue_have_the_same_names() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        for name in ["__wbg_then_656f253a5dd7d8ea", "__wbg_new_023500f5b740f7f1"] {
            module.add_import_func("./glue.js", name, ty);
        }
        let (closure, _) = module.add_import_func("./glue.js", "__wbg_then_656f253a5dd7d8ea", ty);
        let invoke = "wasm_bindgen__convert__closures_____invoke__h40d3f43beb66c502";
        module.exports.add(invoke, closure);
        let short = shorten(&mut module);
        let names: Vec<&str> = module.imports.iter().map(|i| i.name.as_str()).collect();
        assert_eq!(names, ["_0", "_1", "_0"]);
        let called: Vec<&str> = module.exports.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(called, ["call0"]);
        let calls = |name: &str| format!("wasm.{name}(a, b);\n");
        let script = "const imports = {\n    __wbg_new_023500f5b740f7f1: function() {},\n    \
                      __wbg_then_656f253a5dd7d8ea: function() {},\n    other: 1,\n};\n";
        let expected = "const imports = {\n    _1: function() {},\n    _0: function() {},\n    other: 1,\n};\n";
        let glue = renamed(&(script.to_owned() + &calls(invoke)), &short).unwrap();
        assert_eq!(glue, expected.to_owned() + &calls("call0"));
        assert!(renamed("const imports = {};\n", &short).is_err());
    }
}
